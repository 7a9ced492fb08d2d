namespace StoreOps.Recommend.Training;

/// <summary>How a model is trained. The same visits and options give the same bytes, whatever the number of threads.</summary>
public sealed record RecommendTrainerOptions
{
    /// <summary>Gets the options that hold when none are given.</summary>
    public static RecommendTrainerOptions Default { get; } = new();

    /// <summary>Gets how many threads work at most.</summary>
    /// <value>1 or above; the default is 2. Does not change the result.</value>
    public int Threads { get; init; } = 2;

    /// <summary>Gets how many neighbors are kept for each part in each relation.</summary>
    /// <value>From 1 to 1,000; the default is 64.</value>
    public int Neighbors { get; init; } = 64;

    /// <summary>Gets how many of the parts sold most are candidates in every call.</summary>
    /// <value>From 0 to 1,000; the default is 40.</value>
    public int PopularParts { get; init; } = 40;

    /// <summary>Gets how many parts each relation makes a candidate in an average call, of those that the vehicle never had.</summary>
    /// <value>From 1 to 1,000; the default is 40.</value>
    public int CandidatesPerRelation { get; init; } = 40;

    /// <summary>Gets whether orders are also learned from when part of their lines is already written.</summary>
    /// <value>The default is true. False for a model that is only asked before an order has any line.</value>
    public bool LearnsFromOpenOrders { get; init; } = true;

    /// <summary>Gets how many past orders the weights are fitted on at most; counts are always of all.</summary>
    /// <value>From 100 to 1,000,000; the default is 12,000, of which the weights, some hundreds, cannot tell more. Which vehicles is chosen by a
    /// hash of their ids; one that is looked at with and without lines counts twice.</value>
    public int FittingOrders { get; init; } = 12_000;

    /// <summary>Gets the share of vehicles that the weights are not fitted on but set right on: their log-odds are stretched and shifted until
    /// they meet what happened.</summary>
    /// <value>From 0, for no such vehicles, to 0.5; the default is 0.1.</value>
    public double CalibrationShare { get; init; } = 0.1;

    /// <summary>Gets the penalty on the square of each weight.</summary>
    /// <value>Above 0, up to 1e6; the default is 3.</value>
    public double Ridge { get; init; } = 3;

    /// <summary>Gets the penalty on the square of the difference between neighboring weights of a signal.</summary>
    /// <value>From 0 to 1e6; the default is 60.</value>
    public double Smoothing { get; init; } = 60;

    /// <summary>Gets into how many bins the levels of a signal are gathered.</summary>
    /// <value>From 2 to 64; the default is 24. Six more set the highest three percent apart.</value>
    public int Bins { get; init; } = 24;

    internal static void Check(RecommendTrainerOptions options)
    {
        IsAccepted(options.Threads >= 1, "Threads is 1 or above.", options);
        IsAccepted(options.Neighbors is >= 1 and <= 1_000, "Neighbors is from 1 to 1,000.", options);
        IsAccepted(options.PopularParts is >= 0 and <= 1_000, "PopularParts is from 0 to 1,000.", options);
        IsAccepted(options.CandidatesPerRelation is >= 1 and <= 1_000, "CandidatesPerRelation is from 1 to 1,000.", options);
        IsAccepted(options.FittingOrders is >= 100 and <= 1_000_000, "FittingOrders is from 100 to 1,000,000.", options);
        IsAccepted(options.CalibrationShare is >= 0 and <= 0.5, "CalibrationShare is from 0 to 0.5.", options);
        IsAccepted(options.Ridge is > 0 and <= 1e6, "Ridge is above 0, up to 1e6.", options);
        IsAccepted(options.Smoothing is >= 0 and <= 1e6, "Smoothing is from 0 to 1e6.", options);
        IsAccepted(options.Bins is >= 2 and <= 64, "Bins is from 2 to 64.", options);
    }

    private static void IsAccepted(bool isAccepted, string accepted, RecommendTrainerOptions options)
    {
        if (!isAccepted)
            throw new ArgumentException(accepted + " The options were " + options + ".", nameof(options));
    }
}
