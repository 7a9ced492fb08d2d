using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Training;

/// <summary>Rates of parts within groups of visits (a family at an odometer, a usage tag), drawn towards the rate among all.</summary>
internal static class RateRows
{
    /// <summary>How many visits of its group the rate among all is worth.</summary>
    private const double Prior = 20;

    /// <summary>Builds the rows of families by odometer bands; those of all families together come last.</summary>
    public static Relation Similar(OrderLog log, int[] visits, PartTally tally, int most)
    {
        var rows = (log.Families.Length + 1) * ModelLayout.Bands;
        var isUsed = log.Families.Length > 0 || log.Kilometers.Any(km => km >= 0);
        if (!isUsed)
            return Relation.Empty(rows);
        return Build(rows, log, visits, tally, most, (vehicle, visit, add) =>
        {
            var km = log.Kilometers[visit];
            var band = ModelLayout.BandOf(km < 0 ? null : km);
            var unknown = ModelLayout.Bands - 1;
            add((log.Families.Length * ModelLayout.Bands) + band);
            if (band != unknown)
                add((log.Families.Length * ModelLayout.Bands) + unknown);
            if (log.FamilyOf[vehicle] is >= 0 and var family)
            {
                add((family * ModelLayout.Bands) + band);
                if (band != unknown)
                    add((family * ModelLayout.Bands) + unknown);
            }
        }, isLift: false);
    }

    public static Relation Usage(OrderLog log, int[] visits, PartTally tally, int most) =>
        Build(log.Tags.Length, log, visits, tally, most, (vehicle, _, add) =>
        {
            for (var tag = 0; tag < Math.Min(log.Tags.Length, 64); tag++)
            {
                if ((log.TagsOf[vehicle] & (1UL << tag)) != 0)
                    add(tag);
            }
        }, isLift: true);

    private static Relation Build(int rows, OrderLog log, int[] visits, PartTally tally, int most, Action<int, int, Action<int>> groupsOf, bool isLift)
    {
        var counts = new Dictionary<int, int>[rows];
        var all = new long[rows];
        for (var vehicle = 0; vehicle < log.Vehicles; vehicle++)
        {
            for (var i = 0; i < visits[vehicle]; i++)
            {
                var visit = log.VisitStarts[vehicle] + i;
                groupsOf(vehicle, visit, row =>
                {
                    var count = counts[row] ??= [];
                    all[row]++;
                    foreach (var part in log.PartsOf(visit))
                        count[part] = count.TryGetValue(part, out var before) ? before + 1 : 1;
                });
            }
        }

        return RelationBuilder.Join([.. counts.Select((row, place) => Row(row, all[place], tally, most, isLift))]);
    }

    private static uint[] Row(Dictionary<int, int>? counts, long visits, PartTally tally, int most, bool isLift)
    {
        if (counts is null)
            return [];
        var keys = new List<ulong>(counts.Count);
        foreach (var count in counts)
        {
            var rate = (double)tally.Visits[count.Key] / tally.AllVisits;
            var here = (count.Value + (Prior * rate)) / (visits + Prior);
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
