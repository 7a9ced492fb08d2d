using System.Collections.Immutable;
using System.CommandLine;

using StoreOps.Rules.Packs;

namespace StoreOps.Cli.Packs;

/// <summary>storeops pack test: runs the examples that stand in a pack.</summary>
internal static class PackTestCommand
{
    public static Command Create(TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = "the rule pack" };
        var bases = PackFiles.BaseOption();
        var json = new Option<bool>("--json") { Description = "for machines" };
        var test = new Command("test", "Runs the tests of a rule pack. Status 1 when one fails, 2 when the pack itself is wrong.") { file, bases, json };
        test.SetAction(parsed =>
        {
            var runs = PackFiles.Load(parsed.GetValue(file)!, parsed.GetValue(bases) ?? []).RunTests();
            if (parsed.GetValue(json))
                output.WriteLine(ToJson(runs));
            else
                Describe(runs, output);
            return runs.All(run => run.IsPassed) ? StoreOpsTool.Done : StoreOpsTool.No;
        });
        return test;
    }

    private static void Describe(ImmutableArray<PackTestRun> runs, TextWriter output)
    {
        foreach (var run in runs)
        {
            output.WriteLine((run.IsPassed ? "ok - " : "not ok - ") + run.Test.Name);
            foreach (var failure in run.Failures)
                output.WriteLine("    " + failure);
        }

        output.WriteLine($"{runs.Count(run => run.IsPassed)} passed, {runs.Count(run => !run.IsPassed)} failed");
    }

    private static string ToJson(ImmutableArray<PackTestRun> runs) => JsonText.Of(writer =>
    {
        writer.WriteStartArray();
        foreach (var run in runs)
        {
            writer.WriteStartObject();
            writer.WriteString("name", run.Test.Name);
            writer.WriteString("path", run.Test.Path);
            writer.WriteString("document", run.Test.Document);
            writer.WriteBoolean("isPassed", run.IsPassed);
            writer.WriteStartArray("failures");
            foreach (var failure in run.Failures)
            {
                writer.WriteStartObject();
                writer.WriteString("code", failure.Code);
                writer.WriteString("path", failure.Path);
                writer.WriteString("detail", failure.Detail);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
