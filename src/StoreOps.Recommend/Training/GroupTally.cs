using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Counts of parts within groups of visits: a family at an odometer, or a usage tag.</summary>
internal sealed class GroupTally(int groups)
{
    private readonly long[] _visits = new long[groups];
    private readonly Dictionary<int, int>?[] _parts = new Dictionary<int, int>?[groups];

    public int Groups => groups;

    /// <summary>Counts by family and band of the odometer. The first groups are those of vehicles whose family nobody knows.</summary>
    public static GroupTally OfFamilies(OrderLog log, int[] visits)
    {
        var tally = new GroupTally((log.Families.Length + 1) * ModelLayout.Bands);
        for (var vehicle = 0; vehicle < log.Vehicles; vehicle++)
        {
            var first = log.VisitStarts[vehicle];
            for (var visit = first; visit < first + visits[vehicle]; visit++)
            {
                var km = log.Kilometers[visit];
                tally.Add(((log.FamilyOf[vehicle] + 1) * ModelLayout.Bands) + ModelLayout.BandOf(km < 0 ? null : km), log.PartsOf(visit));
            }
        }

        return tally;
    }

    /// <summary>Counts by usage tag.</summary>
    public static GroupTally OfTags(OrderLog log, int[] visits)
    {
        var tally = new GroupTally(log.Tags.Length);
        for (var vehicle = 0; vehicle < log.Vehicles; vehicle++)
        {
            foreach (var tag in log.TagsOf[vehicle])
            {
                var first = log.VisitStarts[vehicle];
                for (var visit = first; visit < first + visits[vehicle]; visit++)
                    tally.Add(tag, log.PartsOf(visit));
            }
        }

        return tally;
    }

    public long VisitsOf(int group) => _visits[group];

    public IEnumerable<KeyValuePair<int, int>> PartsOf(int group) => _parts[group] ?? [];

    public void AddVisits(int group, long visits) => _visits[group] += visits;

    public void Add(int group, int part, int times)
    {
        var parts = _parts[group] ??= [];
        parts[part] = parts.TryGetValue(part, out var before) ? before + times : times;
    }

    /// <summary>Adds one group of these to another.</summary>
    public void Add(int group, GroupTally other, int otherGroup)
    {
        _visits[group] += other._visits[otherGroup];
        foreach (var part in other.PartsOf(otherGroup))
            Add(group, part.Key, part.Value);
    }

    private void Add(int group, ReadOnlySpan<int> parts)
    {
        _visits[group]++;
        foreach (var part in parts)
            Add(group, part, 1);
    }
}
