using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Reads the numbers that a term rests on, for the few terms that are told.</summary>
internal static class ReasonReader
{
    private static readonly PartHistoryEntry[] Nothing = [default];

    public static PartReason Of(
        in ModelView model, in RecommendQuery query, in SignalReader reader, Scratch scratch, int part, PartSignal signal, byte level, double value)
    {
        var history = query.History ?? PartHistory.Empty;
        ref readonly var had = ref scratch.Marks[part].HistoryPlace is > 0 and var place ? ref history.Entries[place - 1] : ref Nothing[0];
        return signal switch
        {
            PartSignal.Visits => new PartReason(signal, value, history.Visits, 0, -1),
            PartSignal.VisitSize => new PartReason(signal, value, history.Lines, history.Visits, -1),
            PartSignal.Variety => new PartReason(signal, value, history.Parts, history.Lines, -1),
            PartSignal.OrderSize => new PartReason(signal, value, query.Lines.Length, 0, -1),
            PartSignal.VisitShare or PartSignal.RecentShare or PartSignal.Rhythm => new PartReason(signal, value, had.Times, history.Visits, -1),
            PartSignal.VisitsSince => new PartReason(signal, value, history.Visits - had.LastVisit, 0, -1),
            PartSignal.LastVisits => new PartReason(signal, value, Ones(level), Math.Min(3, history.Visits), -1),
            PartSignal.KilometersSince => new PartReason(signal, value, reader.KilometersSince(had), 0, -1),
            PartSignal.MonthsSince => new PartReason(signal, value, reader.DaysSince(had) / 30, 0, -1),
            PartSignal.Due => new PartReason(signal, value, Math.Max(0, (int)SignalLevel.LeastOf(level) - 1), 100, -1),
            PartSignal.Season => new PartReason(signal, value, query.Date.Month, 0, -1),
            PartSignal.SameVehicle => new PartReason(
                signal, value, 0, 0, new RowSearch(model.SameVehicleRows, model.SameVehiclePairs, scratch.Lookups?.SameVehicle).Strongest(history, part)),
            PartSignal.Sequence => With(
                signal, value, new RowSearch(model.SequenceRows, model.SequencePairs, scratch.Lookups?.Sequence), history.LastParts, part),
            PartSignal.SameVisit => With(
                signal, value, new RowSearch(model.SameVisitRows, model.SameVisitPairs, scratch.Lookups?.SameVisit), query.Lines, part),
            _ => new PartReason(signal, value, (int)SignalLevel.LeastOf(level), 0, -1),
        };
    }

    private static int Ones(int bits) => (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1);

    private static PartReason With(PartSignal signal, double value, in RowSearch search, ReadOnlySpan<int> others, int part)
    {
        var (with, weight) = search.Strongest(others, part);
        return new PartReason(signal, value, (int)(weight * 100 / 65_535), 100, with);
    }
}
