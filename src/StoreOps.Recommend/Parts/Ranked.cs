namespace StoreOps.Recommend.Parts;

/// <summary>A candidate that may be among the first.</summary>
internal readonly record struct Ranked(double LogOdds, uint Visits, int Part)
{
    /// <summary>Returns whether this ranks before another: by log-odds, then by how often it is sold, then by number.</summary>
    public bool IsBefore(in Ranked other)
    {
        if (LogOdds != other.LogOdds)
            return LogOdds > other.LogOdds;
        return Visits != other.Visits ? Visits > other.Visits : Part < other.Part;
    }
}
