namespace StoreOps.Recommend.Parts;

/// <summary>What one call knows of a part beside sums over neighbors. Only parts of which something is known have one.</summary>
internal struct Mark
{
    /// <summary>One more than the part's place in the history; zero for a part that the vehicle never had.</summary>
    public ushort HistoryPlace;

    public ushort Sources;
    public byte Usage;
    public byte Due;
    public byte Finding;
}
