using System.ComponentModel;
using System.Text.Json.Serialization;

namespace StoreOps.Domain.Maintenance;

internal sealed record CatalogOverlayConfig
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required int SchemaVersion { get; init; }

    [Description("The id of the overlay, kebab-case.")]
    public required string Id { get; init; }

    public SlotConfig[]? Slots { get; init; }

    [Description("Further items; their numbers are not taken.")]
    public ItemConfig[]? Items { get; init; }

    public ComponentConfig[]? Components { get; init; }

    [Description("Other names for what the catalog has.")]
    public RenameConfig[]? Renames { get; init; }

    [Description("Further relations of items, also of those that the catalog has.")]
    public ItemRelationConfig[]? Relations { get; init; }

    [Description("Other words for the questions about severe use; what they ask about stays.")]
    public QuestionConfig[]? Questions { get; init; }

    [Description("Identifiers of other systems, for items, components and slots.")]
    public KeyConfig[]? Keys { get; init; }
}

internal sealed record RenameConfig
{
    [Description("An item or a component; left out where a slot is meant.")]
    public string? Component { get; init; }

    [Description("A slot; left out where an item or a component is meant.")]
    public string? Slot { get; init; }

    public required NameConfig Name { get; init; }
}

internal sealed record ItemRelationConfig
{
    [Description("The item that has the relation.")]
    public required string Of { get; init; }

    public required RelationKind Kind { get; init; }

    [Description("The other item.")]
    public required string Item { get; init; }
}

internal sealed record QuestionConfig
{
    [Description("What a yes means.")]
    public required DrivingAnswer Condition { get; init; }

    [Description("The question, in both languages.")]
    public required NameConfig Text { get; init; }
}

internal sealed record KeyConfig
{
    [Description("An item or a component; left out where a slot is meant.")]
    public string? Component { get; init; }

    [Description("A slot; left out where an item or a component is meant.")]
    public string? Slot { get; init; }

    public required string System { get; init; }

    public required string Value { get; init; }
}
