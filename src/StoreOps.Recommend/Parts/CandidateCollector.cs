using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Gathers all that a query says into sums over neighbors and marks of single parts.</summary>
internal static class CandidateCollector
{
    /// <summary>From how much of an interval on a part is a candidate because of it.</summary>
    public const int DueFromPercent = 80;

    public static void Collect(in ModelView model, in RecommendQuery query, Scratch scratch)
    {
        var history = query.History ?? PartHistory.Empty;
        scratch.Start(history.Prepared is { } prepared && ReferenceEquals(prepared.Model, scratch.Model) ? prepared : null);
        if (scratch.Prepared is null)
        {
            RelationSums.AddHistory(model, history, scratch.SameVehicle);
            RelationSums.AddLastVisit(model, history, scratch.Sequence);
        }

        FromHistory(model, history, scratch);
        FromLines(model, query.Lines, scratch);
        scratch.TakeSimilar(Relation.RowOf(model.SimilarRows, model.SimilarPairs, SimilarRow(query.Family, query.Kilometers, model.SimilarRows.Length)));
        foreach (var tag in query.UsageTags)
        {
            if (unchecked((uint)tag) < (uint)(model.UsageRows.Length - 1))
                FromUsage(Relation.RowOf(model.UsageRows, model.UsagePairs, tag), scratch);
            else
                scratch.UnknownNumbers++;
        }

        foreach (var due in query.Due)
        {
            if (!scratch.IsPart(due.Part))
                continue;
            var level = SignalLevel.Of((double)Math.Max(due.PercentUsed, 0) + 1);
            if (due.PercentUsed >= DueFromPercent)
                scratch.MarkOf(due.Part, PartSources.Due).Due = level;
            else
                scratch.MarkOf(due.Part).Due = level;
        }

        foreach (var part in query.Findings)
        {
            if (scratch.IsPart(part))
                scratch.MarkOf(part, PartSources.Finding).Finding = 1;
        }

        foreach (var part in query.Offered)
        {
            if (scratch.IsPart(part))
                scratch.MarkOf(part, PartSources.Rule);
        }

        Context(query, history, scratch);
    }

    /// <summary>Returns the row of a family at an odometer; those of all families stand after the last family.</summary>
    public static int SimilarRow(int? family, int? kilometers, int starts)
    {
        var all = ((starts - 1) / ModelLayout.Bands) - 1;
        var row = family is { } known && unchecked((uint)known) < (uint)all ? known : all;
        return (row * ModelLayout.Bands) + ModelLayout.BandOf(kilometers);
    }

    private static void FromHistory(in ModelView model, PartHistory history, Scratch scratch)
    {
        var entries = history.Entries;
        var categories = model.Categories;
        var last = scratch.CategoryLast;
        for (var i = 0; i < entries.Length; i++)
        {
            var part = entries[i].Part;
            if (!scratch.IsPart(part))
                continue;
            scratch.MarkOf(part, PartSources.History).HistoryPlace = (ushort)(i + 1);
            scratch.Known[part >> 6] |= 1UL << (part & 63);
            ref var place = ref last[Scratch.CategoryPlaceOf(categories[part], last.Length)];
            if (place == 0 || entries[place - 1].LastVisit < entries[i].LastVisit)
                place = (ushort)(i + 1);
        }

        // Parts without a category are of no kind.
        last[^1] = 0;
    }

    private static void FromLines(in ModelView model, ReadOnlySpan<int> lines, Scratch scratch)
    {
        foreach (var line in lines)
        {
            if (!scratch.IsPart(line))
                continue;
            ref var word = ref scratch.OnOrder[line >> 6];
            if ((word & (1UL << (line & 63))) != 0)
                continue;
            word |= 1UL << (line & 63);
            RelationSums.Add(Relation.RowOf(model.SameVisitRows, model.SameVisitPairs, line), scratch.SameVisit);
        }
    }

    private static void FromUsage(ReadOnlySpan<uint> row, Scratch scratch)
    {
        foreach (var pair in row)
        {
            ref var mark = ref scratch.MarkOf((int)(pair & 0xFFFF), PartSources.Usage);
            mark.Usage = Math.Max(mark.Usage, (byte)Math.Min(pair >> 16, SignalLevel.Highest));
        }
    }

    private static void Context(in RecommendQuery query, PartHistory history, Scratch scratch)
    {
        var context = scratch.Context;
        var lines = 0;
        foreach (var line in query.Lines)
            lines += unchecked((uint)line) < (uint)scratch.Parts ? 1 : 0;
        context[(int)PartSignal.Visits] = history.Levels.Visits;
        context[(int)PartSignal.VisitSize] = history.Levels.VisitSize;
        context[(int)PartSignal.Variety] = history.Levels.Variety;
        context[(int)PartSignal.OrderSize] = (byte)SignalLevel.Of((uint)lines);
    }
}
