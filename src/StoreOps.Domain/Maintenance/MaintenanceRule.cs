using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>One line of a maker's schedule.</summary>
public sealed record MaintenanceRule
{
    /// <summary>Gets what is serviced: the id of a catalog item or of a finer component.</summary>
    public required string ComponentId { get; init; }

    /// <summary>Gets what is done; more than one where the maker names them together.</summary>
    /// <value>At least one.</value>
    public required ImmutableArray<ServiceAction> Actions { get; init; }

    /// <summary>Gets the limits in normal use.</summary>
    /// <value>Empty when the schedule states them for severe use only.</value>
    public ServiceLimits Limits { get; init; }

    /// <summary>Gets the odometer points at which it is due, where the source lists points and no interval.</summary>
    /// <value>Empty for none; else ascending, above zero, in kilometers.</value>
    public ImmutableArray<int> PointsKilometers { get; init; } = [];

    /// <summary>Gets a value indicating whether the list of points starts again after its last.</summary>
    public bool DoPointsRepeat { get; init; }

    /// <summary>Gets the interval on another meter.</summary>
    /// <value>Null when only the odometer and time count.</value>
    public MeterLimit? MeterLimit { get; init; }

    /// <summary>Gets how far from its limit the maker lets it be done.</summary>
    /// <value>The default states nothing.</value>
    public ServiceTolerance Tolerance { get; init; }

    /// <summary>Gets from where the next interval is counted.</summary>
    public IntervalAnchor Anchor { get; init; }

    /// <summary>Gets a value indicating whether the maker says that no service is needed: it must never be sold.</summary>
    public bool IsNoServiceRequired { get; init; }

    /// <summary>Gets a value indicating whether it is the maker's mandatory first service, done once.</summary>
    public bool IsMandatoryFirst { get; init; }

    /// <summary>Gets the component at whose service this one is done every time.</summary>
    /// <value>Null when it has limits of its own.</value>
    public string? FollowsComponentId { get; init; }

    /// <summary>Gets a value indicating whether the vehicle itself tells by an indicator: then the limits are the cap.</summary>
    public bool HasIndicator { get; init; }

    /// <summary>Gets the measured value that makes it due.</summary>
    /// <value>Null for none.</value>
    public MeasurementTrigger? Measurement { get; init; }

    /// <summary>Gets the events that make it due at once, for example "submersion".</summary>
    /// <value>Empty for none.</value>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>Gets the oil grades of which the normal limits require one.</summary>
    /// <value>Empty when the schedule requires none.</value>
    public ImmutableArray<string> RequiredOilGrades { get; init; } = [];

    /// <summary>Gets what changes in severe use.</summary>
    /// <value>Null when nothing does.</value>
    public SevereUse? Severe { get; init; }

    /// <summary>Gets for which vehicles the rule holds.</summary>
    public RuleScope Scope { get; init; } = RuleScope.All;

    /// <summary>Gets the limits that hold in some markets instead.</summary>
    public ImmutableArray<MarketLimits> Markets { get; init; } = [];

    /// <summary>Gets a condition that the source states in words: nobody but a person can decide it.</summary>
    public string? ConditionText { get; init; }

    /// <summary>Gets what else triggers it in the source's words, such as an indicator of which the limits are the cap.</summary>
    public string? TriggerText { get; init; }

    /// <summary>Gets the meter that its kilometers count on in the source's words, when it is not the odometer alone.</summary>
    public string? Meter { get; init; }

    /// <summary>Gets from what an interval was inferred, where the source has a table of marks.</summary>
    public string? InferredFrom { get; init; }

    /// <summary>Gets the marks of the source's table.</summary>
    public string? Marks { get; init; }

    /// <summary>Gets a remark of the source.</summary>
    public string? Note { get; init; }

    /// <summary>Gets what else the source says, carried and not interpreted.</summary>
    public ImmutableArray<Annotation> Annotations { get; init; } = [];

    /// <summary>Gets the action that names the rule: the last of <see cref="Actions"/>.</summary>
    public ServiceAction Action => Actions[Actions.Length - 1];
}
