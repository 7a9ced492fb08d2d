using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>What changes for a rule when the vehicle is used hard.</summary>
public sealed record SevereUse
{
    /// <summary>Gets the limits that then hold.</summary>
    public ServiceLimits Limits { get; init; }

    /// <summary>Gets the conditions, letters of the schedule, any of which makes the limits hold.</summary>
    /// <value>Empty when the schedule does not tell them apart: then any condition does.</value>
    public ImmutableArray<string> When { get; init; } = [];

    /// <summary>Gets the kind of part for which the limits hold, for example "iridium".</summary>
    /// <value>Null for any.</value>
    public string? FittedPart { get; init; }

    /// <summary>Gets how the source words the anchor.</summary>
    /// <value>Null when it does not say.</value>
    public string? AnchorText { get; init; }

    /// <summary>Gets a value indicating whether only kilometers count, whatever the months of normal use.</summary>
    /// <value>Null when the source does not say.</value>
    public bool? IsTimeIndependent { get; init; }

    /// <summary>Gets the limits that hold in some markets instead.</summary>
    public ImmutableArray<MarketLimits> Markets { get; init; } = [];

    /// <summary>Gets a remark of the source.</summary>
    public string? Note { get; init; }

    /// <summary>Gets where these limits come from, when not from the schedule's own source.</summary>
    public string? Source { get; init; }

    /// <summary>Gets what else the source says, carried and not interpreted.</summary>
    public ImmutableArray<Annotation> Annotations { get; init; } = [];
}
