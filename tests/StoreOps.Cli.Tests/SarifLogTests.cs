using System.Collections.Immutable;
using System.Text.Json.Nodes;

using NJsonSchema;

using StoreOps.Cli.Packs;
using StoreOps.Domain;

namespace StoreOps.Cli.Tests;

/// <summary>What is written is a log of SARIF 2.1.0.</summary>
public sealed class SarifLogTests : IDisposable
{
    /// <summary>Of the OASIS standard, the objects that are written: what each must have, what it may have of these members, and their types.</summary>
    private const string Standard = """
        { "type": "object", "required": ["version", "runs"], "additionalProperties": false,
          "properties": { "$schema": { "type": "string", "format": "uri" }, "version": { "enum": ["2.1.0"] },
            "runs": { "type": "array", "items": { "$ref": "#/definitions/run" } } },
          "definitions": {
            "run": { "type": "object", "required": ["tool"], "additionalProperties": false, "properties": {
              "tool": { "type": "object", "required": ["driver"], "additionalProperties": false, "properties": { "driver": { "$ref": "#/definitions/toolComponent" } } },
              "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
              "results": { "type": "array", "items": { "$ref": "#/definitions/result" } } } },
            "toolComponent": { "type": "object", "required": ["name"], "additionalProperties": false, "properties": {
              "name": { "type": "string" }, "version": { "type": "string" }, "informationUri": { "type": "string", "format": "uri" },
              "rules": { "type": "array", "uniqueItems": true, "items": { "type": "object", "required": ["id"], "additionalProperties": false,
                "properties": { "id": { "type": "string" } } } } } },
            "result": { "type": "object", "required": ["message"], "additionalProperties": false, "properties": {
              "ruleId": { "type": "string" }, "ruleIndex": { "type": "integer", "minimum": -1 },
              "level": { "enum": ["none", "note", "warning", "error"] },
              "message": { "type": "object", "required": ["text"], "additionalProperties": false, "properties": { "text": { "type": "string" } } },
              "locations": { "type": "array", "items": { "type": "object", "additionalProperties": false, "properties": {
                "physicalLocation": { "$ref": "#/definitions/physicalLocation" },
                "logicalLocations": { "type": "array", "uniqueItems": true, "items": { "type": "object", "additionalProperties": false,
                  "properties": { "fullyQualifiedName": { "type": "string" } } } } } } } } },
            "physicalLocation": { "type": "object", "required": ["artifactLocation"], "additionalProperties": false, "properties": {
              "artifactLocation": { "type": "object", "additionalProperties": false, "properties": { "uri": { "type": "string", "minLength": 1 } } },
              "region": { "type": "object", "additionalProperties": false, "properties": {
                "startLine": { "type": "integer", "minimum": 1 }, "startColumn": { "type": "integer", "minimum": 1 },
                "endLine": { "type": "integer", "minimum": 1 }, "endColumn": { "type": "integer", "minimum": 1 } } } } } } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("sarif ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("""{ "schemaVersion": 1, "id": "Not kebab", "version": "1", "shop": { "timeZone": "Mars", "currency": "?" }, "colour": 1 }""")]
    [InlineData("""
        { "schemaVersion": 1, "id": "p", "version": "1", "shop": { "timeZone": "Asia/Shanghai", "currency": "CNY" },
          "expressions": { "a": "'老客户' in custmer.tags", "b": "1 +", "c": "" } }
        """)]
    [InlineData("""{ "schemaVersion": 1, "id": """)]
    [InlineData("")]
    [InlineData("""{ "schemaVersion": 1, "id": "p", "version": "1", "shop": { "timeZone": "Asia/Shanghai", "currency": "CNY" } }""")]
    public async Task Of_AnyIssues_HasWhatTheStandardRequires(string pack)
    {
        var (log, issues) = Write(pack);
        var schema = await JsonSchema.FromJsonAsync(Standard);
        Assert.Empty(schema.Validate(log));

        // What a schema cannot say.
        var run = JsonNode.Parse(log)!["runs"]!.AsArray().Single()!;
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => (string)rule!["id"]!).ToArray();
        var results = run["results"]!.AsArray();
        Assert.Equal(issues.Select(issue => issue.Code), results.Select(result => (string)result!["ruleId"]!));
        Assert.All(results, result =>
        {
            Assert.Equal((string)result!["ruleId"]!, rules[(int)result["ruleIndex"]!]);
            var place = result["locations"]!.AsArray().Single()!["physicalLocation"]!;
            Assert.True(Uri.TryCreate((string)place["artifactLocation"]!["uri"]!, UriKind.Absolute, out var uri) && uri.IsFile);
            var region = place["region"]!;
            Assert.True(region["endColumn"] is not { } end || (int)end! > (int)region["startColumn"]!, region.ToJsonString());
            var line = pack.Split('\n')[(int)region["startLine"]! - 1];
            Assert.InRange((int)region["startColumn"]!, 1, line.Length + 1);
            Assert.InRange((int?)region["endColumn"] ?? 1, 1, line.Length + 1);
        });
    }

    [Fact]
    public async Task Standard_LogWithoutATool_IsRefused()
    {
        var schema = await JsonSchema.FromJsonAsync(Standard);
        Assert.NotEmpty(schema.Validate("""{ "version": "2.1.0", "runs": [{ "results": [] }] }"""));
        Assert.NotEmpty(schema.Validate("""{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "x" } }, "results": [{ "ruleId": "A" }] }] }"""));
    }

    private (string Log, ImmutableArray<LoadIssue> Issues) Write(string pack)
    {
        var path = Path.Combine(_folder, "my pack.jsonc");
        File.WriteAllText(path, pack);
        var files = new PackFiles(path, []);
        files.TryLoad(runsTests: true, out _, out var issues);
        return (SarifLog.Of(issues, files), issues);
    }
}
