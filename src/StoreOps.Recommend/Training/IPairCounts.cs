namespace StoreOps.Recommend.Training;

/// <summary>Tells how often parts go together, part by part.</summary>
internal interface IPairCounts
{
    /// <summary>Adds to a counter how often each part goes with one; of a part with itself anything may be added.</summary>
    void AddTo(PartCounter counter, PairKind kind, int part);
}
