using System.Collections.Immutable;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Localization;
using StoreOps.Rules.Pricing;

namespace StoreOps.Rules.Packs;

/// <summary>An example that stands in a rule pack: what is known, and what must come out.</summary>
public sealed class PackTest
{
    /// <summary>How many decisions a quote of an example may take: enough for any example that a person can check.</summary>
    internal const int MaxNodes = 5_000;

    internal PackTest(
        string name, string path, string? document, FactSet facts, ImmutableArray<(PackCondition Condition, Verdict Expected)> verdicts)
    {
        Name = name;
        Path = path;
        Document = document;
        Facts = facts;
        Verdicts = verdicts;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets where it stands, for example "$.tests[0]".</summary>
    public string Path { get; }

    /// <summary>Gets the id of the pack it stands in.</summary>
    /// <value>Null for the document that was handed over.</value>
    public string? Document { get; }

    internal FactSet Facts { get; }

    internal ImmutableArray<(PackCondition Condition, Verdict Expected)> Verdicts { get; }

    internal QuoteRequest? Order { get; init; }

    internal ImmutableArray<string>? Applied { get; init; }

    internal Money? Payable { get; init; }

    internal PackTestRun Run(PriceCalculator calculator)
    {
        var failures = ImmutableArray.CreateBuilder<LoadIssue>();
        foreach (var (condition, expected) in Verdicts)
        {
            var actual = condition.When.Evaluate(Facts);
            if (actual != expected)
                Fail("SOR110", ".expect." + condition.Id, condition.Id + " was expected to be " + Word(expected) + " and was " + Word(actual) + ": " + Reasons(condition.When.Explain(Facts)) + ".", failures);
        }

        if (Order is not null)
            RunOrder(calculator.QuoteWithoutOffers(Order, MaxNodes), failures);
        return new PackTestRun(this, failures.ToImmutable());
    }

    private static string Word(Verdict verdict) => verdict switch { Verdict.True => "true", Verdict.False => "false", _ => "unknown" };

    /// <summary>Returns the comparisons that made a condition come out as it did, at most three.</summary>
    private static string Reasons(Evidence evidence)
    {
        var lines = new List<string>();
        Collect(evidence, lines);
        return string.Join("; ", lines.Take(3));
    }

    private static void Collect(Evidence evidence, List<string> lines)
    {
        if (evidence.Children.IsEmpty)
            lines.Add(EvidenceText.Line(evidence, Language.English));
        var decided = evidence.Children.Any(child => child.Outcome == evidence.Outcome);
        foreach (var child in evidence.Children)
        {
            if (!decided || child.Outcome == evidence.Outcome)
                Collect(child, lines);
        }
    }

    private static string Gist(Evidence evidence) => EvidenceText.Gist(evidence, Language.English);

    private void RunOrder(Quote quote, ImmutableArray<LoadIssue>.Builder failures)
    {
        if (!quote.IsProvenBest)
            Fail("SOR113", ".order", "So many combinations are possible that the best is not found in an example; fewer rules or lines will do.", failures);
        foreach (var id in (Applied ?? []).Where(id => !quote.Applied.Any(one => one.RuleId == id)))
        {
            var why = quote.Rejected.FirstOrDefault(one => one.RuleId == id)?.Evidence;
            Fail("SOR111", ".applied", id + " was expected to apply and did not: " + (why is null ? "nothing is known of it" : Gist(why)) + ".", failures);
        }

        foreach (var extra in quote.Applied.Where(one => Applied is { } expected && !expected.Contains(one.RuleId)))
            Fail("SOR111", ".applied", extra.RuleId + " was not expected to apply and took " + extra.Amount + " off.", failures);
        if (Payable is { } payable && payable != quote.Payable)
        {
            var off = string.Concat(quote.Applied.Select(one => ", less " + one.Amount + " by " + one.RuleId));
            Fail("SOR112", ".payable", payable + " was expected to be paid; it was " + quote.Payable + " of " + quote.ListTotal + off + ".", failures);
        }
    }

    private void Fail(string code, string member, string detail, ImmutableArray<LoadIssue>.Builder failures) =>
        failures.Add(new LoadIssue(code, Path + member, "Test \"" + Name + "\": " + detail) { Document = Document });
}

/// <summary>What came out of an example of a rule pack.</summary>
/// <param name="Test">The example.</param>
/// <param name="Failures">What came out otherwise than expected, with the reason in short; empty when all was as expected.</param>
public sealed record PackTestRun(PackTest Test, ImmutableArray<LoadIssue> Failures)
{
    /// <summary>Gets a value indicating whether all came out as expected.</summary>
    public bool IsPassed => Failures.IsEmpty;
}
