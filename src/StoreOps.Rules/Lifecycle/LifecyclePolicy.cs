namespace StoreOps.Rules.Lifecycle;

/// <summary>What a shop's owner configures about the six states. Immutable; the default is the measured one.</summary>
/// <remarks>
/// Each property checks its own range. <see cref="LifecycleClassifier"/> checks that they agree: warning, at risk, dormant and lost rise strictly.
/// The default cuts are where the chance of an MBG/CNBD-k customer (dropout 0.2 a visit) being alive crosses .50, .20 and .05.
/// </remarks>
public sealed record LifecyclePolicy
{
    /// <summary>The largest ratio accepted as a cut.</summary>
    public const int MaxRatio = 1_000;

    /// <summary>The most days accepted anywhere: a century.</summary>
    public const int MaxDays = 36_525;

    /// <summary>Gets the policy with all defaults.</summary>
    public static LifecyclePolicy Default { get; } = new();

    /// <summary>Gets the ratio above which a customer is warned about.</summary>
    /// <value>Above 0, below <see cref="AtRiskFrom"/>, at most four decimals; the default is 1.25.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public decimal WarningFrom { get; init => field = Ratio(value); } = 1.25m;

    /// <summary>Gets the ratio above which a customer is at risk.</summary>
    /// <value>Above 0, below <see cref="DormantFrom"/>, at most four decimals; the default is 2.0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public decimal AtRiskFrom { get; init => field = Ratio(value); } = 2.0m;

    /// <summary>Gets the ratio above which a customer is dormant.</summary>
    /// <value>Above 0, below <see cref="LostFrom"/>, at most four decimals; the default is 3.2.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public decimal DormantFrom { get; init => field = Ratio(value); } = 3.2m;

    /// <summary>Gets the ratio above which a customer is lost.</summary>
    /// <value>Above 0, at most <see cref="MaxRatio"/>, at most four decimals; the default is 5.0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public decimal LostFrom { get; init => field = Ratio(value); } = 5.0m;

    /// <summary>Gets the days since the last visit after which a customer is lost whatever the interval.</summary>
    /// <value>From 1 to <see cref="MaxDays"/>; the default is 730.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int LostAfterDays { get; init => field = Days(value); } = 730;

    /// <summary>Gets the days since the last visit after which a customer whose interval is not known is dormant.</summary>
    /// <value>From 1 to <see cref="MaxDays"/>; the default is 365.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int DormantAfterDaysWhenIntervalUnknown { get; init => field = Days(value); } = 365;

    /// <summary>Gets the number of visits that makes a core customer.</summary>
    /// <value>From 2 to 1,000; the default is 4.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int CoreFromVisits
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000);
            field = value;
        }
    }

    = 4;

    /// <summary>Gets how many gaps between visits the prior interval weighs as much as.</summary>
    /// <value>From 0 (the prior is never used) to 100; the default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int PriorWeight
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = value;
        }
    }

    = 1;

    /// <summary>Gets the prior interval where none comes with the situation: the shop's median gap between visits, mostly.</summary>
    /// <value>From 1 to <see cref="MaxDays"/>; null, the default, where the shop does not know it.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int? DefaultIntervalDays { get; init => field = value is { } days ? Days(days) : null; }

    /// <summary>
    /// Gets a value indicating whether visits for warranty or recall work only count like chosen ones. The default is false.
    /// </summary>
    public bool CountsWarrantyVisits { get; init; }

    /// <summary>Gets a value indicating whether visits after an accident count like chosen ones. The default is false.</summary>
    public bool CountsAccidentVisits { get; init; }

    internal static int Days(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxDays);
        return value;
    }

    private static decimal Ratio(decimal value)
    {
        if (value is <= 0m or > MaxRatio || value * RatioCut.Scale != decimal.Truncate(value * RatioCut.Scale))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A ratio lies above 0 and at most at 1000, with at most four decimals.");
        return value;
    }
}
