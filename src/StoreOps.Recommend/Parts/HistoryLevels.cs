namespace StoreOps.Recommend.Parts;

/// <summary>The levels that a vehicle's history alone decides, whatever the day, the order and the model: reckoned once for a history.</summary>
internal sealed class HistoryLevels
{
    /// <summary>The sum of the weights of a history, so that its parts' shares add up to one.</summary>
    private const uint WholeHistory = 4_096;

    public HistoryLevels(PartHistory history)
    {
        var (entries, visits) = (history.Entries, history.Visits);
        var whole = 0UL;
        foreach (var entry in entries)
            whole += entry.WeightAt(visits - 1);
        var fadeSum = 0UL;
        for (var i = 0; i < visits && PartHistory.FadeAfter(i) is > 0 and var fade; i++)
            fadeSum += fade;
        Parts = new Part[entries.Length];
        for (var i = 0; i < entries.Length; i++)
            Parts[i] = PartOf(entries[i], visits, whole, fadeSum);
        Visits = (byte)SignalLevel.Of((uint)visits);
        VisitSize = (byte)(visits == 0 ? 0 : SignalLevel.Of((uint)((long)history.Lines * 16 / visits)));
        Variety = (byte)(history.Lines == 0 ? 0 : SignalLevel.Of((uint)((long)history.Parts * 256 / history.Lines)));
    }

    /// <summary>Gets what holds for each entry, in the order of the entries.</summary>
    public Part[] Parts { get; }

    public byte Visits { get; }

    public byte VisitSize { get; }

    public byte Variety { get; }

    private static Part PartOf(in PartHistoryEntry entry, int visits, ulong whole, ulong fadeSum)
    {
        var gap = visits - entry.LastVisit;
        var weight = (ulong)entry.WeightAt(visits - 1);
        return new Part(
            whole == 0 ? 0 : unchecked((uint)(weight * WholeHistory / whole)),
            (byte)SignalLevel.Of(unchecked((uint)entry.Times * 4_096u) / (uint)visits),
            (byte)SignalLevel.Of((uint)gap),
            (byte)SignalLevel.Of((uint)(weight * 65_536 / fadeSum)),
            (byte)(gap > 3 ? 0 : (entry.Mask << (gap - 1)) & 7));
    }

    /// <summary>What holds for one part.</summary>
    /// <param name="Share">What share of the whole history the part has, in 1/4096.</param>
    /// <param name="VisitShare">The level of <see cref="PartSignal.VisitShare"/>.</param>
    /// <param name="VisitsSince">The level of <see cref="PartSignal.VisitsSince"/>.</param>
    /// <param name="RecentShare">The level of <see cref="PartSignal.RecentShare"/>.</param>
    /// <param name="LastVisits">The level of <see cref="PartSignal.LastVisits"/>.</param>
    internal readonly record struct Part(uint Share, byte VisitShare, byte VisitsSince, byte RecentShare, byte LastVisits);
}
