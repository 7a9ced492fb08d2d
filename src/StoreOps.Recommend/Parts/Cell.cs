namespace StoreOps.Recommend.Parts;

/// <summary>All that one call has gathered on one part.</summary>
internal readonly struct Cell
{
    private readonly Mark _mark;

    public Cell(Scratch scratch, int part)
    {
        _mark = scratch.Marks[part];
        SameVehicle = scratch.SameVehicle[part];
        SameVisit = scratch.SameVisit[part];
        Sequence = scratch.Sequence[part];
    }

    public uint SameVehicle { get; }

    public uint SameVisit { get; }

    public uint Sequence { get; }

    /// <summary>Gets the part's place in the history; -1 for a part that the vehicle never had.</summary>
    public int History => _mark.HistoryPlace - 1;

    public byte Similar => _mark.Similar;

    public byte Usage => _mark.Usage;

    public byte Due => _mark.Due;

    public byte Finding => _mark.Finding;

    public bool IsOnOrder => _mark.OnOrder != 0;

    /// <summary>Returns where the part comes from: what is marked, and the sums that are great enough.</summary>
    public PartSources Sources(ReadOnlySpan<uint> floors) => (PartSources)_mark.Sources
        | (SameVehicle >= floors[0] ? PartSources.SameVehicle : PartSources.None)
        | (Sequence >= floors[1] ? PartSources.Sequence : PartSources.None)
        | (SameVisit >= floors[2] ? PartSources.SameVisit : PartSources.None);
}
