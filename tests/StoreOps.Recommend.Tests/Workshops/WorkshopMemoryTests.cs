using StoreOps.Testing.Workshops;

using Xunit.Abstractions;

namespace StoreOps.Recommend.Tests.Workshops;

/// <summary>How much memory the made-up workshop holds. The heap is one for the whole process, so no other test may fill it meanwhile.</summary>
[Collection(nameof(AloneWithTheHeap))]
public sealed class WorkshopMemoryTests(ITestOutputHelper output)
{
    [Fact]
    public void Vehicles_AHundredThousand_StreamInTheSameMemory()
    {
        var (count, visits, most) = (0, 0L, 0L);
        var start = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var vehicle in new Workshop(new WorkshopOptions(7)).Vehicles(100_000))
        {
            visits += vehicle.Visits.Count;
            if (++count % 10_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - start);
        }

        output.WriteLine($"{visits} visits, at most {most / 1024} KB more than before");
        Assert.InRange(most, long.MinValue, 16 << 20);
    }
}

/// <summary>What other tests allocate at the same time would be counted as this one's.</summary>
[CollectionDefinition(nameof(AloneWithTheHeap), DisableParallelization = true)]
public class AloneWithTheHeap;
