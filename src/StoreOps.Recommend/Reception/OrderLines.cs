using System.Collections.Immutable;
using System.Globalization;

using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Pricing;

namespace StoreOps.Recommend.Reception;

/// <summary>Writes the lines of the order: the work and the parts of each service.</summary>
internal static class OrderLines
{
    public static ImmutableArray<WorkOrderLine> Build(
        Arrival arrival,
        ImmutableArray<ReceivedService> services,
        MaintenanceCatalog catalog,
        PricingRules pricing,
        ImmutableArray<ReceptionFinding>.Builder findings)
    {
        var lines = ImmutableArray.CreateBuilder<WorkOrderLine>();
        foreach (var service in services)
        {
            if (pricing.FindLabor(service.ItemId, service.Action, arrival.Date) is { } rate)
                lines.Add(Labor(arrival, service, rate, NextId(lines), catalog));
            else
                findings.Add(new ReceptionFinding(ReceptionFindingKind.LaborPriceMissing, service.ItemId));
            foreach (var choice in service.Parts)
            {
                if (choice.Chosen is { Amount: { } amount, Quantity: { } quantity } offer)
                {
                    lines.Add(new WorkOrderLine
                    {
                        Id = NextId(lines),
                        Kind = LineKind.Part,
                        ListAmount = amount,
                        Quantity = quantity,
                        ItemId = service.ItemId,
                        Action = service.Action,
                        PartId = offer.Stocked.Part.Id,
                        Slot = choice.Slot,
                        Name = offer.Stocked.Part.Name,
                        Credits = Credits((arrival.AdvisorId, CreditRole.Sold)),
                    });
                }
            }
        }

        return lines.ToImmutable();
    }

    private static WorkOrderLine Labor(Arrival arrival, ReceivedService service, LaborRate rate, string id, MaintenanceCatalog catalog) => new()
    {
        Id = id,
        Kind = LineKind.Labor,
        ListAmount = rate.Price,
        ItemId = service.ItemId,
        Action = service.Action,
        Name = catalog.FindComponent(service.ItemId)?.Name ?? new LocalizedText(service.ItemId, service.ItemId),
        Credits = Credits((arrival.AdvisorId, CreditRole.Sold), (arrival.TechnicianId, CreditRole.Performed)),
    };

    private static ImmutableArray<LineCredit> Credits(params ReadOnlySpan<(string? EmployeeId, CreditRole Role)> people)
    {
        var credits = ImmutableArray.CreateBuilder<LineCredit>();
        foreach (var (employeeId, role) in people)
        {
            if (employeeId is not null)
                credits.Add(new LineCredit(employeeId, role));
        }

        return credits.ToImmutable();
    }

    private static string NextId(ImmutableArray<WorkOrderLine>.Builder lines) => (lines.Count + 1).ToString(CultureInfo.InvariantCulture);
}
