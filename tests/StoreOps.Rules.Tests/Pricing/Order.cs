using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Pricing;

namespace StoreOps.Rules.Tests.Pricing;

/// <summary>Short ways to write orders and promotions.</summary>
internal static class Order
{
    public static LocalDate Today { get; } = new(2026, 11, 23);

    public static Money Fen(long fen) => Money.FromMinorUnits(fen, Currency.Cny);

    public static WorkOrderLine Line(long fen, LineKind kind = LineKind.Labor, string? item = null, string id = "line") =>
        new() { Id = id, Kind = kind, ListAmount = Fen(fen), ItemId = item };

    public static QuoteRequest Of(params long[] fen) => new() { Date = Today, Lines = [.. fen.Select((one, i) => Line(one, id: "line-" + i))] };

    public static PromotionGroup Group(string id = "group", GroupMode mode = GroupMode.Stack, int atMost = 64) => new(id, "stage", mode, atMost);

    public static Promotion Percent(string id, decimal percent, PromotionGroup? group = null) => new()
    {
        Id = id,
        Name = new LocalizedText(id, id),
        Group = group ?? Group(),
        Effect = new PromotionEffect.PercentOff(Percentage.FromPercent(percent)),
    };

    public static Promotion Amount(string id, long fen, long? forEvery = null, int? atMost = null, PromotionGroup? group = null) => new()
    {
        Id = id,
        Name = new LocalizedText(id, id),
        Group = group ?? Group(),
        Effect = new PromotionEffect.AmountOff(Fen(fen), forEvery is { } step ? Fen(step) : null, atMost),
    };

    public static Quote Quote(QuoteRequest request, params Promotion[] promotions) => new PriceCalculator(Rules(promotions)).Quote(request);

    public static PricingRules Rules(params Promotion[] promotions) => new() { Currency = Currency.Cny, Promotions = [.. promotions] };

    public static RejectedDiscount Rejection(this Quote quote, string id) => Assert.Single(quote.Rejected, one => one.RuleId == id);

    public static string Text(this Quote quote) =>
        quote.Payable + "|" + string.Join(";", quote.Lines.Select(line => line.Payable.MinorUnits)) + "|"
        + string.Join(";", quote.Applied.Select(one => one.RuleId + "=" + one.Amount.MinorUnits + ":" + string.Join(",", one.Shares.Select(share => share.MinorUnits))))
        + "|" + string.Join(";", quote.Rejected.Select(one => one.RuleId + ":" + one.Evidence.Code));
}
