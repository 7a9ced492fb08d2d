using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Keeps the working memory of past calls for the next ones; without a lock, and never more than as many as once ran at a time.</summary>
internal sealed class ScratchPool(PartsModel model, PartLookups lookups)
{
    private const int Places = 64;

    private readonly Scratch?[] _kept = new Scratch?[Places];

    public Scratch Rent()
    {
        // A thread mostly finds what it left: its number tells where to look first.
        var start = Environment.CurrentManagedThreadId;
        for (var i = 0; i < Places; i++)
        {
            ref var place = ref _kept[(start + i) & (Places - 1)];
            if (place is not null && Interlocked.Exchange(ref place, null) is { } kept)
                return kept;
            if (i == 3)
                break;
        }

        return new Scratch(model, lookups) { Place = start & (Places - 1) };
    }

    public void Return(Scratch scratch)
    {
        for (var i = 0; i < 4; i++)
        {
            ref var place = ref _kept[(scratch.Place + i) & (Places - 1)];
            if (place is null && Interlocked.CompareExchange(ref place, scratch, null) is null)
                return;
        }
    }
}
