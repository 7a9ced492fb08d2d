using System.Collections.Immutable;
using System.Text.Json;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Pricing;

namespace StoreOps.Rules.Packs;

/// <summary>Checks and compiles the examples of a pack.</summary>
internal static class PackTestCompiler
{
    private const int MaxTests = 1_000;
    private const int MaxLines = 50;
    private const int MaxExpectations = 10_000;

    // Every order is held against every promotion.
    private const int MaxOrderWork = 1_000_000;

    public static ImmutableArray<PackTest> Compile(
        RulePackConfig config, ImmutableArray<PackCondition> conditions, PackContext context, Func<LoadIssue, LoadIssue> locate)
    {
        if (config.Tests is not { Length: > 0 } configs)
            return [];
        var work = (long)configs.Count(test => test.Order is not null) * ((config.Promotions?.Length ?? 0) + (config.Coupons?.Length ?? 0));
        if (configs.Length > MaxTests || work > MaxOrderWork || configs.Sum(test => (long)(test.Expect?.Count ?? 0)) > MaxExpectations)
        {
            context.Add("SOR107", "$.tests", "A pack has at most 1000 tests that expect at most 10000 things, and 1000000 pairs of an order in a test and a promotion; there were "
                + PackContext.Show(configs.Length) + " tests.");
            return [];
        }

        var byId = new Dictionary<string, PackCondition>(StringComparer.Ordinal);
        // From the last to the first: the ids of rules win over the names of expressions.
        for (var i = conditions.Length - 1; i >= 0; i--)
            byId[conditions[i].Id] = conditions[i];
        // A rule that is wrong itself has no condition here; that it is not found would be one issue too many.
        var isRight = context.Issues.Count == 0;
        var coupons = new HashSet<string>((config.Coupons ?? []).Select(coupon => coupon.Id), StringComparer.Ordinal);
        var tests = ImmutableArray.CreateBuilder<PackTest>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < configs.Length; i++)
        {
            var path = PackContext.At("$.tests", i);
            if (configs[i].Name.Length == 0 || !names.Add(configs[i].Name))
                context.Add("SOR100", path + ".name", "A test has a name of its own; it was \"" + configs[i].Name + "\".");
            tests.Add(Compile(configs[i], path, byId, isRight, coupons, context, locate(new LoadIssue("SOR110", path, string.Empty))));
        }

        return tests.ToImmutable();
    }

    private static PackTest Compile(
        PackTestConfig config, string path, Dictionary<string, PackCondition> conditions, bool isRight, HashSet<string> coupons, PackContext context, LoadIssue place)
    {
        var facts = RecordedFacts.Read(JsonSerializer.SerializeToElement(config.Facts ?? [], RulePackJson.Default.DictionaryStringJsonElement), StandardFacts.Schema, path + ".facts", context.Issues);
        var verdicts = ImmutableArray.CreateBuilder<(PackCondition, Verdict)>();
        foreach (var (id, value) in (config.Expect ?? []).Select(pair => (pair.Key, pair.Value)))
        {
            var verdict = value.ValueKind switch
            {
                JsonValueKind.True => Verdict.True,
                JsonValueKind.False => Verdict.False,
                JsonValueKind.String when value.GetString() == "unknown" => Verdict.Unknown,
                _ => (Verdict?)null,
            };
            if (verdict is null)
                context.Add("SOR103", path + ".expect." + id, "true, false or \"unknown\" is expected of a condition.");
            else if (conditions.TryGetValue(id, out var condition))
                verdicts.Add((condition, verdict.Value));
            else if (isRight)
                context.AddUnknown("SOR104", path + ".expect." + id, "\"" + id + "\" is neither a rule with a condition nor an expression of the pack", id, conditions.Keys);
        }

        var date = context.Date(config.Date, path + ".date");
        if (date is { } day)
            facts = StandardFacts.On(day, facts)!;
        if ((config.Expect ?? []).Count == 0 && config.Applied is null && config.Payable is null)
            context.Add("SOR105", path, "A test expects something: expect, applied or payable.");
        if (config.Order is null && (config.Applied is not null || config.Payable is not null))
            context.Add("SOR106", path, "\"applied\" and \"payable\" belong to an order.");
        for (var i = 0; i < (config.Coupons?.Length ?? 0); i++)
        {
            if (!coupons.Contains(config.Coupons![i]))
                context.AddUnknown("SOR108", PackContext.At(path + ".coupons", i), "\"" + config.Coupons[i] + "\" is not a coupon of the pack", config.Coupons[i], coupons);
        }

        if (config.Order is not null && config.Date is null)
            context.Add("SOR106", path, "An order has a day; \"date\" was missing.");
        return new PackTest(config.Name, place.Path, place.Document, facts, verdicts.ToImmutable())
        {
            Order = config.Order is null ? null : Order(config, path, date ?? new LocalDate(2000, 1, 1), facts, context),
            Applied = config.Applied is { } applied ? [.. applied] : null,
            Payable = config.Payable is { } payable ? context.Amount(payable, path + ".payable", isZeroAllowed: true) : null,
        };
    }

    private static QuoteRequest Order(PackTestConfig config, string path, LocalDate date, FactSet facts, PackContext context)
    {
        var lines = ImmutableArray.CreateBuilder<WorkOrderLine>();
        if (config.Order!.Length is 0 or > MaxLines)
            context.Add("SOR024", path + ".order", "An order in a test has from 1 to 50 lines; there were " + PackContext.Show(config.Order.Length) + ".");
        for (var i = 0; i < Math.Min(config.Order.Length, MaxLines); i++)
        {
            var line = config.Order[i];
            PricingCompiler.CheckSelector(new SelectorConfig { Item = line.Item, Slot = line.Slot, Package = line.Package }, PackContext.At(path + ".order", i), context);
            lines.Add(new WorkOrderLine
            {
                Id = PackContext.Show(i),
                Kind = line.Kind,
                ListAmount = context.Amount(line.Amount, PackContext.At(path + ".order", i) + ".amount", isZeroAllowed: true),
                ItemId = line.Item,
                Slot = line.Slot,
                PackageId = line.Package,
            });
        }

        void Default(string name, CelValue value)
        {
            if (!(config.Facts ?? []).ContainsKey(name))
                facts.Set(name, value);
        }

        Default(StandardFacts.OrderTotal, CelValue.Of(lines.Sum(line => line.ListAmount.Amount)));
        Default(StandardFacts.OrderLabor, CelValue.Of(lines.Where(line => line.Kind == LineKind.Labor).Sum(line => line.ListAmount.Amount)));
        Default(StandardFacts.OrderParts, CelValue.Of(lines.Where(line => line.Kind == LineKind.Part).Sum(line => line.ListAmount.Amount)));
        Default(StandardFacts.OrderItems, CelValue.Of([.. lines.Where(line => line.ItemId is not null).Select(line => line.ItemId!).Distinct(StringComparer.Ordinal)]));
        return new QuoteRequest { Date = date, Lines = lines.ToImmutable(), Facts = facts, CouponIds = [.. config.Coupons ?? []] };
    }
}
