using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

using StoreOps.Rules;
using StoreOps.Rules.Expressions;

namespace StoreOps.Cli.Packs;

/// <summary>storeops pack fmt: writes the conditions of a pack in their usual form. Nothing else in the file changes.</summary>
internal static class PackFormatCommand
{
    public static Command Create(TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = "the rule pack; it is rewritten" };
        var check = new Option<bool>("--check") { Description = "changes nothing; status 1 when something would change" };
        var upgrade = new Option<bool>("--upgrade") { Description = $"brings the pack to version {RulePack.SchemaVersion} of the format as well" };
        var format = new Command("fmt", "Writes the conditions of a rule pack in their usual form.") { file, check, upgrade };
        format.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var before = InputFile.Read(path);
            var current = parsed.GetValue(upgrade) ? Upgrade(before, path) : before;
            var (after, count) = Format(current, path);
            var isUpgraded = !current.AsSpan().SequenceEqual(before);
            if (count == 0 && !isUpgraded)
            {
                output.WriteLine("nothing to change");
                return StoreOpsTool.Done;
            }

            var would = parsed.GetValue(check) ? "would change" : "changed";
            if (isUpgraded)
                output.WriteLine(parsed.GetValue(check) ? $"would be brought to version {RulePack.SchemaVersion} of the format" : $"brought to version {RulePack.SchemaVersion} of the format");
            if (count > 0)
                output.WriteLine($"{count} conditions {would}");
            if (parsed.GetValue(check))
                return StoreOpsTool.No;
            // Beside the file first, so that nothing is lost when the disk is full.
            File.WriteAllBytes(path + ".tmp", after);
            File.Move(path + ".tmp", path, overwrite: true);
            return StoreOpsTool.Done;
        });
        return format;
    }

    private static byte[] Upgrade(byte[] before, string path)
    {
        if (RulePack.TryUpgrade(before, out var upgraded, out var issues))
            return upgraded;
        var map = new SourceMap(path, before);
        throw new InputException($"\"{path}\" is no rule pack that could be upgraded:" + string.Concat(issues.Select(issue => $"{Environment.NewLine}{map.Find(issue.Path, issue.Offset)}: {issue}")));
    }

    /// <summary>Returns the file with its conditions in their usual form, and how many of them changed.</summary>
    private static (byte[] After, int Count) Format(byte[] before, string path)
    {
        var compiler = new ConditionCompiler(new FactSchema([]));
        var after = new ArrayBufferWriter<byte>(before.Length);
        var kept = before is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        after.Write(before.AsSpan(0, kept));
        var start = kept;
        var count = 0;
        var reader = new Utf8JsonReader(before.AsSpan(start), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var property = string.Empty;
        var isInExpressions = false;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    property = reader.GetString()!;
                    if (reader.CurrentDepth == 1)
                        isInExpressions = property == "expressions";
                }
                else if (reader.TokenType == JsonTokenType.String && (property == "when" || (isInExpressions && reader.CurrentDepth == 2))
                    && UsualForm(compiler, reader.GetString()!) is { } usual)
                {
                    var at = start + (int)reader.TokenStartIndex;
                    after.Write(before.AsSpan(kept, at - kept));
                    // As few escapes as JSON needs, so that Chinese and >= stay readable.
                    after.Write("\""u8);
                    after.Write(JsonEncodedText.Encode(usual, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
                    after.Write("\""u8);
                    kept = start + (int)reader.BytesConsumed;
                    count++;
                }
            }
        }
        catch (JsonException problem)
        {
            throw new InputException($"\"{path}\" is not JSON as it should be: {problem.Message}");
        }

        after.Write(before.AsSpan(kept));
        return (after.WrittenSpan.ToArray(), count);
    }

    // A condition that cannot be read is left to "check"; a comment in one would be lost.
    private static string? UsualForm(ConditionCompiler compiler, string source) =>
        !source.Contains("//", StringComparison.Ordinal)
            && compiler.TryCompileExpression(source, out var expression, out _, isChecked: false)
            && expression.Syntax.ToString() is { } usual && usual != source
                ? usual
                : null;
}
