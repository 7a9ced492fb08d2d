using FsCheck;
using FsCheck.Fluent;

using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tests.Expressions;

/// <summary>Laws of the condition language, over conditions and facts that nobody thought of.</summary>
public class ConditionPropertyTests
{
    private static readonly string[] Atoms =
    [
        "a", "b", "c", "true", "visits > 3", "visits in [1, 5]", "price <= 19.90", "brand == 'Bosch'", "'vip' in tags", "brand < customer.name",
        "visits / (visits - 3) > 0", "price * visits > 50", "tags.exists(t, t == 'vip' && a)", "has(brand)", "(a ? visits : 2) == 2", "size(tags) > 0", "[a, b].all(x, x || c)",
    ];

    private static readonly string[] Words =
    [
        "a", "visits", "tags", "&&", "||", "!", "(", ")", "[", "]", ",", "in", "==", "<", "-", "5", "1.5", "'x'", "'", "\\", ".", "?", "name", " ", "\n", "\ud800", "99999999999999999999", "e", "{", "}", ":", "tags.all(x, ", "cel.bind(y, ", "1u", "0x1", "b'", "r'", "`", "size(", ".exists(", "x", "+", "*", "/", "%", "null", "optional.of(", ".?", "[?",
    ];

    private static Config Many { get; } = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static Arbitrary<string> Sources { get; } = AnySource(4).ToArbitrary();

    private static Arbitrary<FactSet> FactSets { get; } = (
        from a in Maybe(Gen.Elements(CelValue.Of(true), CelValue.Of(false)))
        from b in Maybe(Gen.Elements(CelValue.Of(true), CelValue.Of(false)))
        from visits in Maybe(Gen.Choose(0, 6).Select(number => CelValue.Of(number)))
        from price in Maybe(Gen.Elements(CelValue.Of(19.89m), CelValue.Of(19.9m), CelValue.Of(20)))
        from brand in Maybe(Gen.Elements(CelValue.Of("Bosch"), CelValue.Of("NGK")))
        from tags in Maybe(Gen.Elements(CelValue.Of(["vip"]), CelValue.Of([])))
        select Counter.Facts.Set("a", a).Set("b", b).Set("visits", visits).Set("price", price).Set("brand", brand).Set("tags", tags)).ToArbitrary();

    [Fact]
    public void Explain_AnyCondition_TurnsOutAsEvaluateSays() =>
        Prop.ForAll(Sources, FactSets, (source, facts) =>
        {
            var condition = Counter.Compile(source);
            return condition.Explain(facts).Outcome == condition.Evaluate(facts) switch
            {
                Verdict.True => EvidenceOutcome.Met,
                Verdict.False => EvidenceOutcome.NotMet,
                Verdict.Unknown => EvidenceOutcome.Unknown,
                _ => EvidenceOutcome.Error,
            };
        }).Check(Many);

    [Fact]
    public void Evaluate_DeMorgan_Holds() =>
        Prop.ForAll(Sources, Sources, FactSets, (one, two, facts) =>
            Ask($"!(({one}) && ({two}))", facts) == Ask($"!({one}) || !({two})", facts)
            && Ask($"!(({one}) || ({two}))", facts) == Ask($"!({one}) && !({two})", facts)
            && Ask($"({one}) && ({two})", facts) == Ask($"({two}) && ({one})", facts)
            && Ask($"!!({one})", facts) == Ask(one, facts)).Check(Many);

    [Fact]
    public void Evaluate_LearningAFact_NeverTurnsYesIntoNo() =>
        Prop.ForAll(Sources, FactSets, FactSets, (source, facts, more) =>
        {
            var condition = Counter.Compile(source);
            var before = condition.Evaluate(facts);
            for (var slot = 0; slot < Counter.Schema.Facts.Length; slot++)
            {
                if (!facts[slot].IsKnown)
                    facts.Set(Counter.Schema.Facts[slot].Name, more[slot]);
            }

            // What fails may come to hold: a fact that is learned can decide without the part that fails.
            return before is Verdict.Unknown or Verdict.Error || condition.Evaluate(facts) == before;
        }).Check(Many);

    [Fact]
    public void TryCompile_AnyWords_NeverThrowsAndAlwaysSaysWhy() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements(Words)).Select(words => string.Concat(words)).ToArbitrary(), Refused).Check(Many);

    [Fact]
    public void TryCompile_AnyText_NeverThrowsAndAlwaysSaysWhy() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => text is null || Refused(text)).Check(Many);

    private static bool Refused(string text)
    {
        var isRight = new ConditionCompiler(Counter.Schema).TryCompile(text, out var condition, out var issues);
        if (!isRight)
            return condition is null && issues.Length == 1 && issues[0].Offset >= 0 && issues[0].Offset <= text.Length && issues[0].Line >= 1 && issues[0].Column >= 1;
        condition!.Explain(Counter.Known);
        condition.Evaluate(Counter.Facts);
        return issues.IsEmpty;
    }

    private static Verdict Ask(string source, FactSet facts) => Counter.Compile(source).Evaluate(facts);

    private static Gen<CelValue> Maybe(Gen<CelValue> known) => Gen.Frequency((3, known), (1, Gen.Constant(CelValue.Unknown)));

    private static Gen<string> AnySource(int depth) => depth == 0
        ? Gen.Elements(Atoms)
        : Gen.OneOf(
            Gen.Elements(Atoms),
            AnySource(depth - 1).Select(inner => "!(" + inner + ")"),
            from left in AnySource(depth - 1)
            from right in AnySource(depth - 1)
            from sign in Gen.Elements(" && ", " || ")
            select "(" + left + ")" + sign + right);
}
