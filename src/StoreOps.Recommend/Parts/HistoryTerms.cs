using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>The terms of a history's parts, in one model, that neither the day, nor the odometer, nor the order changes: for each entry their sum.</summary>
internal sealed class HistoryTerms
{
    public HistoryTerms(PartsModel model, PartHistory history)
    {
        Model = model;
        Sums = new double[history.Entries.Length];
        Fill(model.View, history, Sums);
    }

    public PartsModel Model { get; }

    public double[] Sums { get; }

    /// <summary>Writes for each entry of a history the sum of its terms.</summary>
    public static void Fill(in ModelView model, PartHistory history, Span<double> terms)
    {
        var (entries, standings) = (history.Entries, history.Levels.Parts);
        var tables = model.Tables[..(ModelLayout.Signals * SignalLevel.Count)];
        var rhythm = model.Rhythm;
        var levels = model.PartLevels;
        var parts = (uint)model.PartVisits.Length;
        for (var i = 0; i < entries.Length; i++)
        {
            ref readonly var entry = ref entries[i];
            if (unchecked((uint)entry.Part) >= parts)
                continue;
            ref readonly var standing = ref standings[i];
            var gap = history.Visits - entry.LastVisit;
            var salesRhythm = (byte)ModelLayout.SalesRhythmOf(levels[entry.Part * ModelLayout.LevelsOfPart], gap);
            terms[i] = (double)TermOf(tables, PartSignal.VisitShare, standing.VisitShare)
                + TermOf(tables, PartSignal.VisitsSince, standing.VisitsSince)
                + TermOf(tables, PartSignal.RecentShare, standing.RecentShare)
                + TermOf(tables, PartSignal.Rhythm, rhythm[ModelLayout.RhythmOf(entry.Times, gap)])
                + TermOf(tables, PartSignal.LastVisits, standing.LastVisits)
                + TermOf(tables, PartSignal.SalesRhythm, salesRhythm);
        }
    }

    private static float TermOf(ReadOnlySpan<float> tables, PartSignal signal, byte level) => tables[((int)signal * SignalLevel.Count) + level];
}
