using System.Text.Json;

using StoreOps.Cli.Packs;
using StoreOps.Testing;

namespace StoreOps.Cli.Tests;

public sealed class PackCommandTests : IDisposable
{
    private const string Vendor = """
        { "schemaVersion": 1, "id": "vendor", "version": "7", "shop": { "timeZone": "Asia/Shanghai", "currency": "CNY" },
          "constants": { "manyVisits": 4 },
          "stages": [{ "id": "item", "groups": [{ "id": "member", "mode": "best" }] }],
          "promotions": [
            { "id": "regulars", "group": "member", "name": { "zh": "老客户", "en": "Regulars" },
              "when": "customer.visits >= manyVisits", "effect": { "percentOff": 10 } } ],
          "tests": [{ "name": "four visits", "facts": { "customer.visits": 4 }, "expect": { "regulars": true } }] }
        """;

    private const string Shop = """
        { "schemaVersion": 1, "id": "shop-1", "version": "1", "extends": "vendor",
          "labor": [{ "item": "engine-oil", "action": "replace", "price": 90 }] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("packs ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Check_BaseBesideIt_IsFound()
    {
        Write("vendor.jsonc", Vendor);
        var (status, output, _) = Run("check", Write("shop.jsonc", Shop.Replace("\"labor\"", "\"constants\": { \"manyVisits\": 3 }, \"labor\"", StringComparison.Ordinal)), "--overrides");
        Assert.Equal(0, status);
        Assert.Contains("1 tests passed; no issues", output, StringComparison.Ordinal);
        Assert.Contains("shop-1 1 #", output, StringComparison.Ordinal);
        Assert.Contains("over vendor 7 #", output, StringComparison.Ordinal);
        Assert.Contains("constants/manyVisits: shop-1 replaces what was of vendor", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_WithFacts_AnswersAndExplains()
    {
        var facts = Write("facts.json", """{ "customer.visits": 5, "order.total": 468.50 }""");
        var (status, output, _) = Run("eval", "customer.visits >= 3 && order.total < 19.90", "--facts", facts, "--explain");
        Assert.Equal((0, "false"), (status, output.Split('\n')[0].Trim()));
        Assert.Contains("needs order.total < 19.90, was 468.50, off by 448.60", output, StringComparison.Ordinal);
        Assert.Contains("depends on customer.idleDays", Run("eval", "customer.idleDays > 90", "--facts", facts).Output, StringComparison.Ordinal);
        Assert.Equal("11", Run("eval", "customer.visits * 2 + 1", "--facts", facts).Output.Trim());
    }

    [Fact]
    public void Eval_WrongExpression_PointsAtIt()
    {
        var (status, _, error) = Run("eval", "order.total > 3 && customer.vists > 3");
        Assert.Equal(2, status);
        Assert.Contains("SOE010 at line 1, column 20", error, StringComparison.Ordinal);
        Assert.Contains("the nearest is \"customer.visits\"", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_ChangesConditionsAndNothingElse()
    {
        var untidy = Vendor.Replace("customer.visits >= manyVisits", "(customer.visits)>=manyVisits&&\\u0022a\\u0022 != '机油' // kept", StringComparison.Ordinal);
        var commented = Write("commented.jsonc", untidy);
        Assert.Equal("nothing to change", Run("fmt", commented).Output.Trim());
        var file = Write("vendor.jsonc", "// an owner's note\n" + untidy.Replace(" // kept", string.Empty, StringComparison.Ordinal));
        Assert.Equal(1, Run("fmt", file, "--check").Status);
        Assert.Equal(0, Run("fmt", file).Status);
        Assert.Equal(
            "// an owner's note\n" + Vendor.Replace("manyVisits\",", "manyVisits && 'a' != '机油'\",", StringComparison.Ordinal),
            File.ReadAllText(file));
        Assert.Equal("nothing to change", Run("fmt", file).Output.Trim());
    }

    [Fact]
    public void Format_Upgrade_BringsTheFileToTheCurrentVersion()
    {
        var file = Write("old.jsonc", """
            { // ours
              "schemaVersion": 1, "id": "vendor", "version": "7", "shop": { "timeZone": "Asia/Shanghai", "currency": "CNY" },
              "followUps": [{ "id": "due", "name": { "zh": "到期", "en": "Due" }, "topic": "maintenance", "daysBefore": [30, -30] }] // both ways
            }
            """);
        var (status, output, _) = Run("fmt", file, "--upgrade", "--check");
        Assert.Equal((1, "would be brought to version 2 of the format"), (status, output.Trim()));
        Assert.Equal((0, "brought to version 2 of the format"), (Run("fmt", file, "--upgrade") is var (done, said, _) ? (done, said.Trim()) : default));
        var text = File.ReadAllText(file);
        Assert.Contains("\"daysBefore\": [30], \"daysAfter\": [30] }] // both ways", text, StringComparison.Ordinal);
        Assert.Contains("{ // ours", text, StringComparison.Ordinal);
        Assert.Equal(0, Run("check", file).Status);
        Assert.Equal("nothing to change", Run("fmt", file, "--upgrade").Output.Trim());
        Assert.Equal(2, Run("fmt", Write("bad.jsonc", "{ \"schemaVersion\": 1 }"), "--upgrade").Status);
    }

    [Fact]
    public void Check_BaseElsewhere_IsGivenByOption()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "below"));
        var below = Write("below/anything.json", Vendor);
        var shop = Write("shop.jsonc", Shop);
        Assert.Contains("SOR090 at $.extends", Run("check", shop).Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("check", shop, "--base", below).Status);
    }

    [Theory]
    [InlineData("../vendor")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("..")]
    public void Check_ExtendsWhatIsNoName_LooksForNoFile(string id)
    {
        Write("vendor.jsonc", Vendor);
        Directory.CreateDirectory(Path.Combine(_folder, "in"));
        var shop = Write("in/shop.jsonc", Shop.Replace("\"vendor\"", "\"" + id + "\"", StringComparison.Ordinal));
        Assert.Contains("SOR090", Run("check", shop).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_IssueInTheBase_NamesItsFileLineAndColumn()
    {
        var vendor = Write("vendor.jsonc", Vendor.Replace("\"percentOff\": 10", "\"percentOff\": 1000", StringComparison.Ordinal));
        var (status, output, _) = Run("check", Write("shop.jsonc", Shop));
        Assert.Equal(1, status);
        Assert.Contains(vendor + ":6:60: SOR023 at $.promotions[0].effect.percentOff of vendor", output, StringComparison.Ordinal);
        Assert.EndsWith("1 issue" + Environment.NewLine, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Json_HasPlaceDocumentLayersAndOverrides()
    {
        Write("vendor.jsonc", Vendor.Replace("\"percentOff\": 10", "\"percentOff\": 1000", StringComparison.Ordinal));
        var shop = Write("shop.jsonc", Shop);
        using (var document = JsonDocument.Parse(Run("check", shop, "--json").Output))
        {
            var issue = Assert.Single(document.RootElement.GetProperty("issues").EnumerateArray());
            Assert.Equal(("SOR023", "vendor", 6), (issue.GetProperty("code").GetString(), issue.GetProperty("document").GetString(), issue.GetProperty("line").GetInt32()));
        }

        Write("vendor.jsonc", Vendor);
        using var right = JsonDocument.Parse(Run("check", shop, "--json").Output);
        Assert.Equal(["shop-1", "vendor"], right.RootElement.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("id").GetString()));
        Assert.Equal(JsonValueKind.Array, right.RootElement.GetProperty("overrides").ValueKind);
    }

    [Fact]
    public void Check_Sarif_IsALogThatPointsAtTheFile()
    {
        var file = Write("my pack.jsonc", Vendor.Replace("\"percentOff\": 10", "\"percentOff\": 1000, \"colour\": 1", StringComparison.Ordinal));
        var (status, output, _) = Run("check", file, "--sarif");
        Assert.Equal(1, status);
        using var document = JsonDocument.Parse(output);
        Assert.Equal("2.1.0", document.RootElement.GetProperty("version").GetString());
        var run = document.RootElement.GetProperty("runs")[0];
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal("SOR002", result.GetProperty("ruleId").GetString());
        Assert.Equal("SOR002", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.EndsWith("/my%20pack.jsonc", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal(6, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("$.promotions[0].effect.colour", result.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
    }

    // Each escape is one character of the condition and several of the file; a Chinese character is two cells wide.
    [Theory]
    [InlineData("customer.vists >= 4", "customer.vists", 14)]
    [InlineData("'机油' != '' && customer.vists >= 4", "customer.vists", 14)]
    [InlineData("\\u0022a\\u0022 != \\\"b\\\" &&\\n customer.vists >= 4", "customer.vists", 14)]
    [InlineData("'\\ud83d\\ude97' != '🚗🚗' && customer.vists >= 4", "customer.vists", 14)]
    [InlineData("'\\\\\\\\' != '' && custom\\u0065r.vists >= 4", "custom\\u0065r.vists", 19)]
    [InlineData("customer.visits >= 4 && ? ", "?", 1)]
    public void Check_WrongCondition_PointsAtTheCharacter(string when, string word, int length)
    {
        var text = Vendor.Replace("customer.visits >= manyVisits", when, StringComparison.Ordinal);
        var file = Write("vendor.jsonc", text);
        var line = text.Split('\n')[5];
        var column = line.IndexOf(word, StringComparison.Ordinal) + 1;

        var output = Run("check", file).Output.Split(Environment.NewLine);
        Assert.StartsWith(file + ":6:" + column + ": SOR030 at $.promotions[0].when", output[0], StringComparison.Ordinal);
        Assert.Contains(word, output[1], StringComparison.Ordinal);
        Assert.Equal(string.Concat(Enumerable.Repeat('~', length - 1)), output[2].TrimStart()[1..]);

        using var json = JsonDocument.Parse(Run("check", file, "--json").Output);
        var issue = json.RootElement.GetProperty("issues")[0];
        Assert.Equal((6, column, length), (issue.GetProperty("line").GetInt32(), issue.GetProperty("column").GetInt32(), issue.GetProperty("length").GetInt32()));
        Assert.StartsWith("SOE0", issue.GetProperty("innerCode").GetString(), StringComparison.Ordinal);
        if (length > 1)
            Assert.Equal("customer.visits", issue.GetProperty("suggestion").GetString());

        using var sarif = JsonDocument.Parse(Run("check", file, "--sarif").Output);
        var region = sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal((6, column, column + length), (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), region.GetProperty("endColumn").GetInt32()));
    }

    [Fact]
    public void Check_CaretAfterChineseText_StandsUnderItsWord()
    {
        var file = Write("vendor.jsonc", Vendor.Replace("customer.visits >= manyVisits", "'机油' != '' && customer.vists >= 4", StringComparison.Ordinal));
        var output = Run("check", file).Output.Split(Environment.NewLine);
        Assert.Equal("    \"when\": \"'机油' != '' && customer.vists >= 4\", \"effect\": { \"percentOff\": 10 } } ],", output[1]);
        Assert.Equal("                             ^~~~~~~~~~~~~~", output[2]);
    }

    [Fact]
    public void Check_OneLongLine_ShowsWhatIsAround()
    {
        var file = Write("vendor.jsonc", Vendor.Replace("\n", " ", StringComparison.Ordinal).Replace("老客户", "Regulars", StringComparison.Ordinal).Replace("customer.visits >=", "customer.vists >=", StringComparison.Ordinal));
        var output = Run("check", file).Output.Split(Environment.NewLine);
        Assert.StartsWith("    ...", output[1], StringComparison.Ordinal);
        Assert.EndsWith("...", output[1], StringComparison.Ordinal);
        Assert.Equal("customer.vists", output[1].Substring(output[2].IndexOf('^', StringComparison.Ordinal), output[2].Trim().Length));
    }

    [Fact]
    public void Check_SarifOfARightPack_HasNoResults()
    {
        var (status, output, _) = Run("check", Write("vendor.jsonc", Vendor), "--sarif");
        Assert.Equal(0, status);
        using var document = JsonDocument.Parse(output);
        Assert.Empty(document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
    }

    [Theory]
    [InlineData("{\n  \"a\": { \"b\": [1, 2] }\n}", "$.a.b[1]", 2, 19)]
    [InlineData("{\n  \"a\": { \"b\": [1, 2] }\n}", "$.a.b", 2, 10)]
    [InlineData("{\n  \"a\": { \"b\": [1, 2] }\n}", "$.a.missing", 2, 3)]
    [InlineData("{\n  \"a\": { \"b\": [1, 2] }\n}", "$", 1, 1)]
    [InlineData("{\r\n  \"车\": 1, \"x.y\": 2\r\n}", "$.x.y", 2, 11)]
    [InlineData("\uFEFF{ \"a\": 1 }", "$.a", 1, 3)]
    [InlineData("// first\n{ \"a\": [ { \"a\": 0 }, { \"a\": 1 } ] }", "$.a[1].a", 2, 24)]
    [InlineData("{ \"a\": 1,\n  oops }", "$", 2, 3)]
    public void SourceMap_OfAPath_IsWhereAnEditorShowsIt(string text, string path, int line, int column)
    {
        var place = new SourceMap("f", System.Text.Encoding.UTF8.GetBytes(text)).Find(path);
        Assert.Equal((line, column), (place.Line, place.Column));
    }

    [Fact]
    public void Test_EachTest_IsToldAndCounted()
    {
        var file = Write("vendor.jsonc", Vendor.Replace("\"tests\": [", "\"tests\": [{ \"name\": \"three visits\", \"facts\": { \"customer.visits\": 3 }, \"expect\": { \"regulars\": true } }, ", StringComparison.Ordinal));
        var (status, output, _) = Run("test", file);
        Assert.Equal(1, status);
        Assert.Contains("not ok - three visits", output, StringComparison.Ordinal);
        Assert.Contains("ok - four visits", output, StringComparison.Ordinal);
        Assert.Contains("off by 1", output, StringComparison.Ordinal);
        Assert.EndsWith("1 passed, 1 failed" + Environment.NewLine, output, StringComparison.Ordinal);
        Assert.Equal(0, Run("test", Write("right.jsonc", Vendor)).Status);
        using var document = JsonDocument.Parse(Run("test", file, "--json").Output);
        Assert.Equal([false, true], document.RootElement.EnumerateArray().Select(run => run.GetProperty("isPassed").GetBoolean()));
    }

    [Fact]
    public void Test_PackItselfIsWrong_IsStatusTwo()
    {
        var (status, output, error) = Run("test", Write("x.jsonc", "{ }"));
        Assert.Equal((2, string.Empty), (status, output));
        Assert.Contains("SOR003", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_WithFacts_TellsEntriesAndDecisions()
    {
        var older = Write("old.jsonc", Vendor);
        var newer = Write("new.jsonc", Vendor.Replace("\"manyVisits\": 4", "\"manyVisits\": 3", StringComparison.Ordinal).Replace("\"percentOff\": 10", "\"percentOff\": 12", StringComparison.Ordinal));
        var facts = Write("facts.json", "[" + string.Join(",", Enumerable.Range(0, 10).Select(visits => "{ \"customer.visits\": " + visits + " }")) + "]");
        var (status, output, _) = Run("diff", older, newer, "--facts", facts);
        Assert.Equal(1, status);
        Assert.Contains("~ constants/manyVisits", output, StringComparison.Ordinal);
        Assert.Contains("$.promotions[0].effect.percentOff: 10 -> 12", output, StringComparison.Ordinal);
        Assert.Contains("0 added, 0 removed, 2 changed, 0 moved", output, StringComparison.Ordinal);
        Assert.Contains("1 decisions change, in 1 of 10 situations", output, StringComparison.Ordinal);
        Assert.Contains("promotions/regulars: begins in 1, ends in 0, between no and unknown in 0, says something else in 6", output, StringComparison.Ordinal);

        var lines = Write("facts.jsonl", string.Join("\n", Enumerable.Range(0, 10).Select(visits => "{ \"customer.visits\": " + visits + " }")) + "\n\n");
        using var document = JsonDocument.Parse(Run("diff", older, newer, "--facts", lines, "--json").Output);
        Assert.Equal(1, document.RootElement.GetProperty("effect").GetProperty("decisions").GetInt32());
        Assert.Equal(2, document.RootElement.GetProperty("changes").GetArrayLength());
    }

    [Fact]
    public void Diff_SamePack_IsStatusZero()
    {
        var file = Path.Combine(RepositoryFolder.Path, "docs/examples/rulepack.jsonc");
        var (status, output, _) = Run("diff", file, file);
        Assert.Equal(0, status);
        Assert.Contains("no differences", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{ \"customer.visit\": 1 }]", "facts.json", "SOR101")]
    [InlineData("{}\n{ oops\n", "facts.jsonl", ":2: SOR001")]
    public void Diff_FactsThatCannotBeRead_AreStatusTwoWithTheirPlace(string text, string name, string expected)
    {
        var file = Write("vendor.jsonc", Vendor);
        var (status, output, error) = Run("diff", file, file, "--facts", Write(name, text));
        Assert.Equal((2, string.Empty), (status, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--date", "tomorrow")]
    [InlineData("--facts", "missing.jsonl")]
    [InlineData("--facts", "missing.json")]
    [InlineData("--base", "missing.json")]
    public void Diff_BadOption_IsStatusTwo(string option, string value)
    {
        var file = Write("vendor.jsonc", Vendor);
        var (status, _, error) = Run("diff", file, file, option, value);
        Assert.Equal(2, status);
        Assert.NotEmpty(error);
    }

    [Fact]
    public void Receive_PackThatExtendsAnother_IsDecidedByBoth()
    {
        Write("vendor.jsonc", Vendor);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = StoreOpsTool.Run(["receive", "--vin", "JN8BT3AB4SW412749", "--model", "Rogue", "--registered", "2024-11-15", "--km", "23450", "--date", "2026-11-23", "--pack", Write("shop.jsonc", Shop)], output, error);
        Assert.Equal(0, status);
        Assert.Contains("rules shop-1 1 #", output.ToString(), StringComparison.Ordinal);
        // Of the layer below.
        Assert.Contains("Regulars", output.ToString(), StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Status, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = StoreOpsTool.Run(["pack", .. args], output, error);
        return (status, output.ToString(), error.ToString());
    }
}
