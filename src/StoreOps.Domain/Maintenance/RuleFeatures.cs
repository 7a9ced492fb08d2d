using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>What few rules have beside an interval.</summary>
internal sealed record RuleFeatures
{
    public ServiceTolerance Tolerance { get; init; }

    public ImmutableArray<int> Points { get; init; } = [];

    public bool DoPointsRepeat { get; init; }

    public MeterLimit? Meter { get; init; }

    public bool IsMandatoryFirst { get; init; }

    /// <summary>Gets the answer when neither a limit nor a signal says anything; none where limits count.</summary>
    public (MaintenanceStatus Status, PlanReason Reason)? WithoutSignal { get; init; }

    /// <summary>Gets the limits from an age or odometer on, and from where.</summary>
    public AgedRule? Aged { get; init; }

    public bool IsEmpty => Tolerance.IsEmpty && Points.IsEmpty && Meter is null && !IsMandatoryFirst && WithoutSignal is null && Aged is null;
}

/// <summary>The rule that holds from an age or an odometer on.</summary>
internal sealed class AgedRule(ResolvedRule resolved, int fromKilometers, int fromDay)
{
    private readonly ResolvedRule _resolved = resolved;

    public ref readonly ResolvedRule Resolved => ref _resolved;

    public int FromKilometers { get; } = fromKilometers;

    public int FromDay { get; } = fromDay;
}
