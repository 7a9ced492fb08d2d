using System.Collections.Immutable;
using System.CommandLine;

using StoreOps.Domain;
using StoreOps.Rules;

namespace StoreOps.Cli.Packs;

/// <summary>storeops pack check: every issue of a pack, for people, programs, editors and CI.</summary>
internal static class PackCheckCommand
{
    private const int MostShown = 100;

    public static Command Create(TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = "the rule pack" };
        var bases = PackFiles.BaseOption();
        var json = new Option<bool>("--json") { Description = "for machines" };
        var sarif = new Option<bool>("--sarif") { Description = "for editors and CI: SARIF 2.1.0" };
        var overrides = new Option<bool>("--overrides") { Description = "lists what a layer replaces or removes of those below" };
        var check = new Command("check", "Checks a rule pack, runs its tests and prints every issue. Status 1 when there is one.") { file, bases, json, sarif, overrides };
        check.SetAction(parsed =>
        {
            var files = new PackFiles(parsed.GetValue(file)!, parsed.GetValue(bases) ?? []);
            var isRight = files.TryLoad(runsTests: true, out var pack, out var issues);
            if (parsed.GetValue(sarif))
                output.WriteLine(SarifLog.Of(issues, files));
            else if (parsed.GetValue(json))
                output.WriteLine(ToJson(pack, issues, files));
            else if (isRight)
                Describe(pack!, parsed.GetValue(overrides), output);
            else
                Describe(issues, files, output);
            return isRight ? StoreOpsTool.Done : StoreOpsTool.No;
        });
        return check;
    }

    private static void Describe(RulePack pack, bool withOverrides, TextWriter output)
    {
        output.WriteLine($"{pack}: {pack.Pricing.Packages.Length} packages, {pack.Pricing.Promotions.Length} promotions and coupons, {pack.CommissionPlans.Length} commission plans, {pack.Tests.Length} tests passed; no issues");
        if (pack.Layers.Length > 1)
            output.WriteLine($"layers: {string.Join(" over ", pack.Layers)}; {pack.Overrides.Length} overrides");
        foreach (var one in withOverrides ? pack.Overrides : [])
            output.WriteLine("  " + one);
    }

    private static void Describe(ImmutableArray<LoadIssue> issues, PackFiles files, TextWriter output)
    {
        for (var i = 0; i < issues.Length; i++)
        {
            output.WriteLine(files.Describe(issues[i]));
            // Nobody reads so many lines of the file again, and one may have megabytes.
            if (i >= MostShown)
                continue;
            var (line, caret) = files.Show(issues[i]);
            output.WriteLine(line);
            output.WriteLine(caret);
        }

        output.WriteLine(issues.Length == 1 ? "1 issue" : $"{issues.Length} issues");
    }

    private static string ToJson(RulePack? pack, ImmutableArray<LoadIssue> issues, PackFiles files) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("id", pack?.Id);
        writer.WriteString("version", pack?.Version);
        writer.WriteString("contentHash", pack?.ContentHash);
        writer.WriteStartArray("layers");
        foreach (var layer in pack?.Layers ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("id", layer.Id);
            writer.WriteString("version", layer.Version);
            writer.WriteString("contentHash", layer.ContentHash);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("overrides");
        foreach (var one in pack?.Overrides ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("section", one.Section);
            writer.WriteString("id", one.Id);
            writer.WriteString("layer", one.Layer);
            writer.WriteString("path", one.Path);
            writer.WriteString("overriddenLayer", one.OverriddenLayer);
            writer.WritePropertyName("old");
            writer.WriteRawValue(one.Old);
            writer.WritePropertyName("new");
            writer.WriteRawValue(one.New ?? "null");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("issues");
        foreach (var issue in issues)
        {
            var place = files.PlaceOf(issue);
            writer.WriteStartObject();
            writer.WriteString("code", issue.Code);
            writer.WriteString("path", issue.Path);
            writer.WriteString("document", issue.Document);
            writer.WriteString("detail", issue.Detail);
            writer.WriteString("file", place.File);
            writer.WriteNumber("line", place.Line);
            writer.WriteNumber("column", place.Column);
            writer.WriteNumber("length", place.Length);
            if (issue.InnerCode is { } inner)
                writer.WriteString("innerCode", inner);
            if (issue.Offset is { } offset)
                writer.WriteNumber("offset", offset);
            if (issue.Suggestion is { } suggestion)
                writer.WriteString("suggestion", suggestion);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
