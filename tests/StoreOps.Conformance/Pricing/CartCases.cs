using System.Globalization;
using System.Text.Json;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Pricing;

namespace StoreOps.Conformance.Pricing;

/// <summary>Carts whose promotions take a percentage or an amount off the whole order. Anything else is named, and left.</summary>
internal static class CartCases
{
    /// <summary>Returns what of a case the engine has no shape for; null when it understands all of it.</summary>
    public static string? Obstacle(JsonElement one)
    {
        foreach (var member in one.EnumerateObject())
        {
            if (member.Name is not ("id" or "kind" or "source" or "description" or "currency" or "lines" or "promotions" or "expected" or "tags" or "notes"))
                return "the cart's \"" + member.Name + "\"";
        }

        foreach (var member in one.GetProperty("expected").EnumerateObject())
        {
            if (member.Name is not ("total" or "discountTotal" or "lineDiscounts" or "applied" or "rejected"))
                return "the expected \"" + member.Name + "\"";
        }

        if (one.GetProperty("lines").EnumerateArray().SelectMany(line => line.EnumerateObject()).Select(member => member.Name)
            .FirstOrDefault(name => name is not ("sku" or "qty" or "unitPrice" or "category")) is { } lineMember)
            return "the line's \"" + lineMember + "\"";
        var promotions = one.GetProperty("promotions").EnumerateArray().ToArray();
        if (promotions.Length == 0)
            return "a cart without promotions";
        if (promotions.Select(Unknown).FirstOrDefault(unknown => unknown is not null) is { } obstacle)
            return obstacle;
        // Without a stated order of application, several promotions have one meaning only where their order does not matter.
        return promotions.Length > 1 && promotions.Any(promotion => EffectOf(promotion).TryGetProperty("percent", out _) || promotion.TryGetProperty("conditions", out _))
            ? "several promotions whose order of application is not stated"
            : null;
    }

    public static string? Run(JsonElement one)
    {
        var currency = Currency.Parse(one.GetProperty("currency").GetString()!);
        var lines = one.GetProperty("lines").EnumerateArray().Select(line => new WorkOrderLine
        {
            Id = line.GetProperty("sku").GetString()!,
            Kind = LineKind.Part,
            ListAmount = Money.FromAmount(Number(line.GetProperty("unitPrice")), currency) * line.GetProperty("qty").GetInt64(),
        }).ToArray();
        var rules = new PricingRules
        {
            Currency = currency,
            Promotions = [.. one.GetProperty("promotions").EnumerateArray().Select(promotion => Promotion(promotion, currency))],
        };
        var quote = new PriceCalculator(rules).Quote(new QuoteRequest { Date = new LocalDate(2026, 1, 1), Lines = [.. lines] });
        var expected = one.GetProperty("expected");
        if (expected.TryGetProperty("total", out var total) && quote.Payable.Amount != Number(total))
            return $"should be {Number(total)}; it was {quote.Payable}";
        if (expected.TryGetProperty("discountTotal", out var discount) && quote.Discount.Amount != Number(discount))
            return $"should take off {Number(discount)}; it was {quote.Discount}";
        if (expected.TryGetProperty("lineDiscounts", out var shares) && shares.EnumerateObject().Any(share =>
            quote.Lines.Where(line => line.Line.Id == share.Name).Sum(line => line.Discount.Amount) != Number(share.Value)))
            return "its lines took off " + string.Join(", ", quote.Lines.Select(line => line.Line.Id + " " + line.Discount));
        return Same(expected, "applied", quote.Applied.Select(applied => applied.RuleId))
            ?? Same(expected, "rejected", quote.Rejected.Select(rejected => rejected.RuleId));
    }

    private static string? Unknown(JsonElement promotion)
    {
        if (promotion.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => name is not ("id" or "text" or "effect" or "conditions")) is { } unknown)
            return "the promotion's \"" + unknown + "\"";
        var effect = promotion.GetProperty("effect");
        if (effect.ValueKind != JsonValueKind.Object)
            return "several effects of one promotion";
        var shape = string.Join(" ", effect.EnumerateObject().Select(member => member.Name == "type" ? member.Value.GetString() : member.Name));
        if (shape is not ("order_fixed amount" or "order_percent percent"))
            return "the effect \"" + shape + "\"";
        if (!promotion.TryGetProperty("conditions", out var conditions) || conditions.ValueKind == JsonValueKind.Null)
            return null;
        return conditions.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => name != "minSubtotal") is { } condition
            ? "the condition \"" + condition + "\""
            : null;
    }

    private static Promotion Promotion(JsonElement promotion, Currency currency)
    {
        var effect = EffectOf(promotion);
        var id = promotion.GetProperty("id").GetString()!;
        var hasMinimum = promotion.TryGetProperty("conditions", out var conditions) && conditions.ValueKind == JsonValueKind.Object;
        return new Promotion
        {
            Id = id,
            Name = new LocalizedText(id, id),
            Group = new PromotionGroup("order", "order", GroupMode.Stack, 64),
            Effect = effect.TryGetProperty("percent", out var percent)
                ? new PromotionEffect.PercentOff(Percentage.FromPercent(Number(percent)))
                : new PromotionEffect.AmountOff(Money.FromAmount(Number(effect.GetProperty("amount")), currency)),
            Minimum = hasMinimum && conditions.TryGetProperty("minSubtotal", out var minimum) ? Money.FromAmount(Number(minimum), currency) : null,
        };
    }

    private static string? Same(JsonElement expected, string member, IEnumerable<string> ids) =>
        !expected.TryGetProperty(member, out var wanted) || wanted.EnumerateArray().Select(id => id.GetString()).ToHashSet().SetEquals(ids)
            ? null
            : member + " were " + string.Join(", ", ids);

    private static JsonElement EffectOf(JsonElement promotion) => promotion.GetProperty("effect");

    private static decimal Number(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDecimal()
        : decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture);
}
