using System.Globalization;
using System.Text.Json;

using StoreOps.Testing;

namespace StoreOps.Cli.Tests;

public class StoreOpsToolTests
{
    private const string Header = "id,slot,brand,name_zh,name_en,specification,unit,price,on_hand,orderable,make,models,powertrains,quantity\n";

    private static string[] Rogue { get; } =
    [
        "receive", "--vin", "JN8BT3AB4SW412749", "--model", "Rogue", "--registered", "2024-11-15", "--km", "23450", "--date", "2026-11-23",
        "--done", "engine-oil:replace:11000:2025-10-01",
    ];

    private static string Sample { get; } = Path.Combine(RepositoryFolder.Path, "samples/Reception/Shop");

    [Theory]
    [InlineData("LRW3E1FA7PC872623", 0, "Tesla")]
    [InlineData("LRW3E1FA8PC872623", 1, "wrong, should be 7")]
    [InlineData("LZZ9E1FA7PC872623", 1, "unknown")]
    public void Vin_OfAnyCar_SaysWhatItTells(string vin, int status, string expected)
    {
        var (actual, output, _) = Run("vin", vin);
        Assert.Equal(status, actual);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LRW3E1FA7PC87262O", "position 17 was 'O'")]
    [InlineData("LRW3", "it had 4")]
    [InlineData("LRW3E1FA7PC87262", "16, one too few")]
    public void Vin_NoVin_IsRefusedWithItsPlace(string text, string expected)
    {
        var (status, output, error) = Run("vin", text);
        Assert.Equal(2, status);
        Assert.DoesNotContain("check digit   ", output, StringComparison.Ordinal);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LRW3EIFA7PC872623", 2, "I at position 6 looks like 1")]
    [InlineData("LRW3-E1FA-7PC8-7262-3", 2, "separators or another script")]
    [InlineData("LRW3E1FA7PCB72623", 1, "B at position 12 looks like 8")]
    [InlineData("LRW3E1FA7PC8726233", 2, "3 at position 17 left out")]
    public void Vin_Misread_IsProposedAndNotApplied(string text, int expected, string change)
    {
        var (status, output, _) = Run("vin", text);
        Assert.Equal(expected, status);
        Assert.Contains("LRW3E1FA7PC872623  Tesla", output, StringComparison.Ordinal);
        Assert.Contains(change, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Vin_MisreadJson_HasProblemCandidatesAndChanges()
    {
        var (status, output, _) = Run("vin", "LRW3EIFA7PC872623", "--json");
        Assert.Equal(2, status);
        using var document = JsonDocument.Parse(output);
        Assert.Contains("position 6", document.RootElement.GetProperty("problem").GetString(), StringComparison.Ordinal);
        var candidate = document.RootElement.GetProperty("candidates")[0];
        Assert.Equal("LRW3E1FA7PC872623", candidate.GetProperty("vin").GetString());
        var change = candidate.GetProperty("changes")[0];
        Assert.Equal(("ForbiddenLetter", 6, "I", "1"), (change.GetProperty("kind").GetString(), change.GetProperty("position").GetInt32(), change.GetProperty("from").GetString(), change.GetProperty("to").GetString()));
    }

    [Fact]
    public void Vin_WithMakers_KnowsThemAndNamesConflicts()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """
                { "schemaVersion": 1, "makers": [{ "wmi": "HE9083", "manufacturer": "Example Trucks", "makes": ["Example"], "source": "vehicle licenses" },
                                                 { "wmi": "LRW", "manufacturer": "Ours", "makes": ["Ours"] }] }
                """);
            var (status, output, _) = Run("vin", "HE9XR1C48PS083871", "--makers", file);
            Assert.Equal(0, status);
            Assert.Contains("Example Trucks (HE9083; vehicle licenses)", output, StringComparison.Ordinal);
            Assert.Contains("conflict      LRW was Tesla", output, StringComparison.Ordinal);
            Assert.Contains("unknown: HE9083", Run("vin", "HE9XR1C48PS083871").Output, StringComparison.Ordinal);

            File.WriteAllText(file, """{ "schemaVersion": 1, "makers": [{ "wmi": "HE9", "manufacturer": "a", "makes": [] }] }""");
            var (refused, _, error) = Run("vin", "HE9XR1C48PS083871", "--makers", file);
            Assert.Equal(2, refused);
            Assert.Contains("SOD061 at $.makers[0].wmi", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Due_WithARecord_ListsWhatIsDue()
    {
        var (status, output, _) = Run(
            "due", "--make", "Mazda", "--model", "Mazda3", "--year", "2016", "--powertrain", "petrol", "--km", "60240", "--date", "2026-11-23", "--done", "engine-oil:replace:50100:2025-11-30");
        Assert.Equal(0, status);
        Assert.Contains("mazda3-2016-au-petrol", output, StringComparison.Ordinal);
        Assert.Contains("140 km over", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-28", "every 10,000 km", false)]
    [InlineData("2026-08-31", "every 7,500 km", true)]
    [InlineData("2026-11-23", "every 6,000 km", true)]
    public void Due_WithAnOverlay_PlansByTheIntervalOfTheDay(string date, string interval, bool isChanged)
    {
        var overlay = Path.Combine(RepositoryFolder.Path, "docs/examples/maintenance-overlay.json");
        var (status, output, _) = Run(
            "due", "--make", "Mazda", "--model", "Mazda3", "--year", "2016", "--powertrain", "petrol", "--km", "60240", "--date", date,
            "--done", "engine-oil:replace:50100:2025-11-30", "--overlay", overlay);
        Assert.Equal(0, status);
        Assert.Contains(output.Split('\n'), line => line.Contains("Engine oil", StringComparison.OrdinalIgnoreCase) && line.Contains(interval, StringComparison.Ordinal));
        Assert.Equal(isChanged, output.Contains("10,000 km / 12 months -> 7,500 km / 12 months since 2026-03-01", StringComparison.Ordinal));
    }

    [Fact]
    public void Due_Json_IsOneObjectWithEveryService()
    {
        var (status, output, _) = Run("due", "--km", "10", "--date", "2026-11-23", "--json");
        Assert.Equal(0, status);
        using var document = JsonDocument.Parse(output);
        Assert.Equal("generic", document.RootElement.GetProperty("schedule").GetString());
        Assert.NotEqual(0, document.RootElement.GetProperty("services").GetArrayLength());
    }

    [Fact]
    public void Receive_AnyCar_QuotesByTheExampleShop()
    {
        var (status, output, error) = Run("receive", "--vin", "JN8BT3AB4SW412749", "--model", "Rogue", "--registered", "2024-11-15", "--km", "23450", "--date", "2026-11-23", "--done", "engine-oil:replace:11000:2025-10-01", "--json");
        Assert.Equal(0, status);
        Assert.Contains("invented example shop", error, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(output);
        Assert.Equal("nissan-rogue-t33-2021-kr15ddt-us", document.RootElement.GetProperty("maintenance").GetProperty("schedule").GetString());
        Assert.True(document.RootElement.GetProperty("quote").GetProperty("payable").GetDecimal() > 0);
    }

    [Fact]
    public void PackCheck_TheSample_HasNoIssues()
    {
        var (status, output, _) = Run("pack", "check", Path.Combine(Sample, "rulepack.jsonc"));
        Assert.Equal(0, status);
        Assert.Contains("no issues", output, StringComparison.Ordinal);
    }

    [Fact]
    public void PackCheck_NoPack_PrintsEveryIssueWithItsPath()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, """{ "schemaVersion": 1, "id": "x", "verson": "1", "shop": { "timeZone": "Asia/Shanghai" } }""");
        try
        {
            var (status, output, _) = Run("pack", "check", file);
            Assert.Equal(1, status);
            Assert.Contains("SOR002 at $.verson", output, StringComparison.Ordinal);
            Assert.Contains("SOR003 at $.version", output, StringComparison.Ordinal);
            Assert.Contains("SOR003 at $.shop.currency", output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("pack", "check", "/no/such/file")]
    [InlineData("due", "--km", "-5")]
    [InlineData("due", "--km", "99999999")]
    [InlineData("due", "--km", "1", "--date", "2026-02-30")]
    [InlineData("due", "--km", "1", "--powertrain", "steam")]
    [InlineData("due", "--km", "1", "--done", "engine-oil")]
    [InlineData("receive")]
    [InlineData("fly")]
    [InlineData("receive", "--km", "1", "--pack", "/no/such/file")]
    public void Run_BadInput_IsStatusTwoWithAMessage(params string[] args)
    {
        var (status, _, error) = Run(args);
        Assert.Equal(2, status);
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("pack", "check", "")]
    [InlineData("due", "--km", "1", "--schedule", "")]
    [InlineData("due", "--km", "1", "--overlay", "")]
    [InlineData("receive", "--km", "1", "--pack", "")]
    [InlineData("receive", "--km", "1", "--parts", "")]
    [InlineData("due", "--km", "1", "--powertrain", "1")]
    [InlineData("due", "--km", "1", "--done", "engine-oil:77:5:2025-01-01")]
    [InlineData("due", "--km", "1", "--done", ":replace::")]
    [InlineData("due", "--km", "1", "--date", "2026-11-23", "--registered", "2026-11-24")]
    public void Run_WhatLooksLikeInputButIsNot_IsStatusTwoWithAMessage(params string[] args)
    {
        var (status, output, error) = Run(args);
        Assert.Equal(2, status);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("", "Line 1")]
    [InlineData("id,slot\n\"open\n", "Line 2: a quoted field")]
    [InlineData(Header + "a,engine-oil,X,a,a,,liter,10,1,true,,,,4\na,engine-oil,X,a,a,,liter,10,1,true,,,,4\n", "\"a\" was there before")]
    [InlineData(Header + ",engine-oil,X,a,a,,liter,10,1,true,,,,4\n", "\"id\" is needed")]
    [InlineData(Header + "a,engine-oil,X,a,a,,9,10,1,true,,,,4\n", "\"unit\"")]
    [InlineData(Header + "a,engine-oil,X,a,a,,liter,-5,1,true,,,,4\n", "\"price\"")]
    [InlineData(Header + "a,engine-oil,X,a,a,,liter,10,1,maybe,,,,4\n", "\"orderable\"")]
    [InlineData(Header + "a,engine-oil,X,a,a,,liter,10,1,true,,,,0\n", "\"quantity\" is more than zero")]
    [InlineData(Header + "a,engine-oil,X,a,a,,liter,10,1,true,,,,79228162514264337593543950335\n", "\"quantity\" is a number")]
    public void Receive_WrongParts_IsStatusTwoWithTheFileAndTheLine(string csv, string expected)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, csv);
        try
        {
            var (status, output, error) = Run("receive", "--km", "1", "--date", "2026-11-23", "--parts", file);
            Assert.Equal(2, status);
            Assert.Empty(output);
            Assert.Contains(file, error, StringComparison.Ordinal);
            Assert.Contains(expected, error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Receive_WithOrders_CountsThoseUntilTheDay()
    {
        var pack = Path.Combine(Sample, "rulepack.jsonc");
        var orders = Path.Combine(Sample, "orders.csv");
        var without = Run([.. Rogue, "--pack", pack, "--json"]);
        var with = Run([.. Rogue, "--pack", pack, "--orders", orders, "--json"]);
        Assert.Equal((0, 0), (without.Status, with.Status));
        var total = File.ReadLines(orders).Skip(1).Count(row => string.CompareOrdinal(row.Split(',')[1], "2026-11-23") <= 0);
        Assert.Contains($$"""{"code":"orders","actual":{{total}}}""", with.Output, StringComparison.Ordinal);
        Assert.Contains("""{"code":"orders","actual":0}""", without.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Line 1")]
    [InlineData("order_id,date,vehicle_id,items\nA,2026-02-30,v,engine-oil\n", "Line 2: \"date\"")]
    [InlineData("order_id,date,vehicle_id,items\nA,2026-02-03,v,\n", "Line 2: \"items\"")]
    [InlineData("order_id,date,vehicle_id\nA,2026-02-03,v\n", "Line 2: \"items\"")]
    public void Receive_WrongOrders_IsStatusTwoWithTheFileAndTheLine(string csv, string expected)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, csv);
        try
        {
            var (status, output, error) = Run("receive", "--km", "1", "--date", "2026-11-23", "--orders", file);
            Assert.Equal(2, status);
            Assert.Empty(output);
            Assert.Contains(file, error, StringComparison.Ordinal);
            Assert.Contains(expected, error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Receive_AbsurdAmounts_AreRefusedWithTheirLine()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, Header + "a,engine-oil,X,a,a,,liter,1000000000,1000000000,true,,,,1000000000\n");
        try
        {
            var (status, output, error) = Run([.. Rogue, "--parts", file]);
            Assert.Equal((2, string.Empty), (status, output));
            Assert.Contains("Line 2: a line costs up to", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Receive_UnderAnyCulture_PrintsTheSame()
    {
        var expected = Run(Rogue).Output;
        var before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.PercentSymbol = "pct";
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, Run(Rogue).Output);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Contains("4.5", expected, StringComparison.Ordinal);
        Assert.Contains(" %", expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "expected ", "goes back", "stands for")]
    [InlineData("zh", "预计 ", "里程倒退", "占位数字")]
    public void Odometer_ADirtyLog_EstimatesAndSaysWhy(string lang, string estimate, string goesBack, string sentinel)
    {
        var (status, output, _) = RunOdometer("date,odometer,unit\n2026-01-01,40000,\n2024-01-01,10000,\n2025-01-01,25000,km\n2025-06-01,3000,km\n2025-07-01,999999,km\n", "--lang", lang);
        Assert.Equal(0, status);
        Assert.StartsWith(estimate, output, StringComparison.Ordinal);
        Assert.Contains("! 2025-06-01 3,000 km: " + goesBack, output, StringComparison.Ordinal);
        Assert.Contains("! 2025-07-01 999,999 km: " + sentinel, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Odometer_Json_NamesEachVehicle()
    {
        var (status, output, _) = RunOdometer("vehicle_id,date,odometer,unit\nB,2026-01-01,40000,mi\nA,2026-01-01,999999,\n", "--json");
        Assert.Equal(1, status);
        using var document = JsonDocument.Parse(output);
        var vehicles = document.RootElement.GetProperty("vehicles");
        Assert.Equal("Sentinel", vehicles[0].GetProperty("quarantined")[0].GetProperty("doubt").GetString());
        Assert.True(vehicles[1].GetProperty("expectedKilometers").GetInt32() > 64_374);
    }

    [Theory]
    [InlineData("", "Line 1: the column \"date\" is needed")]
    [InlineData("date,odometer\n2026-02-30,1\n", "Line 2: \"date\"")]
    [InlineData("date,odometer\n2026-02-03,-1\n", "it was \"-1\"")]
    [InlineData("date,odometer,unit\n2026-02-03,9000000,mi\n", "it was \"9000000\"")]
    [InlineData("date,odometer,unit\n2026-02-03,1,furlong\n", "it was \"furlong\"")]
    public void Odometer_UnreadableLine_IsNamed(string csv, string expected)
    {
        var (status, output, error) = RunOdometer(csv);
        Assert.Equal(2, status);
        Assert.Empty(output);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private static (int Status, string Output, string Error) RunOdometer(string csv, params string[] options)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, csv);
            return Run(["odometer", path, "--today", "2026-07-01", .. options]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (int Status, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = StoreOpsTool.Run(args, output, error);
        return (status, output.ToString(), error.ToString());
    }
}
