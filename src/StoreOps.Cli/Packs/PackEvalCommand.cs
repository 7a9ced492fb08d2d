using System.Collections.Immutable;
using System.CommandLine;

using StoreOps.Domain;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Localization;
using StoreOps.Rules.Packs;

namespace StoreOps.Cli.Packs;

/// <summary>storeops pack eval: asks one expression, as a pack would.</summary>
internal static class PackEvalCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var source = new Argument<string>("EXPR") { Description = "the expression, for example 'customer.visits >= 3'" };
        var file = new Option<string?>("--facts") { Description = "a JSON file with what is known; else nothing is" };
        var explain = new Option<bool>("--explain") { Description = "with every comparison that was made" };
        var language = new Option<Language>("--lang") { Description = "chinese or english", DefaultValueFactory = _ => Language.English };
        var eval = new Command("eval", "Checks an expression and asks it. Status 2 when it is wrong.") { source, file, explain, language };
        eval.SetAction(parsed =>
        {
            var text = parsed.GetValue(source)!;
            var compiler = new ConditionCompiler(StandardFacts.Schema);
            if (!compiler.TryCompileExpression(text, out var expression, out var issues))
            {
                Describe(text, issues, error);
                return StoreOpsTool.BadInput;
            }

            var situations = parsed.GetValue(file) is { } path ? FactsFile.Read(path, error) : [new FactSet(StandardFacts.Schema)];
            foreach (var facts in situations)
            {
                output.WriteLine(expression.Evaluate(facts));
                if (!compiler.TryCompile(text, out var condition, out _))
                    continue;
                var depends = condition.EvaluatePartial(facts).DependsOn;
                if (!depends.IsEmpty)
                    output.WriteLine("  depends on " + string.Join(", ", depends));
                if (parsed.GetValue(explain))
                    Describe(condition.Explain(facts), parsed.GetValue(language), 1, output);
            }

            return StoreOpsTool.Done;
        });
        return eval;
    }

    private static void Describe(string source, ImmutableArray<ExpressionIssue> issues, TextWriter error)
    {
        foreach (var issue in issues)
        {
            error.WriteLine($"{issue.Code} at line {issue.Line}, column {issue.Column}: {issue.Detail}");
            error.WriteLine("  " + source.Split('\n')[issue.Line - 1].TrimEnd('\r'));
            error.WriteLine("  " + new string(' ', issue.Column - 1) + "^");
        }
    }

    private static void Describe(Evidence evidence, Language language, int depth, TextWriter output)
    {
        var mark = evidence.Outcome switch
        {
            EvidenceOutcome.Met => "+ ",
            EvidenceOutcome.NotMet => "- ",
            EvidenceOutcome.Unknown => "? ",
            EvidenceOutcome.Error => "! ",
            _ => "  ",
        };
        output.WriteLine(new string(' ', 2 * depth) + mark + EvidenceText.Line(evidence, language));
        foreach (var child in evidence.Children)
            Describe(child, language, depth + 1, output);
    }
}
