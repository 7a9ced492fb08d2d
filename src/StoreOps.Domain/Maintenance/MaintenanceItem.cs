using System.Collections.Immutable;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>One of the maintenance items of the catalog.</summary>
/// <param name="Number">The number in the catalog, from 1.</param>
/// <param name="Id">The id, kebab-case, for example "engine-oil".</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Actions">What can be done with it.</param>
/// <param name="Powertrains">The powertrains that have it at all.</param>
/// <param name="Slots">The parts its service may take, the most important first.</param>
/// <param name="Relations">How it bears on other items.</param>
public sealed record MaintenanceItem(
    int Number,
    string Id,
    LocalizedText Name,
    ImmutableArray<ServiceAction> Actions,
    ImmutableArray<Powertrain> Powertrains,
    ImmutableArray<PartSlot> Slots,
    ImmutableArray<ItemRelation> Relations)
{
    /// <summary>Tells whether vehicles with a powertrain have this item.</summary>
    /// <param name="powertrain">The powertrain.</param>
    /// <returns>True also for <see cref="Powertrain.Unknown"/>: nothing is ruled out.</returns>
    public bool AppliesTo(Powertrain powertrain) => powertrain == Powertrain.Unknown || Powertrains.Contains(powertrain);
}
