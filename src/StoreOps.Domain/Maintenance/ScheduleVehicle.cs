using System.Collections.Immutable;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>Which vehicles a schedule is for.</summary>
/// <param name="Make">The make; "*" for every make.</param>
/// <param name="ModelText">The models in the source's words; empty when it has none.</param>
/// <param name="Models">The models by which a vehicle is found, compared without regard to case; empty for all models of the make.</param>
/// <param name="FromModelYear">The first model year; null for no lower bound.</param>
/// <param name="ToModelYear">The last model year; null for no upper bound.</param>
/// <param name="Market">The market in the source's words; null when it has none.</param>
/// <param name="Powertrains">The powertrains; empty for all.</param>
public sealed record ScheduleVehicle(
    string Make,
    string ModelText,
    ImmutableArray<string> Models,
    int? FromModelYear,
    int? ToModelYear,
    string? Market,
    ImmutableArray<Powertrain> Powertrains)
{
    /// <summary>Gets the identifiers of the vehicles in other systems, for example a TecDoc KType or an ACES vehicle.</summary>
    /// <value>Empty where none are stated; carried, never interpreted.</value>
    public ImmutableArray<ExternalKey> Keys { get; init; } = [];
}
