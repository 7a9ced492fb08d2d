namespace StoreOps.Testing;

/// <summary>Measures what a call allocates.</summary>
public static class Allocation
{
    private const int Batches = 20;
    private const int Calls = 500;

    /// <summary>Returns the bytes that a number of calls allocates when the runtime has nothing of its own to do meanwhile.</summary>
    /// <param name="call">The call; what it needs has to be there already.</param>
    /// <returns>The least of several batches of 500 calls: a call that allocates one byte each time shows in every batch.</returns>
    /// <remarks>
    /// With tiered compilation the runtime replaces a method while its loop runs, and allocates 24 bytes on this thread when it does; under load that
    /// comes at any time, so that one batch alone proves nothing.
    /// </remarks>
    public static long Of(Action call)
    {
        ArgumentNullException.ThrowIfNull(call);
        for (var i = 0; i < 100; i++)
            call();
        var least = long.MaxValue;
        for (var batch = 0; batch < Batches && least > 0; batch++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Calls; i++)
                call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
