namespace StoreOps.Domain.Maintenance;

/// <summary>One rule, held against today: only what the answer needs, so that it is cheap to make.</summary>
internal readonly struct DueQuestion(
    int index, in ResolvedRule rule, in LastService last, in ServiceSignal signal, in DuePoint point, int kilometers, int today, int? spanKilometers, int? spanMonths)
{
    public readonly ServiceSignal Signal = signal;
    public readonly DuePoint Point = point;

    public int Index { get; } = index;

    public RuleFeatures? More { get; } = rule.More;

    /// <summary>Gets a value indicating whether the rule states no repeat interval.</summary>
    public bool IsOnce { get; } = rule.Limits.EveryKilometers is null && rule.Limits.EveryMonths is null;

    public bool IsRecorded { get; } = last.IsRecorded;

    public bool IsOdometerRecorded { get; } = last.Kilometers is not null;

    public bool IsElsewhere { get; } = last.IsElsewhere;

    public int Kilometers { get; } = kilometers;

    public int Today { get; } = today;

    public int? SpanKilometers { get; } = spanKilometers;

    public int? SpanMonths { get; } = spanMonths;
}
