using System.CommandLine;
using System.Globalization;

using NodaTime;
using NodaTime.Text;

using StoreOps.Rules;
using StoreOps.Rules.Packs;

namespace StoreOps.Cli.Packs;

/// <summary>storeops pack diff: what is different between two packs, and what it would change in recorded situations.</summary>
internal static class PackDiffCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var older = new Argument<string>("OLD") { Description = "the rule pack before" };
        var newer = new Argument<string>("NEW") { Description = "the rule pack after" };
        var bases = PackFiles.BaseOption();
        var facts = new Option<string?>("--facts") { Description = "recorded situations: a JSON list, or one object in each line of a .jsonl file" };
        var date = new Option<string?>("--date") { Description = "the day at the shop for which rules are tried, as 2026-11-20; without it their dates do not count" };
        var json = new Option<bool>("--json") { Description = "for machines" };
        var diff = new Command("diff", "Compares two rule packs. Status 1 when they differ.") { older, newer, bases, facts, date, json };
        diff.SetAction(parsed =>
        {
            var before = PackFiles.Load(parsed.GetValue(older)!, parsed.GetValue(bases) ?? []);
            var after = PackFiles.Load(parsed.GetValue(newer)!, parsed.GetValue(bases) ?? []);
            var changes = PackDiff.Between(before, after);
            LocalDate? day = parsed.GetValue(date) is { } text ? Day(text) : null;
            var effect = parsed.GetValue(facts) is { } file ? PackDiff.Effect(before, after, FactsFile.Read(file, error), day) : null;
            if (parsed.GetValue(json))
                output.WriteLine(ToJson(before, after, changes, effect));
            else
                Describe(before, after, changes, effect, output);
            return changes.IsEmpty ? StoreOpsTool.Done : StoreOpsTool.No;
        });
        return diff;
    }

    private static LocalDate Day(string text)
    {
        var day = LocalDatePattern.Iso.Parse(text);
        return day.Success ? day.Value : throw new InputException($"A day is written as 2026-11-20; it was \"{text}\".");
    }

    private static void Describe(RulePack before, RulePack after, PackDiff diff, PackEffect? effect, TextWriter output)
    {
        output.WriteLine($"{before} -> {after}");
        foreach (var change in diff.Changes)
        {
            output.WriteLine($"{Sign(change.Kind)} {change.Section}/{change.Id}");
            foreach (var member in change.Members)
                output.WriteLine($"    {member.Path}: {member.Old ?? "-"} -> {member.New ?? "-"}");
        }

        int Count(PackChangeKind kind) => diff.Changes.Count(change => change.Kind == kind);
        output.WriteLine(diff.IsEmpty
            ? "no differences"
            : $"{Count(PackChangeKind.Added)} added, {Count(PackChangeKind.Removed)} removed, {Count(PackChangeKind.Changed)} changed, {Count(PackChangeKind.Moved)} moved");
        if (effect is null)
            return;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{effect.Decisions:N0} decisions change, in {effect.Affected:N0} of {effect.Situations:N0} situations"));
        foreach (var rule in effect.Rules)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {rule.Section}/{rule.Id}: begins in {rule.Began:N0}, ends in {rule.Ended:N0}, between no and unknown in {rule.BetweenNoAndUnknown:N0}, says something else in {rule.WithAnotherOutcome:N0}"));
        }
    }

    private static char Sign(PackChangeKind kind) => kind switch { PackChangeKind.Added => '+', PackChangeKind.Removed => '-', PackChangeKind.Changed => '~', _ => '>' };

    private static string ToJson(RulePack before, RulePack after, PackDiff diff, PackEffect? effect) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("old", before.ToString());
        writer.WriteString("new", after.ToString());
        writer.WriteStartArray("changes");
        foreach (var change in diff.Changes)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", change.Kind.ToString());
            writer.WriteString("section", change.Section);
            writer.WriteString("id", change.Id);
            writer.WriteString("path", change.Path);
            writer.WriteStartArray("members");
            foreach (var member in change.Members)
            {
                writer.WriteStartObject();
                writer.WriteString("path", member.Path);
                writer.WritePropertyName("old");
                writer.WriteRawValue(member.Old ?? "null");
                writer.WritePropertyName("new");
                writer.WriteRawValue(member.New ?? "null");
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (effect is not null)
        {
            writer.WriteStartObject("effect");
            writer.WriteNumber("situations", effect.Situations);
            writer.WriteNumber("affected", effect.Affected);
            writer.WriteNumber("decisions", effect.Decisions);
            writer.WriteStartArray("rules");
            foreach (var rule in effect.Rules)
            {
                writer.WriteStartObject();
                writer.WriteString("section", rule.Section);
                writer.WriteString("id", rule.Id);
                writer.WriteNumber("began", rule.Began);
                writer.WriteNumber("ended", rule.Ended);
                writer.WriteNumber("betweenNoAndUnknown", rule.BetweenNoAndUnknown);
                writer.WriteNumber("withAnotherOutcome", rule.WithAnotherOutcome);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    });
}
