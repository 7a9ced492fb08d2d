namespace StoreOps.Domain.Maintenance;

/// <summary>A rule as a plan counts with it: whole numbers, 0 for what is not stated, and every window computed once.</summary>
internal readonly struct CountedRule
{
    private readonly DueSpan _first;
    private readonly DueSpan _again;

    public CountedRule(in ResolvedRule rule, PlanningOptions options)
    {
        var (limits, more) = (rule.Limits, rule.More);
        var tolerance = more?.Tolerance ?? default;
        var points = more?.Points ?? [];
        _first = new DueSpan(limits.FirstDueKilometers, limits.FirstDueMonths, tolerance, options);
        _again = new DueSpan(limits.EveryKilometers ?? (points.IsEmpty ? null : points[0]), limits.EveryMonths, tolerance, options);
        EveryKilometers = limits.EveryKilometers ?? 0;
        (EarlyKilometers, LateKilometers) = (tolerance.Kilometers ?? 0, tolerance.Kilometers ?? options.ToleranceKilometers);
        (EarlyDays, LateDays) = (tolerance.Days ?? 0, tolerance.Days ?? options.ToleranceDays);
        IsOnce = limits.EveryKilometers is null && limits.EveryMonths is null && more?.Meter is null && more?.WithoutSignal is null
            && (points.IsEmpty || !more!.DoPointsRepeat);
        (Anchor, Replacement, Fixed, FixedStatus, More) = (rule.Anchor, rule.Replacement, rule.Fixed, rule.FixedStatus, more);
        Aged = more?.Aged is { } aged ? new AgedCount(new CountedRule(aged.Resolved, options), aged.FromKilometers, aged.FromDay) : null;
    }

    public int EveryKilometers { get; }

    /// <summary>Gets how far before its limit it is due, where its maker states a window of its own.</summary>
    public int EarlyKilometers { get; }

    public int LateKilometers { get; }

    public int EarlyDays { get; }

    public int LateDays { get; }

    public int Replacement { get; }

    public IntervalAnchor Anchor { get; }

    public PlanReason Fixed { get; }

    public MaintenanceStatus FixedStatus { get; }

    /// <summary>Gets a value indicating whether nothing is left to count once it was done.</summary>
    public bool IsOnce { get; }

    public RuleFeatures? More { get; }

    public AgedCount? Aged { get; }

    /// <summary>The span that counts: the first until there is a record.</summary>
    public static ref readonly DueSpan SpanOf(in CountedRule rule, bool isRecorded) => ref isRecorded ? ref rule._again : ref rule._first;

    /// <summary>The rule as it holds on a day and at an odometer.</summary>
    public static ref readonly CountedRule AsOf(in CountedRule rule, int today, int kilometers)
    {
        if (rule.Aged is { } aged && (kilometers >= aged.FromKilometers || today >= aged.FromDay))
            return ref aged.Rule;
        return ref rule;
    }

    public DueWindow WindowKilometers(in DueSpan span) => new(span.UpcomingKilometers, EarlyKilometers, LateKilometers);

    public DueWindow WindowDays(in DueSpan span) => new(span.UpcomingDays, EarlyDays, LateDays);
}

/// <summary>The rule that holds from an age or an odometer on.</summary>
internal sealed class AgedCount(in CountedRule rule, int fromKilometers, int fromDay)
{
    private readonly CountedRule _rule = rule;

    public ref readonly CountedRule Rule => ref _rule;

    public int FromKilometers { get; } = fromKilometers;

    public int FromDay { get; } = fromDay;
}
