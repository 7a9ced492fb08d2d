using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

internal sealed record CatalogConfig
{
    public required int SchemaVersion { get; init; }

    public required SlotConfig[] Slots { get; init; }

    public required ItemConfig[] Items { get; init; }

    public required ComponentConfig[] Components { get; init; }
}

internal sealed record SlotConfig
{
    public required string Id { get; init; }

    public required NameConfig Name { get; init; }
}

internal sealed record ItemConfig
{
    public required int Number { get; init; }

    public required string Id { get; init; }

    public required NameConfig Name { get; init; }

    public required ServiceAction[] Actions { get; init; }

    public required Powertrain[] Powertrains { get; init; }

    public required string[] Slots { get; init; }

    public RelationConfig[]? Relations { get; init; }
}

internal sealed record RelationConfig
{
    public required RelationKind Kind { get; init; }

    public required string Item { get; init; }
}

internal sealed record ComponentConfig
{
    public required string Id { get; init; }

    public required NameConfig Name { get; init; }

    public required string[] Items { get; init; }
}
