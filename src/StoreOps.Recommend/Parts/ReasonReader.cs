using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Reads the numbers that a term rests on, for the few terms that are told.</summary>
internal static class ReasonReader
{
    public static PartReason Of(
        in ModelView model, in RecommendQuery query, in SignalReader reader, Scratch scratch, int part, PartSignal signal, byte level, double value)
    {
        var history = query.History ?? PartHistory.Empty;
        var had = scratch.Marks[part].HistoryPlace is > 0 and var place ? history.Entries[place - 1] : default;
        var least = (int)Math.Min(SignalLevel.LeastOf(level), int.MaxValue);
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
            PartSignal.Due => new PartReason(signal, value, Math.Max(0, least - 1), 100, -1),
            PartSignal.Season => new PartReason(signal, value, query.Date.Month, 0, -1),
            PartSignal.SameVehicle => new PartReason(signal, value, 0, 0, Strongest(model.SameVehicleRows, model.SameVehiclePairs, history, part)),
            PartSignal.Sequence => With(signal, value, model.SequenceRows, model.SequencePairs, history.LastParts, part),
            PartSignal.SameVisit => With(signal, value, model.SameVisitRows, model.SameVisitPairs, query.Lines, part),
            _ => new PartReason(signal, value, least, 0, -1),
        };
    }

    private static int Ones(int bits) => (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1);

    private static PartReason With(
        PartSignal signal, double value, ReadOnlySpan<uint> rows, ReadOnlySpan<uint> pairs, ReadOnlySpan<int> others, int part)
    {
        var (best, with) = (0u, -1);
        foreach (var other in others)
        {
            if (unchecked((uint)other) < (uint)(rows.Length - 1) && WeightOf(rows, pairs, other, part) is var weight && weight > best)
                (best, with) = (weight, other);
        }

        return new PartReason(signal, value, (int)(best * 100 / 65_535), 100, with);
    }

    private static int Strongest(ReadOnlySpan<uint> rows, ReadOnlySpan<uint> pairs, PartHistory history, int part)
    {
        var (best, with) = (0UL, -1);
        var (entries, standings) = (history.Entries, history.Levels.Parts);
        for (var i = 0; i < entries.Length; i++)
        {
            var other = entries[i].Part;
            if (unchecked((uint)other) >= (uint)(rows.Length - 1))
                continue;
            var weight = (ulong)WeightOf(rows, pairs, other, part) * standings[i].Share;
            if (weight > best)
                (best, with) = (weight, other);
        }

        return with;
    }

    private static uint WeightOf(ReadOnlySpan<uint> rows, ReadOnlySpan<uint> pairs, int row, int part) =>
        Relation.WeightOf(Relation.RowOf(rows, pairs, row), part);
}
