using System.Text.Json;

using StoreOps.Testing;

namespace StoreOps.Cli.Tests;

public class VisitsCommandTests
{
    private static readonly string[] Mazda =
        ["visits", "--make", "Mazda", "--model", "Mazda3", "--powertrain", "petrol", "--km", "0", "--date", "2026-01-01", "--registered", "2026-01-01"];

    [Theory]
    [InlineData("en", "next 3 visits", "about 2026-", "visits in all")]
    [InlineData("zh", "接下来 3 次到店", "约 2026-", "次到店，损失寿命")]
    public void Visits_NewCar_ShowsTheNextThree(string lang, string title, string first, string totals)
    {
        var (status, output, _) = Run([.. Mazda, "--lang", lang]);
        Assert.Equal(0, status);
        Assert.StartsWith(title, output, StringComparison.Ordinal);
        Assert.Contains(first, output, StringComparison.Ordinal);
        Assert.Contains(totals, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Visits_Json_HasAsManyAsAskedInOrder()
    {
        var (status, output, _) = Run([.. Mazda, "--json", "--visits", "5"]);
        Assert.Equal(0, status);
        using var document = JsonDocument.Parse(output);
        var visits = document.RootElement.GetProperty("visits").EnumerateArray().ToList();
        var kilometers = visits.ConvertAll(visit => visit.GetProperty("kilometers").GetInt32());
        Assert.Equal(5, visits.Count);
        Assert.Equal(kilometers.Order(), kilometers);
        Assert.All(visits, visit => Assert.NotEqual(0, visit.GetProperty("services").GetArrayLength()));
    }

    [Theory]
    [InlineData("en", "months")]
    [InlineData("zh", "机油 更换")]
    public void Visits_Table_ShowsKilometersMonthsAndAHashThatStays(string lang, string word)
    {
        var (status, output, _) = Run([.. Mazda, "--table", "--lang", lang]);
        Assert.Equal(0, status);
        Assert.Contains(word, output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(Run([.. Mazda, "--table", "--json", "--lang", lang]).Output);
        Assert.Equal((5_000, 200_000), (document.RootElement.GetProperty("kilometers")[0].GetInt32(), document.RootElement.GetProperty("kilometers")[39].GetInt32()));
        Assert.Contains(document.RootElement.GetProperty("contentHash").GetString()!, output, StringComparison.Ordinal);
        Assert.DoesNotContain(document.RootElement.GetProperty("contentHash").GetString()!, Run([.. Mazda, "--table", "--per-year", "30000"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Visits_Spread_ShowsMonthsAsRanges()
    {
        Assert.DoesNotContain(" to 2", Run(Mazda).Output, StringComparison.Ordinal);
        Assert.Contains(" to 2", Run([.. Mazda, "--spread", "30", "--per-year", "40000"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Visits_OverlayAndCatalog_AreUsedAsByDue()
    {
        var folder = Directory.CreateTempSubdirectory("visits ").FullName;
        var wrong = Path.Combine(folder, "wrong.json");
        File.WriteAllText(wrong, "{}");
        foreach (var option in new[] { "--overlay", "--catalog", "--schedule" })
        {
            var (status, _, error) = Run([.. Mazda, option, wrong]);
            Assert.Equal(2, status);
            Assert.Contains(wrong, error, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Visits_NothingRecorded_AsksFirst()
    {
        var (_, output, _) = Run("visits", "--make", "Nobody", "--km", "90000", "--date", "2026-01-01");
        Assert.Contains("  ? ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--per-year", "-1")]
    [InlineData("--per-year", "700001")]
    [InlineData("--visits", "0")]
    public void Visits_OutOfRange_IsNamed(string option, string value)
    {
        var (status, _, error) = Run([.. Mazda, option, value]);
        Assert.Equal(2, status);
        Assert.Contains($"{option} is from", error, StringComparison.Ordinal);
        Assert.Contains($"it was {value}.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_EverySchedule_IsNeverWorseAndAsPublished()
    {
        var rows = VisitReport.Rows();
        Assert.All(rows, row => Assert.True(row.Ours.CostMicros <= row.DuePoints.CostMicros && row.Ours.CostMicros <= row.Grid.CostMicros, row.Id));
        var published = Path.Combine(RepositoryFolder.Path, "docs", "visits-report.md");
        if (Environment.GetEnvironmentVariable("STOREOPS_APPROVE") == "1")
            File.WriteAllText(published, VisitReport.Text(rows));
        Assert.Equal(File.ReadAllText(published).ReplaceLineEndings("\n"), VisitReport.Text(rows));
    }

    private static (int Status, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = StoreOpsTool.Run(args, output, error);
        return (status, output.ToString(), error.ToString());
    }
}
