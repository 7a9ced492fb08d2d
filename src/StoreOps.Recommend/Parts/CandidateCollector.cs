using System.Runtime.CompilerServices;

using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Gathers all that a query says into cells: one for each part that anything speaks for.</summary>
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
            if ((uint)tag < (uint)(model.UsageRows.Length - 1))
                FromRow(model.UsageRows, model.UsagePairs, tag, scratch, isUsage: true);
            else
                scratch.UnknownNumbers++;
        }

        foreach (var due in query.Due)
        {
            if (!IsPart(due.Part, scratch))
                continue;
            ref var cell = ref Touch(scratch, due.Part);
            cell.Due = SignalLevel.Of((double)Math.Max(due.PercentUsed, 0) + 1);
            if (due.PercentUsed >= DueFromPercent)
                cell.Sources |= (ushort)PartSources.Due;
        }

        foreach (var part in query.Findings)
        {
            if (!IsPart(part, scratch))
                continue;
            ref var cell = ref Touch(scratch, part);
            cell.Finding = 1;
            cell.Sources |= (ushort)PartSources.Finding;
        }

        foreach (var part in query.Offered)
        {
            if (IsPart(part, scratch))
                Touch(scratch, part).Sources |= (ushort)PartSources.Rule;
        }

        foreach (var part in model.Popular)
            Touch(scratch, (int)part).Sources |= (ushort)PartSources.Popular;
        Context(query, history, scratch);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Cell Touch(Scratch scratch, int part)
    {
        ref var cell = ref scratch.Cells[part];
        if (cell.Epoch != scratch.Epoch)
        {
            cell = default;
            cell.Epoch = scratch.Epoch;
            cell.History = -1;
            scratch.Touched[scratch.Count++] = part;
        }

        return ref cell;
    }

    public static bool IsPart(int part, Scratch scratch)
    {
        if ((uint)part < (uint)scratch.Cells.Length)
            return true;
        scratch.UnknownNumbers++;
        return false;
    }

    /// <summary>Returns the row of a family at an odometer; those of all families stand after the last family.</summary>
    public static int SimilarRow(int? family, int? kilometers, int starts)
    {
        var all = ((starts - 1) / ModelLayout.Bands) - 1;
        var row = family is { } known && (uint)known < (uint)all ? known : all;
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
            if (!IsPart(entry.Part, scratch))
                continue;
            ref var own = ref Touch(scratch, entry.Part);
            own.History = i;
            own.Sources |= (ushort)PartSources.History;
            var share = ShareOf(entry, history.Visits, whole);
            if (share == 0)
                continue;
            foreach (var pair in RowOf(model.SameVehicleRows, model.SameVehiclePairs, entry.Part))
            {
                ref var cell = ref Touch(scratch, (int)(pair & 0xFFFF));
                cell.SameVehicle = unchecked(cell.SameVehicle + ((pair >> 16) * share));
            }
        }

        foreach (var part in history.LastParts)
        {
            if ((uint)part >= (uint)scratch.Cells.Length)
                continue;
            foreach (var pair in RowOf(model.SequenceRows, model.SequencePairs, part))
            {
                ref var cell = ref Touch(scratch, (int)(pair & 0xFFFF));
                cell.Sequence = unchecked(cell.Sequence + (pair >> 16));
            }
        }
    }

    private static void FromLines(in ModelView model, ReadOnlySpan<int> lines, Scratch scratch)
    {
        foreach (var line in lines)
        {
            if (!IsPart(line, scratch))
                continue;
            ref var own = ref Touch(scratch, line);
            if (own.OnOrder != 0)
                continue;
            own.OnOrder = 1;
            foreach (var pair in RowOf(model.SameVisitRows, model.SameVisitPairs, line))
            {
                ref var cell = ref Touch(scratch, (int)(pair & 0xFFFF));
                cell.SameVisit = unchecked(cell.SameVisit + (pair >> 16));
            }
        }
    }

    private static void FromRow(ReadOnlySpan<uint> rows, ReadOnlySpan<uint> pairs, int row, Scratch scratch, bool isUsage)
    {
        foreach (var pair in RowOf(rows, pairs, row))
        {
            ref var cell = ref Touch(scratch, (int)(pair & 0xFFFF));
            if (isUsage)
            {
                cell.Usage = (byte)Math.Max(cell.Usage, pair >> 16);
                cell.Sources |= (ushort)PartSources.Usage;
            }
            else
            {
                cell.Similar = (ushort)(pair >> 16);
                cell.Sources |= (ushort)PartSources.SimilarVehicles;
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
            lines += (uint)line < (uint)scratch.Cells.Length ? 1 : 0;
        context[(int)PartSignal.Visits] = (byte)SignalLevel.Of((uint)history.Visits);
        context[(int)PartSignal.VisitSize] = (byte)(history.Visits == 0 ? 0 : SignalLevel.Of((uint)((long)history.Lines * 16 / history.Visits)));
        context[(int)PartSignal.Variety] = (byte)(history.Lines == 0 ? 0 : SignalLevel.Of((uint)((long)history.Parts * 256 / history.Lines)));
        context[(int)PartSignal.OrderSize] = (byte)SignalLevel.Of((uint)lines);
    }
}
