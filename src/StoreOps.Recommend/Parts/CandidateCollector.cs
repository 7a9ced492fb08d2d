using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Gathers all that a query says into sums over neighbors and marks of single parts.</summary>
internal static class CandidateCollector
{
    /// <summary>From how much of an interval on a part is a candidate because of it.</summary>
    public const int DueFromPercent = 80;

    /// <summary>The sum of the weights of a history, so that its parts' shares add up to one.</summary>
    private const uint WholeHistory = 4_096;

    public static void Collect(in ModelView model, in RecommendQuery query, Scratch scratch)
    {
        scratch.Start();
        var history = query.History ?? PartHistory.Empty;
        FromHistory(model, history, scratch);
        FromLines(model, query.Lines, scratch);
        FromRow(model.SimilarRows, model.SimilarPairs, SimilarRow(query.Family, query.Kilometers, model.SimilarRows.Length), scratch, isUsage: false);
        foreach (var tag in query.UsageTags)
        {
            if (unchecked((uint)tag) < (uint)(model.UsageRows.Length - 1))
                FromRow(model.UsageRows, model.UsagePairs, tag, scratch, isUsage: true);
            else
                scratch.UnknownNumbers++;
        }

        foreach (var due in query.Due)
        {
            if (!scratch.IsPart(due.Part))
                continue;
            ref var mark = ref scratch.MarkOf(due.Part);
            mark.Due = SignalLevel.Of((double)Math.Max(due.PercentUsed, 0) + 1);
            if (due.PercentUsed >= DueFromPercent)
                mark.Sources |= (ushort)PartSources.Due;
        }

        foreach (var part in query.Findings)
        {
            if (!scratch.IsPart(part))
                continue;
            ref var mark = ref scratch.MarkOf(part);
            mark.Finding = 1;
            mark.Sources |= (ushort)PartSources.Finding;
        }

        foreach (var part in query.Offered)
        {
            if (scratch.IsPart(part))
                scratch.MarkOf(part).Sources |= (ushort)PartSources.Rule;
        }

        foreach (var part in model.Popular)
            scratch.MarkOf((int)part).Sources |= (ushort)PartSources.Popular;
        Context(query, history, scratch);
    }

    /// <summary>Returns the row of a family at an odometer; those of all families stand after the last family.</summary>
    public static int SimilarRow(int? family, int? kilometers, int starts)
    {
        var all = ((starts - 1) / ModelLayout.Bands) - 1;
        var row = family is { } known && unchecked((uint)known) < (uint)all ? known : all;
        return (row * ModelLayout.Bands) + ModelLayout.BandOf(kilometers);
    }

    /// <summary>Returns what share of the whole history each part has, in 1/65536 of a part's weight: a factor for <see cref="ShareOf"/>.</summary>
    public static ulong WholeOf(PartHistory history)
    {
        var whole = 0UL;
        foreach (var entry in history.Entries)
            whole += entry.WeightAt(history.Visits - 1);
        return whole;
    }

    public static uint ShareOf(in PartHistoryEntry entry, int visits, ulong whole) =>
        whole == 0 ? 0 : unchecked((uint)((ulong)entry.WeightAt(visits - 1) * WholeHistory / whole));

    private static void FromHistory(in ModelView model, PartHistory history, Scratch scratch)
    {
        var entries = history.Entries;
        var whole = WholeOf(history);
        for (var i = 0; i < entries.Length; i++)
        {
            ref readonly var entry = ref entries[i];
            if (!scratch.IsPart(entry.Part))
                continue;
            ref var mark = ref scratch.MarkOf(entry.Part);
            mark.HistoryPlace = i + 1;
            mark.Sources |= (ushort)PartSources.History;
            if (ShareOf(entry, history.Visits, whole) is > 0 and var share)
                AddUp(RowOf(model.SameVehicleRows, model.SameVehiclePairs, entry.Part), scratch.SameVehicle, share);
        }

        foreach (var part in history.LastParts)
        {
            if (unchecked((uint)part) < (uint)scratch.Parts)
                AddUp(RowOf(model.SequenceRows, model.SequencePairs, part), scratch.Sequence, 1);
        }
    }

    private static void AddUp(ReadOnlySpan<uint> row, uint[] sums, uint factor)
    {
        foreach (var pair in row)
        {
            ref var sum = ref sums[(int)(pair & 0xFFFF)];
            sum = unchecked(sum + ((pair >> 16) * factor));
        }
    }

    private static void FromLines(in ModelView model, ReadOnlySpan<int> lines, Scratch scratch)
    {
        foreach (var line in lines)
        {
            if (!scratch.IsPart(line))
                continue;
            ref var mark = ref scratch.MarkOf(line);
            if (mark.OnOrder != 0)
                continue;
            mark.OnOrder = 1;
            AddUp(RowOf(model.SameVisitRows, model.SameVisitPairs, line), scratch.SameVisit, 1);
        }
    }

    private static void FromRow(ReadOnlySpan<uint> rows, ReadOnlySpan<uint> pairs, int row, Scratch scratch, bool isUsage)
    {
        foreach (var pair in RowOf(rows, pairs, row))
        {
            ref var mark = ref scratch.MarkOf((int)(pair & 0xFFFF));
            var level = (byte)Math.Min(pair >> 16, SignalLevel.Highest);
            if (isUsage)
            {
                mark.Usage = Math.Max(mark.Usage, level);
                mark.Sources |= (ushort)PartSources.Usage;
            }
            else
            {
                mark.Similar = level;
                mark.Sources |= (ushort)PartSources.SimilarVehicles;
            }
        }
    }

    private static ReadOnlySpan<uint> RowOf(ReadOnlySpan<uint> rows, ReadOnlySpan<uint> pairs, int row)
    {
        var start = (int)rows[row];
        return pairs.Slice(start, (int)rows[row + 1] - start);
    }

    private static void Context(in RecommendQuery query, PartHistory history, Scratch scratch)
    {
        var context = scratch.Context;
        var lines = 0;
        foreach (var line in query.Lines)
            lines += unchecked((uint)line) < (uint)scratch.Parts ? 1 : 0;
        context[(int)PartSignal.Visits] = (byte)SignalLevel.Of((uint)history.Visits);
        context[(int)PartSignal.VisitSize] = (byte)(history.Visits == 0 ? 0 : SignalLevel.Of((uint)((long)history.Lines * 16 / history.Visits)));
        context[(int)PartSignal.Variety] = (byte)(history.Lines == 0 ? 0 : SignalLevel.Of((uint)((long)history.Parts * 256 / history.Lines)));
        context[(int)PartSignal.OrderSize] = (byte)SignalLevel.Of((uint)lines);
    }
}
