using System.Collections.Immutable;

using StoreOps.Domain.Maintenance;
using StoreOps.Rules.Brands;

namespace StoreOps.Recommend.Reception;

/// <summary>A service on today's order: why it is there, and which parts it takes.</summary>
/// <param name="ItemId">The maintenance item or component.</param>
/// <param name="Action">What is done.</param>
/// <param name="Planned">The line of the maintenance plan; null when the customer asked for it beyond the plan.</param>
/// <param name="Parts">The parts chosen, one a slot.</param>
public sealed record ReceivedService(string ItemId, ServiceAction Action, PlannedService? Planned, ImmutableArray<PartChoice> Parts);
