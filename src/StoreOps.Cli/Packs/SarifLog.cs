using System.Collections.Immutable;

using StoreOps.Domain;
using StoreOps.Rules;

namespace StoreOps.Cli.Packs;

/// <summary>Writes issues as a log of the OASIS format SARIF 2.1.0, which editors and CI systems show at their place.</summary>
internal static class SarifLog
{
    public static string Of(ImmutableArray<LoadIssue> issues, PackFiles files) => JsonText.Of(writer =>
    {
        ImmutableArray<string> codes = [.. issues.Select(issue => issue.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "storeops");
        writer.WriteString("version", typeof(RulePack).Assembly.GetName().Version!.ToString(3));
        writer.WriteStartArray("rules");
        foreach (var code in codes)
        {
            writer.WriteStartObject();
            writer.WriteString("id", code);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("results");
        foreach (var issue in issues)
        {
            var place = files.PlaceOf(issue);
            writer.WriteStartObject();
            writer.WriteString("ruleId", issue.Code);
            writer.WriteNumber("ruleIndex", codes.IndexOf(issue.Code));
            writer.WriteString("level", "error");
            writer.WriteStartObject("message");
            writer.WriteString("text", issue.Detail);
            writer.WriteEndObject();
            writer.WriteStartArray("locations");
            writer.WriteStartObject();
            writer.WriteStartObject("physicalLocation");
            writer.WriteStartObject("artifactLocation");
            writer.WriteString("uri", UriOf(place.File));
            writer.WriteEndObject();
            writer.WriteStartObject("region");
            writer.WriteNumber("startLine", place.Line);
            writer.WriteNumber("startColumn", place.Column);
            if (place.Length > 0)
                writer.WriteNumber("endColumn", place.Column + place.Length);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteStartArray("logicalLocations");
            writer.WriteStartObject();
            writer.WriteString("fullyQualifiedName", issue.Path);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static string UriOf(string file) => Path.IsPathRooted(file)
        ? new Uri(file).AbsoluteUri
        : string.Join('/', file.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(Uri.EscapeDataString));
}
