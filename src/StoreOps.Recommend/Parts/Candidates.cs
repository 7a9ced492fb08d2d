namespace StoreOps.Recommend.Parts;

/// <summary>Decides which of the parts with a cell are candidates: those of which enough speaks for them.</summary>
internal static class Candidates
{
    public static bool IsIn(ref Cell cell, ReadOnlySpan<uint> floors)
    {
        var sources = cell.Sources;
        if (cell.SameVehicle >= floors[0])
            sources |= (ushort)PartSources.SameVehicle;
        if (cell.Sequence >= floors[1])
            sources |= (ushort)PartSources.Sequence;
        if (cell.SameVisit >= floors[2])
            sources |= (ushort)PartSources.SameVisit;
        cell.Sources = sources;
        return sources != 0;
    }
}
