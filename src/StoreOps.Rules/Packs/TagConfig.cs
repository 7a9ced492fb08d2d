using System.ComponentModel;

using StoreOps.Domain;
using StoreOps.Rules.Tags;

namespace StoreOps.Rules.Packs;

internal sealed record TagConfig : DatedConditionConfig
{
    public required string Id { get; init; }

    public required NameConfig Name { get; init; }

    [Description("fact: follows from a record. rule: an owner's conclusion. prediction: rests on a prediction. It sees the tags of the levels before it.")]
    public required TagLevel Level { get; init; }

    [Description("The first day, as 2026-11-20.")]
    public string? From { get; init; }

    [Description("The last day, inclusive.")]
    public string? Until { get; init; }
}

internal sealed record SegmentConfig : DatedConditionConfig
{
    public required string Id { get; init; }

    public required NameConfig Name { get; init; }

    [Description("The first day, as 2026-11-20.")]
    public string? From { get; init; }

    [Description("The last day, inclusive.")]
    public string? Until { get; init; }
}
