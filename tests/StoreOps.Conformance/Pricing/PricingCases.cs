using System.Globalization;
using System.Text.Json;

using StoreOps.Domain.Monetary;

namespace StoreOps.Conformance.Pricing;

/// <summary>Pricing cases of the neutral shape. What the library cannot express yet is skipped with its reason, never passed.</summary>
internal static class PricingCases
{
    public static ConformanceTally Run(string path, TextWriter output)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var tally = default(ConformanceTally);
        var skipped = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var id = one.GetProperty("id").GetString();
            var kind = one.GetProperty("kind").GetString()!;
            var problem = kind switch
            {
                "allocation" => Allocation(one),
                "allocation-with-floors" => AllocationWithFloors(one),
                "allocation-goods-shipping" => GoodsAndShipping(one),
                "running-rounding" => RunningRounding(one),
                "package-split" => PackageSplit(one),
                "cart" => CartCases.Obstacle(one) is { } obstacle ? Skip("the engine has no shape for " + obstacle) : CartCases.Run(one),
                _ => Skip("the kind \"" + kind + "\" needs the pricing engine's cart semantics, which this runner does not map yet"),
            };
            if (problem is null)
            {
                tally += ConformanceTally.OnePassed;
            }
            else if (problem.StartsWith(SkipMark, StringComparison.Ordinal))
            {
                output.WriteLine($"{id}: skipped: {problem[SkipMark.Length..]}");
                skipped[problem] = skipped.GetValueOrDefault(problem) + 1;
                tally += ConformanceTally.OneSkipped;
            }
            else
            {
                output.WriteLine($"{id}: failed: {problem}");
                tally += ConformanceTally.OneFailed;
            }
        }

        return tally;
    }

    private const string SkipMark = "skip:";

    private static string Skip(string reason) => SkipMark + reason;

    private static string? Allocation(JsonElement one)
    {
        var currency = Currency.Parse(one.GetProperty("currency").GetString()!);
        var weights = Longs(one.GetProperty("weights"));
        var amount = Money.FromMinorUnits(one.GetProperty("amountMinor").GetInt64(), currency);
        var expected = one.GetProperty("expected");
        var shares = new Money[weights.Length];
        if (expected.TryGetProperty("error", out _))
            return Refuses(() => amount.Allocate(weights, shares)) ? null : "should be refused; it gave " + Show(shares);

        // Nothing to weigh by: the sources then share equally, which is a split.
        if (weights.All(weight => weight == 0) && !amount.IsZero)
            amount.Split(shares);
        else
            amount.Allocate(weights, shares);
        var wanted = Longs(expected.GetProperty("sharesMinor"));
        if (!one.TryGetProperty("equalsLargestRemainder", out var equals) || equals.ValueKind != JsonValueKind.False)
            return shares.Select(share => share.MinorUnits).SequenceEqual(wanted) ? null : $"should be {Show(wanted)}; it was {Show(shares)}";

        // The source has another method: what every method owes is the sum, the sign and less than a unit from the exact share.
        var total = weights.Sum(weight => (decimal)weight);
        var isLawful = shares.Sum(share => share.MinorUnits) == amount.MinorUnits
            && shares.Zip(weights).All(pair => Math.Abs(pair.First.MinorUnits - (amount.MinorUnits * pair.Second / total)) < 1
                && pair.First.MinorUnits * Math.Sign(amount.MinorUnits) >= 0);
        return isLawful ? null : "breaks the laws of sharing: " + Show(shares);
    }

    private static string? AllocationWithFloors(JsonElement one)
    {
        var currency = Currency.Parse(one.GetProperty("currency").GetString()!);
        var weights = Longs(one.GetProperty("weights"));
        var floors = Longs(one.GetProperty("floorsMinor"));
        var limits = weights.Zip(floors, (weight, floor) => weight - floor).ToArray();
        var shares = new Money[weights.Length];
        Money.FromMinorUnits(one.GetProperty("amountMinor").GetInt64(), currency).AllocateWithin(weights, limits, shares);
        var wanted = Longs(one.GetProperty("expected").GetProperty("sharesMinor"));
        return shares.Select(share => share.MinorUnits).SequenceEqual(wanted) ? null : $"should be {Show(wanted)}; it was {Show(shares)}";
    }

    private static string? GoodsAndShipping(JsonElement one)
    {
        var currency = Currency.Parse(one.GetProperty("currency").GetString()!);
        var lines = one.GetProperty("lines").EnumerateArray().ToArray();
        var goods = Money.Zero(currency);
        foreach (var line in lines)
            goods += Money.FromAmount(Decimal(line.GetProperty("unitPrice")), currency) * line.GetProperty("qty").GetInt64();
        var shipping = Money.FromAmount(Decimal(one.GetProperty("shipping").GetProperty("price")), currency);
        var promotions = one.GetProperty("promotions").EnumerateArray().ToArray();
        if (promotions.Length != 1)
            return Skip("more than one promotion shared between goods and shipping");
        var effect = promotions[0].GetProperty("effect");
        var value = Decimal(effect.GetProperty("value"));
        var whole = goods + shipping;
        Money discount;
        switch (effect.GetProperty("type").GetString())
        {
            case "total_fixed":
                discount = Money.Min(whole, Money.FromAmount(value, currency));
                break;
            case "total_percent":
                discount = Percentage.FromPercent(value).Of(whole, RoundingPolicy.HalfAwayFromZero);
                break;
            default:
                return Skip("the effect " + effect.GetProperty("type").GetString() + " on goods and shipping");
        }

        var shares = new Money[2];
        if (discount.IsZero)
            Array.Fill(shares, discount);
        else
            discount.Allocate([goods.MinorUnits, shipping.MinorUnits], shares);
        var expected = one.GetProperty("expected");
        return shares[0].Amount == Decimal(expected.GetProperty("goodsDiscount")) && shares[1].Amount == Decimal(expected.GetProperty("shippingDiscount"))
            ? null
            : "it was " + Show(shares);
    }

    private static string? RunningRounding(JsonElement one)
    {
        var state = CumulativeRounding.Start(Currency.Parse(one.GetProperty("currency").GetString()!), RoundingPolicy.HalfAwayFromZero);
        var wanted = one.GetProperty("expected").GetProperty("rounded").EnumerateArray().Select(Decimal).ToArray();
        var postings = new List<decimal>();
        foreach (var input in one.GetProperty("inputs").EnumerateArray())
        {
            state = state.Add(Decimal(input), out var posting);
            postings.Add(posting.Amount);
        }

        return postings.SequenceEqual(wanted) ? null : "it was " + string.Join(", ", postings);
    }

    private static string? PackageSplit(JsonElement one)
    {
        var expected = one.GetProperty("expected");
        if (!expected.TryGetProperty("package", out var package) || !expected.TryGetProperty("parts", out var parts))
            return Skip("a package split without the package or its parts");
        if (package.EnumerateObject().Any(member => member.Name is not ("paid" or "uses")))
            return Skip("a package split by more than what was paid and the number of uses");
        var currency = Currency.Parse(one.GetProperty("currency").GetString()!);
        var shares = new Money[package.GetProperty("uses").GetInt32()];
        Money.FromAmount(Decimal(package.GetProperty("paid")), currency).Split(shares);
        // The order of the parts is the source's policy; that they sum to the whole and differ by a unit at most is the law.
        var wanted = parts.EnumerateArray().Select(Decimal).Order().ToArray();
        return shares.Select(share => share.Amount).Order().SequenceEqual(wanted) ? null : "it was " + Show(shares);
    }

    private static bool Refuses(Action act)
    {
        try
        {
            act();
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static decimal Decimal(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDecimal()
        : decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    private static long[] Longs(JsonElement values) => values.EnumerateArray().Select(value => value.GetInt64()).ToArray();

    private static string Show(IEnumerable<Money> shares) => Show(shares.Select(share => share.MinorUnits));

    private static string Show(IEnumerable<long> shares) => "[" + string.Join(", ", shares) + "]";
}
