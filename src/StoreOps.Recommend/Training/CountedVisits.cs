using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Turns the tables of <see cref="PartCounts"/> back into the counts that a model is made from, in the numbers of a log's names.</summary>
internal static class CountedVisits
{
    public static VisitCounts Of(PartCounts counts, OrderLog names, bool isWhole)
    {
        var parts = PartCountsNames.Places(counts.PartNames, names.Parts);
        var families = PartCountsNames.Places(counts.FamilyNames, names.Families);
        var tags = PartCountsNames.Places(counts.TagNames, names.Tags);
        var tally = new PartTally(names.Parts.Length);
        var days = General(counts, tally, isWhole);
        Each(counts.Table(CountKind.Parts), isWhole, (part, cell, count) => PartCells.Set(tally, parts[part], cell, count));
        var byFamily = new GroupTally((names.Families.Length + 1) * ModelLayout.Bands);
        Each(counts.Table(CountKind.FamilyVisits), isWhole, (family, band, count) => byFamily.AddVisits((Family(family) * ModelLayout.Bands) + band, count));
        Each(counts.Table(CountKind.FamilyParts), isWhole, (row, part, count) =>
            byFamily.Add((Family(row / ModelLayout.Bands) * ModelLayout.Bands) + (row % ModelLayout.Bands), parts[part], (int)count));
        var byTag = new GroupTally(names.Tags.Length);
        Each(counts.Table(CountKind.TagVisits), isWhole, (tag, _, count) => byTag.AddVisits(tags[tag], count));
        Each(counts.Table(CountKind.TagParts), isWhole, (tag, part, count) => byTag.Add(tags[tag], parts[part], (int)count));
        return new VisitCounts
        {
            Parts = names.Parts,
            Families = names.Families,
            Tags = names.Tags,
            Tally = tally,
            Pairs = new StoredPairs(counts, parts, names.Parts.Length, isWhole),
            ByFamily = byFamily,
            ByTag = byTag,
            HasKilometers = HasKilometers(counts.Table(CountKind.FamilyVisits)),
            Days = days,
        };

        int Family(int family) => family == 0 ? 0 : families[family - 1] + 1;
    }

    private static (int First, int Last) General(PartCounts counts, PartTally tally, bool isWhole)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        Each(counts.Table(CountKind.General), isWhole, (row, column, count) =>
        {
            switch ((CountRow)row)
            {
                case CountRow.Totals when column == 0:
                    tally.Vehicles = count;
                    break;
                case CountRow.Totals when column == 1:
                    tally.AllVisits = count;
                    break;
                case CountRow.Totals:
                    tally.LineCount = count;
                    break;
                case CountRow.Months:
                    tally.VisitsInMonth[column] = count;
                    break;
                case CountRow.RhythmChances:
                    tally.RhythmChances[column] = (int)count;
                    break;
                case CountRow.RhythmRepeats:
                    tally.RhythmRepeats[column] = (int)count;
                    break;
                default:
                    (first, last) = (Math.Min(first, column + DayNumber.First), Math.Max(last, column + DayNumber.First));
                    break;
            }
        });
        return last < first ? (0, 0) : (first, last);
    }

    private static bool HasKilometers(CountTable visits)
    {
        for (var i = 0; i < visits.Count; i++)
        {
            if (visits.ColumnOf(i) != ModelLayout.Bands - 1)
                return true;
        }

        return false;
    }

    private static void Each(CountTable table, bool isWhole, Action<int, int, long> body)
    {
        var counts = isWhole ? table.Whole : table.Earlier;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] != 0)
                body(table.RowOf(i), table.ColumnOf(i), counts[i]);
        }
    }
}
