using System.Collections.Immutable;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;

namespace StoreOps.Recommend.Tests.Training;

/// <summary>Work orders for tests.</summary>
internal static class AnyOrders
{
    private static readonly string[] Ids = [.. MaintenanceCatalog.BuiltIn.Items.Take(8).Select(item => item.Id), "not-in-catalog"];

    public static Gen<WorkOrder[]> Several { get; } =
        Gen.Choose(0, Ids.Length).ArrayOf().ArrayOf().Select(orders => orders
            .Select((lines, index) => Order("o" + index, [.. lines.Select(line => line == Ids.Length ? null : Ids[line])]))
            .ToArray());

    public static WorkOrder Order(string id, params string?[] items) => new()
    {
        Id = id,
        ShopId = "s",
        VehicleId = "v",
        Date = new LocalDate(2026, 1, 10),
        Lines = [.. items.Select((item, index) => new WorkOrderLine
        {
            Id = "l" + index,
            Kind = LineKind.Part,
            ListAmount = Money.FromMinorUnits(100, Currency.Cny),
            ItemId = item,
        })],
    };

    public static ImmutableArray<WorkOrder> Repeat(int count, string prefix, params string?[] items) =>
        [.. Enumerable.Range(0, count).Select(index => Order(prefix + index, items))];
}
