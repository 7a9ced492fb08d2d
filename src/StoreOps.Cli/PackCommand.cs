using System.CommandLine;

using StoreOps.Domain;
using StoreOps.Rules;

namespace StoreOps.Cli;

internal static class PackCommand
{
    public static Command Create(TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = "the rule pack" };
        var json = new Option<bool>("--json") { Description = "for machines" };
        var check = new Command("check", "Checks a rule pack and prints every issue. Status 1 when there is one.") { file, json };
        check.SetAction(parsed =>
        {
            var isRight = RulePack.TryLoad(InputFile.Read(parsed.GetValue(file)!), out var pack, out var issues);
            if (parsed.GetValue(json))
                output.WriteLine(ToJson(pack, issues));
            else if (isRight)
                output.WriteLine($"{pack}: {pack!.Pricing.Packages.Length} packages, {pack.Pricing.Promotions.Length} promotions and coupons, {pack.CommissionPlans.Length} commission plans; no issues");
            else
                output.WriteLine(string.Join(Environment.NewLine, issues));
            return isRight ? StoreOpsTool.Done : StoreOpsTool.No;
        });
        var schema = new Command("schema", "Prints the JSON Schema of rule packs, for editors.");
        schema.SetAction(_ =>
        {
            output.Write(RulePack.JsonSchema());
            return StoreOpsTool.Done;
        });
        return new Command("pack", "Works on rule packs.") { check, schema };
    }

    private static string ToJson(RulePack? pack, IEnumerable<LoadIssue> issues) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("id", pack?.Id);
        writer.WriteString("contentHash", pack?.ContentHash);
        writer.WriteStartArray("issues");
        foreach (var issue in issues)
        {
            writer.WriteStartObject();
            writer.WriteString("code", issue.Code);
            writer.WriteString("path", issue.Path);
            writer.WriteString("detail", issue.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
