using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Training;

/// <summary>Rates of parts within groups of visits (a family at an odometer, a usage tag), drawn towards the rate among all.</summary>
internal static class RateRows
{
    /// <summary>How many visits of its group the rate among all is worth.</summary>
    private const double Prior = 20;

    /// <summary>Builds the rows of families by odometer bands; those of all families together come last.</summary>
    public static Relation Similar(VisitCounts counts, int most)
    {
        var families = counts.Families.Length;
        if (families == 0 && !counts.HasKilometers)
            return Relation.Empty(ModelLayout.Bands);
        const int unknown = ModelLayout.Bands - 1;
        var groups = new GroupTally((families + 1) * ModelLayout.Bands);
        for (var family = 0; family <= families; family++)
        {
            for (var band = 0; band < ModelLayout.Bands; band++)
            {
                // A vehicle whose odometer nobody read is like those of its family at any.
                var from = (family * ModelLayout.Bands) + band;
                foreach (var to in band == unknown ? new[] { unknown } : [band, unknown])
                {
                    groups.Add((families * ModelLayout.Bands) + to, counts.ByFamily, from);
                    if (family > 0)
                        groups.Add(((family - 1) * ModelLayout.Bands) + to, counts.ByFamily, from);
                }
            }
        }

        return Build(groups, counts.Tally, most, isLift: false);
    }

    public static Relation Usage(VisitCounts counts, int most) => Build(counts.ByTag, counts.Tally, most, isLift: true);

    private static Relation Build(GroupTally groups, PartTally tally, int most, bool isLift) =>
        Neighbors.Join([.. Enumerable.Range(0, groups.Groups).Select(group => Row(groups, group, tally, most, isLift))]);

    private static uint[] Row(GroupTally groups, int group, PartTally tally, int most, bool isLift)
    {
        var keys = new List<ulong>();
        foreach (var count in groups.PartsOf(group))
        {
            var rate = (double)tally.Visits[count.Key] / tally.AllVisits;
            var here = (count.Value + (Prior * rate)) / (groups.VisitsOf(group) + Prior);
            // A usage tag says something only where its vehicles take the part more often than others.
            var level = isLift ? SignalLevel.Of(((here / rate) - 1) * 64) : SignalLevel.Of(here * SignalLevel.Most);
            if (level > 0)
                keys.Add(((ulong)(uint)(SignalLevel.Count - level) << 32) | (uint)count.Key);
        }

        keys.Sort();
        var row = keys.Take(most).Select(key => Relation.Pair((int)(key & 0xFFFF), SignalLevel.Count - (int)(key >> 32))).ToArray();
        Relation.Sort(row);
        return row;
    }
}
