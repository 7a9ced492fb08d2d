using System.Collections.Immutable;
using System.Globalization;

using StoreOps.Domain;
using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Finds counts that no visits could have given.</summary>
internal sealed class PartCountsCheck
{
    /// <summary>The greatest count: below it a thousand such files add up without overflow.</summary>
    public const ulong Most = 1UL << 53;

    // The greatest count of a single part: more visits than a chain of ten thousand shops has in twenty years.
    private const long MostOfPart = int.MaxValue;

    private readonly PartCounts _counts;
    private readonly ImmutableArray<LoadIssue>.Builder _issues = ImmutableArray.CreateBuilder<LoadIssue>();

    // Of each part, vehicles and visits with it; of each group, its visits. Without the last visits, then with them.
    private readonly long[][] _visits;
    private readonly long[][] _vehicles;

    private PartCountsCheck(PartCounts counts)
    {
        _counts = counts;
        (_visits, _vehicles) = ([new long[counts.Parts], new long[counts.Parts]], [new long[counts.Parts], new long[counts.Parts]]);
    }

    public static ImmutableArray<LoadIssue> Of(PartCounts counts)
    {
        var check = new PartCountsCheck(counts);
        check.Places();
        if (check._issues.Count == 0)
            check.Amounts();
        return check._issues.ToImmutable();
    }

    private static int ColumnsOf(CountRow row) => row switch
    {
        CountRow.Totals => 3,
        CountRow.Months => ModelLayout.Months,
        CountRow.RhythmChances or CountRow.RhythmRepeats => ModelLayout.RhythmTimes * ModelLayout.RhythmGaps,
        // To the end of the year 9999.
        CountRow.Days => 3_652_059,
        _ => 0,
    };

    private void Places()
    {
        var (parts, families, tags) = (_counts.Parts, _counts.FamilyNames.Length + 1, _counts.TagNames.Length);
        for (var kind = CountKind.General; kind <= CountKind.Sequence; kind++)
        {
            var table = _counts.Table(kind);
            var (rows, columns) = kind switch
            {
                CountKind.General => ((int)CountRow.Days + 1, 0),
                CountKind.Parts => (parts, PartCells.Count),
                CountKind.FamilyVisits => (families, ModelLayout.Bands),
                CountKind.FamilyParts => (families * ModelLayout.Bands, parts),
                CountKind.TagVisits => (tags, 1),
                CountKind.TagParts => (tags, parts),
                _ => (parts, parts),
            };
            for (var i = 0; i < table.Count; i++)
            {
                var (row, column) = (table.RowOf(i), table.ColumnOf(i));
                var isPair = kind is CountKind.SameVehicle or CountKind.SameVisit;
                if (row >= rows || column >= (kind == CountKind.General ? ColumnsOf((CountRow)row) : columns) || (isPair && column <= row))
                {
                    _issues.Add(Issue(PartCountsCodes.Order, kind, i, Text($"The count was of row {row} and column {column}, which the names do not have.")));
                    break;
                }
            }
        }
    }

    private void Amounts()
    {
        var (general, parts) = (_counts.Table(CountKind.General), _counts.Table(CountKind.Parts));
        var totals = new long[2][];
        (totals[0], totals[1]) = (new long[3], new long[3]);
        for (var i = 0; i < general.Count && general.RowOf(i) == (int)CountRow.Totals; i++)
            (totals[0][general.ColumnOf(i)], totals[1][general.ColumnOf(i)]) = (general.Earlier[i], general.Whole[i]);
        AtMost(CountKind.Parts, (i, when) =>
        {
            var (part, cell, count) = (parts.RowOf(i), parts.ColumnOf(i), when == 0 ? parts.Earlier[i] : parts.Whole[i]);
            if (cell == PartCells.Visits)
                _visits[when][part] = count;
            if (cell == PartCells.VehiclesWith)
                _vehicles[when][part] = count;
            return cell switch
            {
                PartCells.Visits => Math.Min(totals[when][1], MostOfPart),
                PartCells.VehiclesWith => Math.Min(totals[when][0], _visits[when][part]),
                PartCells.Followed => _visits[when][part],
                PartCells.Usual => long.MaxValue,
                _ => MostOfPart,
            };
        });
        AtMost(CountKind.General, (i, _) => (CountRow)general.RowOf(i) is CountRow.RhythmChances or CountRow.RhythmRepeats ? MostOfPart : long.MaxValue);
        for (var part = 0; part < _counts.Parts; part++)
        {
            if (_visits[1][part] == 0 || _visits[0][part] > _visits[1][part])
                _issues.Add(new LoadIssue(PartCountsCodes.Impossible, Text($"$.parts[{part}]"), "A part that is named was taken at a visit, and not at more without the last visits."));
        }

        Groups(CountKind.FamilyVisits, CountKind.FamilyParts, ModelLayout.Bands);
        Groups(CountKind.TagVisits, CountKind.TagParts, 1);
        Pairs(CountKind.SameVehicle, _vehicles);
        Pairs(CountKind.SameVisit, _visits);
        Pairs(CountKind.Sequence, _visits);
    }

    private void Groups(CountKind visitsKind, CountKind partsKind, int columns)
    {
        var (visits, parts) = (_counts.Table(visitsKind), _counts.Table(partsKind));
        var groups = new Dictionary<int, int>();
        for (var i = 0; i < visits.Count; i++)
            groups.Add((visits.RowOf(i) * columns) + visits.ColumnOf(i), i);
        AtMost(partsKind, (i, when) => groups.TryGetValue(parts.RowOf(i), out var group)
            ? Math.Min(_visits[when][parts.ColumnOf(i)], when == 0 ? visits.Earlier[group] : visits.Whole[group])
            : 0);
    }

    private void Pairs(CountKind kind, long[][] taken)
    {
        var table = _counts.Table(kind);
        AtMost(kind, (i, when) => Math.Min(taken[when][table.RowOf(i)], taken[when][table.ColumnOf(i)]));
    }

    private void AtMost(CountKind kind, Func<int, int, long> most)
    {
        var table = _counts.Table(kind);
        for (var i = 0; i < table.Count; i++)
        {
            for (var when = 0; when < 2; when++)
            {
                var count = when == 0 ? table.Earlier[i] : table.Whole[i];
                if (most(i, when) is var limit && count > limit)
                {
                    _issues.Add(Issue(PartCountsCodes.Impossible, kind, i, Text($"The count was {count}; from what else was counted it is at most {limit}.")));
                    return;
                }
            }
        }
    }

    private static LoadIssue Issue(string code, CountKind kind, int place, string detail) => new(code, Text($"$.{kind}[{place}]"), detail);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
