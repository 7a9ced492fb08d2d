using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Rules;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Localization;
using StoreOps.Rules.Packs;
using StoreOps.Rules.Pricing;
using StoreOps.Rules.Tags;

namespace StoreOps.Samples.VendorRulePack;

/// <summary>One customer at the counter: three visits, an oil change. What do the rules say, and why?</summary>
internal static class Counter
{
    private static LocalDate Day { get; } = new(2026, 11, 23);

    public static void Decide(RulePack pack, Language language, TextWriter output)
    {
        var labor = pack.Pricing.FindLabor("engine-oil", ServiceAction.Replace, Day)!;
        var oil = Money.FromAmount(420m, pack.Currency);
        var facts = new FactSet(StandardFacts.Schema)
            .Set(StandardFacts.CustomerVisits, CelValue.Of(3))
            .Set(StandardFacts.CustomerIdleDays, CelValue.Of(95))
            .Set(StandardFacts.OrderTotal, CelValue.Of((labor.Price + oil).Amount));
        var tags = new TagEngine(pack.Tags, pack.Segments, pack.Stamp).Evaluate(facts, Day);
        var quote = new PriceCalculator(pack.Pricing).Quote(new QuoteRequest
        {
            Date = Day,
            Facts = tags.Facts,
            CouponIds = ["welcome-back"],
            Lines =
            [
                new WorkOrderLine { Id = "1", Kind = LineKind.Labor, ItemId = "engine-oil", Action = ServiceAction.Replace, ListAmount = labor.Price },
                new WorkOrderLine { Id = "2", Kind = LineKind.Part, ItemId = "engine-oil", Slot = "engine-oil", ListAmount = oil },
            ],
        });

        var isChinese = language == Language.Chinese;
        output.WriteLine((isChinese ? "规则包 " : "pack ") + string.Join(isChinese ? " 叠加于 " : " over ", pack.Layers));
        output.WriteLine((isChinese ? $"  应付 {quote.Payable}，原价 {quote.ListTotal}" : $"  to pay {quote.Payable} of {quote.ListTotal}")
            + (tags.TagIds.IsEmpty ? string.Empty : (isChinese ? "，标签 " : ", tags ") + string.Join(", ", tags.TagIds)));
        foreach (var one in quote.Applied)
            output.WriteLine($"  + {one.Name.In(language)}: -{one.Amount}  ({EvidenceText.Gist(one.Evidence, language)})");
        foreach (var one in quote.Rejected)
            output.WriteLine($"  - {one.Name.In(language)}  ({EvidenceText.Gist(one.Evidence, language)})");
    }

    /// <summary>Tells what became of an edit: the entries that changed and the new decision, or why the old pack stays.</summary>
    public static void Report(PackReplacement replacement, Language language, TextWriter output)
    {
        var isChinese = language == Language.Chinese;
        switch (replacement.Outcome)
        {
            case PackReplacementOutcome.Refused:
                output.WriteLine(isChinese ? $"  拒绝，继续使用 {replacement.Previous}：" : $"  refused; {replacement.Previous} stays:");
                foreach (var issue in replacement.Issues)
                    output.WriteLine("    " + issue);
                break;
            case PackReplacementOutcome.Replaced:
                foreach (var change in PackDiff.Between(replacement.Previous, replacement.Pack!).Changes)
                {
                    output.WriteLine($"  {change.Kind}: {change.Section}/{change.Id}");
                    foreach (var member in change.Members)
                        output.WriteLine($"    {member.Path}: {member.Old ?? "-"} -> {member.New ?? "-"}");
                }

                Decide(replacement.Pack!, language, output);
                break;
            default:
                output.WriteLine(isChinese ? "  内容未变" : "  it says the same as before");
                break;
        }
    }
}
