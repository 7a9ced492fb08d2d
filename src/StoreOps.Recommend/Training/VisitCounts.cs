namespace StoreOps.Recommend.Training;

/// <summary>All counts that the tables of a model are made from, in the numbers of its names.</summary>
internal sealed class VisitCounts
{
    public required string[] Parts { get; init; }

    public required string[] Families { get; init; }

    public required string[] Tags { get; init; }

    public required PartTally Tally { get; init; }

    public required IPairCounts Pairs { get; init; }

    public required GroupTally ByFamily { get; init; }

    public required GroupTally ByTag { get; init; }

    /// <summary>Gets whether the odometer was read at any visit, the vehicles' last visits included.</summary>
    public required bool HasKilometers { get; init; }

    /// <summary>Gets the first and the last day with a visit, from 1970-01-01; zero without visits.</summary>
    public required (int First, int Last) Days { get; init; }

    /// <summary>Counts the first visits of each vehicle.</summary>
    public static VisitCounts Of(OrderLog log, int[] visits, CancellationToken cancellation = default)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var vehicle = 0; vehicle < log.Vehicles; vehicle++)
        {
            if (visits[vehicle] == 0)
                continue;
            first = Math.Min(first, log.Days[log.VisitStarts[vehicle]]);
            last = Math.Max(last, log.Days[log.VisitStarts[vehicle] + visits[vehicle] - 1]);
        }

        return new VisitCounts
        {
            Parts = log.Parts,
            Families = log.Families,
            Tags = log.Tags,
            Tally = PartTally.Of(log, visits, cancellation),
            Pairs = new LogPairs(log, visits),
            ByFamily = GroupTally.OfFamilies(log, visits),
            ByTag = GroupTally.OfTags(log, visits),
            HasKilometers = log.Kilometers.Any(km => km >= 0),
            Days = last < first ? (0, 0) : (first, last),
        };
    }
}
