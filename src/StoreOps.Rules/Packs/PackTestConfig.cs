using System.ComponentModel;
using System.Text.Json;

using StoreOps.Domain.Orders;

namespace StoreOps.Rules.Packs;

internal sealed record PackTestConfig
{
    [Description("What is shown, for example: regulars pay 10 % less for labor.")]
    public required string Name { get; init; }

    [Description("What is known, by the names of facts; what is missing or null is not known.")]
    public Dictionary<string, JsonElement>? Facts { get; init; }

    [Description("What must come out: for the id of a rule or the name of an expression true, false or \"unknown\".")]
    public Dictionary<string, JsonElement>? Expect { get; init; }

    [Description("The day of the order, as 2026-11-20.")]
    public string? Date { get; init; }

    [Description("The lines of a small order to be quoted. Facts about the order are taken from them unless they are set.")]
    public TestLineConfig[]? Order { get; init; }

    [Description("The coupons that the customer holds.")]
    public string[]? Coupons { get; init; }

    [Description("The promotions and coupons that must apply to the order, and no others.")]
    public string[]? Applied { get; init; }

    [Description("What must be to pay for the order.")]
    public decimal? Payable { get; init; }
}

internal sealed record TestLineConfig
{
    public required LineKind Kind { get; init; }

    [Description("The list amount of the whole line.")]
    public required decimal Amount { get; init; }

    [Description("The maintenance item.")]
    public string? Item { get; init; }

    [Description("The slot of the part.")]
    public string? Slot { get; init; }

    [Description("The package sold.")]
    public string? Package { get; init; }
}
