using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

using StoreOps.Cli.Offers;
using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Models;

namespace StoreOps.Cli.Tests;

public sealed class OfferCommandTests : IDisposable
{
    private const string Header = "vehicle,family,in_service,date,km,part\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("offers ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Train_AnyOrderOfRowsAndThreads_WritesTheSameBytes()
    {
        var rows = Rows().ToArray();
        var model = Train(Lines([.. rows]));
        Array.Reverse(rows);
        var other = Write("model-2", string.Empty);
        Assert.Equal(0, Run("train", Lines([.. rows]), "--out", other, "--threads", "1").Status);
        Assert.Equal(File.ReadAllBytes(model), File.ReadAllBytes(other));
        Assert.Equal(["lines.csv", "model", "model-2"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Offers_OfALog_TellsWhatBecameOfThemAndWhichLinesAreWrong()
    {
        static string Line(int day, int rank, string outcome) =>
            $$"""{"offeredOn":"2026-01-{{day:00}}","query":"q{{day}}","part":"pad","rank":{{rank}},"chance":0.5,"propensity":1,"outcome":"{{outcome}}"}""" + "\n";
        var log = Write("log.jsonl", Line(5, 1, "accepted") + Line(5, 2, "declined") + Line(13, 1, "accepted") + Line(14, 1, "unknown"));
        var (status, output, error) = Run("offers", log, "--lang", "en");
        Assert.Equal((0, string.Empty), (status, error));
        Assert.Contains("4 offers, 3 with an outcome, 2 accepted (66.7 %)", output, StringComparison.Ordinal);
        Assert.Contains("place 1: 2 offers, 2 accepted (100.0 %)", output, StringComparison.Ordinal);
        Assert.Contains("week of 2026-01-12: 1 offers, 50.0 % expected, 100.0 % accepted", output, StringComparison.Ordinal);
        var torn = Write("torn.jsonl", Line(5, 1, "accepted") + "{\"offeredOn\":");
        (status, output, error) = Run("offers", torn, "--lang", "zh");
        Assert.Equal(1, status);
        Assert.Contains("1 次推荐", output, StringComparison.Ordinal);
        Assert.Contains("line 2 $", error, StringComparison.Ordinal);
        Assert.Equal(2, Run("offers", Path.Combine(_folder, "missing")).Status);
    }

    [Fact]
    public void Train_Until_LearnsFromThatDayAndNoLater()
    {
        var target = Path.Combine(_folder, "model");
        var (status, output, error) = Run("train", Lines(Rows()), "--out", target, "--until", "2023-01-15", "--json");
        Assert.Equal(0, status);
        using var document = JsonDocument.Parse(output);
        Assert.Equal("2023-01-15", document.RootElement.GetProperty("lastDay").GetString());
        Assert.Contains("100 % done", error, StringComparison.Ordinal);
        Assert.True(PartsModel.TryOpen(File.ReadAllBytes(target), out var model, out _));
        Assert.Equal(document.RootElement.GetProperty("visits").GetInt64(), model.Visits);
    }

    [Fact]
    public void Train_BadRows_AreAllToldWithTheirLineAndNothingIsWritten()
    {
        var target = Path.Combine(_folder, "model");
        var lines = Write("bad.csv", Header + "A,,,2024-01-01,,oil\nA,,,2024-13-01,,oil\n,,,2024-01-01,-5,\nA,\"x\ny\",,2024-01-01,,oil\nA,,,2024-01-01,oil\nA,,,,,oil\nA,x\"y,,2024-01-01,,oil\n");
        var (status, _, error) = Run("train", lines, "--out", target);
        Assert.Equal(2, status);
        foreach (var expected in new[]
        {
            "(3): \"date\" is a day such as 2026-11-23; it was \"2024-13-01\".",
            "(4): \"vehicle\" is needed; it was empty.",
            "(4): \"part\" is needed; it was empty.",
            "(4): \"km\" is a whole number from 0 to 9999999, or empty; it was \"-5\".",
            "(7): a row has 6 fields; it had 5.",
            "(8): \"date\" is needed; it was empty.",
            "(9): a quote stands inside a field",
        })
        {
            Assert.Contains(lines + expected, error, StringComparison.Ordinal);
        }

        Assert.Equal(7, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.False(File.Exists(target));
    }

    [Theory]
    [InlineData("", "the names of the columns are needed")]
    [InlineData("vehicle,date\n", "the column \"part\" is needed")]
    [InlineData("vehicle,date,part,plate\n", "one was \"plate\"")]
    [InlineData("vehicle,date,part,part\n", "\"part\" was there twice")]
    [InlineData("vehicle,date,part\n", "Training needs visits")]
    [InlineData("vehicle,date,part\n\"A,2024-01-01,oil\n", "no closing quote")]
    [InlineData("vehicle,date,part\n\"A\"x,2024-01-01,oil\n", "text stands after the closing quote")]
    public void Train_NoFileOfLines_IsRefused(string text, string expected)
    {
        var (status, _, error) = Run("train", Write("bad.csv", text), "--out", Path.Combine(_folder, "model"));
        Assert.Equal(2, status);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_BytesThatAreNoUtf8_AreRefused()
    {
        var path = Path.Combine(_folder, "bad.csv");
        File.WriteAllBytes(path, [.. "vehicle,date,part\nA,2024-01-01,"u8, 0xC3, 0x28, (byte)'\n']);
        var (status, _, error) = Run("train", path, "--out", Path.Combine(_folder, "model"));
        Assert.Equal(2, status);
        Assert.Contains("the file is UTF-8", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_QuotedFieldsAndLineEndings_AreReadAsRfc4180Says()
    {
        var plain = Train(Lines(Rows()));
        var quoted = Write("quoted.csv", Header.Replace("\n", "\r\n", StringComparison.Ordinal)
            + string.Concat(Rows().Select(row => string.Join(',', row.Split(',').Select(field => $"\"{field}\"")) + "\r\n\r\n")));
        var model = Path.Combine(_folder, "model-2");
        Assert.Equal(0, Run("train", quoted, "--out", model).Status);
        Assert.Equal(File.ReadAllBytes(plain), File.ReadAllBytes(model));
        var odd = Write("odd.csv", "part,date,vehicle\n\"oil, \"\"5W-30\"\"\",2024-01-01,A\n");
        Assert.Equal(0, Run("train", odd, "--out", model).Status);
        Assert.True(PartsModel.TryOpen(File.ReadAllBytes(model), out var opened, out _));
        Assert.Equal("oil, \"5W-30\"", opened.PartId(0));
    }

    [Fact]
    public void Train_Parts_AreKnownThoughNeverSold()
    {
        var parts = Write("parts.csv", "part,category,every_km,every_months\noil,fluids,10000,12\nbelt,,60000,\n");
        var target = Path.Combine(_folder, "model");
        Assert.Equal(0, Run("train", Lines(Rows()), "--out", target, "--parts", parts).Status);
        Assert.True(PartsModel.TryOpen(File.ReadAllBytes(target), out var model, out _));
        Assert.True(model.FindPart("belt") >= 0);
        Assert.Equal("fluids", model.CategoryName(model.CategoryOf(model.FindPart("oil"))));
        var twice = Write("twice.csv", "part,every_km\noil,0\noil,5\noil,6\n");
        var (status, _, error) = Run("train", Lines(Rows()), "--out", target, "--parts", twice);
        Assert.Equal(2, status);
        Assert.Contains("(2): \"every_km\" is a whole number from 1", error, StringComparison.Ordinal);
        Assert.Contains("(4): a part stands once in a file; \"oil\" was there before.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "rests on the vehicle's own history", " km ago; after as many it is often replaced.")]
    [InlineData("zh", "依据：本车履历", " 公里，到此里程常更换。")]
    public void Recommend_KnownVehicle_RanksWithChancesAndReasons(string lang, string basis, string reason)
    {
        var lines = Lines(Rows());
        var (status, output, error) = Run(
            "recommend", Train(lines), "--vehicle-lines", lines, "--vehicle", "V3", "--date", "2026-11-23", "--km", "90000", "--top", "3", "--lang", lang);
        Assert.Equal(0, status);
        Assert.Empty(error);
        Assert.StartsWith(basis, output, StringComparison.Ordinal);
        Assert.Contains("  3. ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("  4. ", output, StringComparison.Ordinal);
        Assert.Contains(reason, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Recommend_OnOrder_IsNotOfferedAndWhatGoesWithItRises()
    {
        var model = Train(Lines(Rows()));
        var (alone, with) = (Ask(model), Ask(model, "--on-order", "oil"));
        Assert.DoesNotContain("oil", with.Keys);
        Assert.True(with["oil-filter"] > alone["oil-filter"]);
        Assert.Equal(with.Values.OrderDescending(), with.Values);
        Assert.Equal(with, Ask(model, "--on-order", "oil", "--trusted"));
    }

    [Fact]
    public void Recommend_LinesOnTheDayOrLater_AreNotLookedAt()
    {
        var model = Train(Lines(Rows()));
        var early = Lines("V3,,,2024-01-01,5000,wiper");
        var alone = Ask(model, "--vehicle-lines", early, "--vehicle", "V3");
        var both = Lines("V3,,,2024-01-01,5000,wiper", "V3,,,2026-11-23,90000,oil", "V3,,,2026-12-01,90000,air-filter");
        Assert.Equal(alone, Ask(model, "--vehicle-lines", both, "--vehicle", "V3"));
        Assert.NotEqual(alone, Ask(model));
    }

    [Fact]
    public void Recommend_UnknownPartOrFamily_IsToldAndLeftOut()
    {
        var (status, _, error) = Run("recommend", Train(Lines(Rows())), "--date", "2026-11-23", "--on-order", "oil,flux", "--family", "Z");
        Assert.Equal(0, status);
        Assert.Contains("no part \"flux\"", error, StringComparison.Ordinal);
        Assert.Contains("no family \"Z\"", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--top", "0", "--top is from 1 to 1000; it was 0.")]
    [InlineData("--km", "-1", "--km is from 0")]
    [InlineData("--date", "soon", "--date is a day such as 2026-11-23; it was \"soon\".")]
    [InlineData("--vehicle", "V3", "--vehicle-lines and --vehicle go together")]
    public void Recommend_BadOption_IsNamed(string option, string value, string expected)
    {
        var (status, _, error) = Run("recommend", Train(Lines(Rows())), option, value);
        Assert.Equal(2, status);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Recommend_FileThatIsNoModel_IsRefused()
    {
        Assert.Equal(2, Run("recommend", Write("empty", string.Empty)).Status);
        Assert.Equal(2, Run("recommend", Write("text", "no model")).Status);
        var model = Train(Lines(Rows()));
        var bytes = File.ReadAllBytes(model);
        bytes[^100] ^= 1;
        File.WriteAllBytes(model, bytes);
        var (status, _, error) = Run("recommend", model);
        Assert.Equal(2, status);
        Assert.Contains(model, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_FileThatARankerKnowsByHeart_CountsVisitsAndLinesAsTheyAre()
    {
        // Twenty vehicles took oil twice before the day and once after it; one comes for the first time and takes what nobody knew.
        var rows = Enumerable.Range(0, 20).SelectMany(vehicle => new[] { "2025-01-01", "2025-06-01", "2026-02-01", "2026-03-01" }.Select(day => $"V{vehicle},A,,{day},,oil"));
        using var document = Evaluate(Lines([.. rows, "W,A,,2026-01-05,,flux", "W,A,,2026-02-05,,oil"]), "2026-01-01");
        var root = document.RootElement;
        Assert.Equal((21, 1, 21), (root.GetProperty("visits").GetInt32(), root.GetProperty("newVehicles").GetInt32(), root.GetProperty("lines").GetInt32()));
        var rankers = root.GetProperty("rankers").EnumerateArray().ToList();
        Assert.Equal(["StoreOps", "global top", "personal top, ties by popularity", "global-personal top, ties by popularity", "TIFU-KNN"], rankers.Select(one => one.GetProperty("name").GetString()));
        foreach (var ranker in rankers.Take(3))
        {
            Assert.Equal(20 / 21.0, ranker.GetProperty("recall").GetDouble(), 12);
            Assert.Equal(20 / 21.0, ranker.GetProperty("gain")[0].GetDouble(), 12);
        }

        Assert.Equal(0, rankers[1].GetProperty("recallDifference").GetProperty("low").GetDouble());
    }

    [Fact]
    public void Evaluate_AnyNumberOfThreads_GivesTheSame()
    {
        var lines = Lines(Rows());
        using var one = Evaluate(lines, "2023-06-01", "--threads", "1");
        using var two = Evaluate(lines, "2023-06-01", "--threads", "2");
        Assert.Equal(one.RootElement.GetRawText(), two.RootElement.GetRawText());
        Assert.True(one.RootElement.GetProperty("rankers")[0].GetProperty("recall").GetDouble() > 0.5);
        var bins = one.RootElement.GetProperty("reliability").EnumerateArray().Select(bin => bin.GetProperty("chance").GetDouble()).ToList();
        Assert.Equal(bins.Order(), bins);
    }

    [Theory]
    [InlineData("en", "over global top: recall ", "calibration error: ", "auto-add: ")]
    [InlineData("zh", "比“全店最畅销”：召回 ", "校准误差：", "自动加单：")]
    public void Evaluate_Html_IsOnePageThatNeedsNothingElse(string lang, string comparison, string calibration, string added)
    {
        var path = Path.Combine(_folder, "page.html");
        var (status, output, error) = Run("evaluate", Lines(Rows()), "--split", "2023-06-01", "--html", path, "--lang", lang);
        Assert.True(status == 0, error);
        var page = File.ReadAllText(path);
        foreach (var expected in new[] { comparison, calibration, added })
            Assert.Contains(expected, output, StringComparison.Ordinal);
        foreach (var expected in new[] { calibration, added, "<th>NDCG@10</th>" })
            Assert.Contains(expected, page, StringComparison.Ordinal);

        foreach (var outside in new[] { "<script", "://", "src=", "href=", "url(" })
            Assert.DoesNotContain(outside, page, StringComparison.Ordinal);
        var plots = page.Split("<svg")[1..].Select(part => XElement.Parse("<svg" + part[..(part.IndexOf("</svg>", StringComparison.Ordinal) + 6)])).ToList();
        Assert.Equal([2, 4], plots.Select(plot => plot.Elements("polyline").Count()));
        Assert.NotEmpty(plots[0].Elements("circle"));
        Assert.All(plots.SelectMany(plot => plot.Elements("circle")), dot =>
        {
            Assert.InRange(double.Parse(dot.Attribute("cx")!.Value, CultureInfo.InvariantCulture), 60, 480);
            Assert.InRange(double.Parse(dot.Attribute("cy")!.Value, CultureInfo.InvariantCulture), 16, 436);
        });
    }

    [Fact]
    public void UsageAndFindings_OfTheFile_AreLearnedAndAskedWith()
    {
        static IEnumerable<string> Rows(bool tellsFindings)
        {
            for (var vehicle = 0; vehicle < 400; vehicle++)
            {
                for (var visit = 0; visit < 3; visit++)
                {
                    // Outdoor vehicles take skid plates, the others mats, each once; whose wiper was found worn takes one.
                    var (isOutdoor, isWorn) = (vehicle % 2 == 0, (vehicle + visit) % 3 == 0);
                    var head = $"V{vehicle:000},{(isOutdoor ? "outdoor" : "")},{2024 + visit}-03-01,";
                    yield return head + (visit != vehicle / 2 % 3 ? "oil" : isOutdoor ? "skid-plate" : "mats") + "," + (tellsFindings && isWorn ? "wiper" : "");
                    if (isWorn)
                        yield return head + "wiper,";
                }
            }
        }

        var header = "vehicle,usage,date,part,findings\n";
        var (told, untold) = (Write("told.csv", header + string.Join('\n', Rows(true))), Write("untold.csv", header + string.Join('\n', Rows(false))));
        using var with = Evaluate(told, "2026-01-01");
        using var without = Evaluate(untold, "2026-01-01");
        static double Error(JsonDocument document) => document.RootElement.GetProperty("calibrationError").GetDouble();
        Assert.NotEqual(Error(without), Error(with));
        var model = Path.Combine(_folder, "usage.model");
        Assert.Equal(0, Run("train", told, "--out", model, "--until", "2025-12-31").Status);
        Assert.True(PartsModel.TryOpen(File.ReadAllBytes(model), out var opened, out _));
        Assert.Equal((1, 0), (opened.TagCount, opened.FindTag("outdoor")));
        // V001's wiper was found worn on the day, and not on the next.
        string[] vehicle = ["--vehicle-lines", told, "--vehicle", "V001"];
        Assert.True(Ask(model, [.. vehicle, "--date", "2026-03-01"])["wiper"] > Ask(model, [.. vehicle, "--date", "2026-03-02"])["wiper"] + 0.2);
        Assert.True(Ask(model, "--date", "2026-03-01", "--found", "wiper")["wiper"] > Ask(model, "--date", "2026-03-01")["wiper"] + 0.2);
        Assert.True(Ask(model, "--date", "2026-03-01", "--usage", "outdoor")["skid-plate"] > Ask(model, "--date", "2026-03-01")["skid-plate"]);
        var (status, _, error) = Run("recommend", model, "--date", "2026-11-23", "--usage", "outdoor,space", "--found", "warp");
        Assert.Equal(0, status);
        Assert.Contains("no usage tag \"space\"", error, StringComparison.Ordinal);
        Assert.Contains("no part \"warp\"", error, StringComparison.Ordinal);
        Assert.Contains("has no line of the vehicle \"nobody\"", Run("recommend", model, "--date", "2026-11-23", "--vehicle-lines", told, "--vehicle", "nobody").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Offers_OtherWays_AreEstimated()
    {
        var random = new Random(1);
        var (log, calls) = (new System.Text.StringBuilder(), new System.Text.StringBuilder("query,vehicle,km,on_order\n"));
        for (var call = 0; call < 500; call++)
        {
            calls.Append(CultureInfo.InvariantCulture, $"q{call},V{call % 200},60000,\n");
            // Oil, which its owners take, is shown as often as not; the other part nobody wants.
            foreach (var (part, rank) in random.Next(2) == 0 ? [("oil", 1)] : new[] { ("nothing", 1), ("oil", 2) })
                log.Append(CultureInfo.InvariantCulture, $$"""{"offeredOn":"2026-01-{{1 + (call % 28):00}}","query":"q{{call}}","part":"{{part}}","rank":{{rank}},"chance":{{(part == "oil" ? "0.9" : "0.1")}},"propensity":{{(part == "oil" ? "1" : "0.5")}},"outcome":"{{(part == "oil" ? "accepted" : "declined")}}"}""").Append('\n');
        }

        var file = Write("ways.jsonl", log.ToString());
        var (status, output, error) = Run("offers", file, "--from", "0.5");
        Assert.Equal((0, string.Empty), (status, error));
        Assert.Contains("share accepted (SNIPS): 100.0 %", output, StringComparison.Ordinal);
        Assert.Contains("had only what has a chance of 50.0 %", output, StringComparison.Ordinal);
        output = Run("offers", file, "--top", "1", "--lang", "zh").Output;
        Assert.Contains("若只展示前 1 位", output, StringComparison.Ordinal);
        Assert.Contains("no offer of the log is one", Run("offers", file, "--from", "0.95").Output, StringComparison.Ordinal);
        var model = Train(Lines(Rows()));
        var lines = Path.Combine(_folder, "lines.csv");
        (status, output, error) = Run("offers", file, "--model", model, "--vehicle-lines", lines, "--calls", Write("calls.csv", calls.ToString()), "--top", "1");
        Assert.Equal((0, string.Empty), (status, error));
        Assert.Contains("share accepted (SNIPS): 100.0 %", output, StringComparison.Ordinal);
        (status, _, error) = Run("offers", file, "--model", model, "--vehicle-lines", lines, "--calls", Write("few.csv", "query,vehicle\nq1,V1\n"), "--top", "1");
        Assert.Equal(0, status);
        Assert.Contains("499 calls of the log are not in the file of --calls", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from", "1.5", "--from is from 0 to 1; it was 1.5.")]
    [InlineData("--top", "0", "--top is from 1 to 1000; it was 0.")]
    [InlineData("--model", "x", "go together; one was missing")]
    [InlineData("--calls", "x", "go together; one was missing")]
    public void Offers_WrongWays_AreRefused(string option, string value, string expected)
    {
        var (status, output, error) = Run("offers", Write("empty.jsonl", string.Empty), option, value);
        Assert.Equal((2, string.Empty), (status, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Receive_ByAModel_OffersPartsWithReasons()
    {
        var lines = Write("shop.csv", "vehicle,date,km,part,usage\n" + string.Concat(Enumerable.Range(0, 200).SelectMany(vehicle => Enumerable.Range(0, 3).Select(visit =>
            $"V{vehicle},{2023 + visit}-0{1 + (vehicle % 9)}-10,{(visit + 1) * 12_000},{((vehicle + visit) % 2 == 0 ? "wiper-bosch" : "battery-varta-agm")},\n"))));
        var model = Path.Combine(_folder, "shop.model");
        Assert.Equal(0, Run("train", lines, "--out", model).Status);
        string[] car = ["receive", "--km", "48000", "--date", "2026-11-23", "--parts-model", model, "--vehicle-lines", lines, "--vehicle", "V2"];
        var (status, output, error) = Run([.. car, "--auto-add", "0.2", "--lang", "en"]);
        Assert.True(status == 0, error);
        Assert.Contains("Rests on what this vehicle took before.", output, StringComparison.Ordinal);
        Assert.Contains("Bosch wiper blades pair: 98.00", output, StringComparison.Ordinal);
        Assert.Contains("% expected to be right", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Bosch wiper blades pair: 98.00", Run([.. car, "--declined", "wiper-blades"]).Output, StringComparison.Ordinal);
        Assert.Contains("ItemUnknown: warp-drive", Run([.. car, "--found", "warp-drive"]).Output, StringComparison.Ordinal);
        Assert.Contains("\"offersRestOn\":\"odometer\"", Run("receive", "--km", "48000", "--date", "2026-11-23", "--parts-model", model, "--json").Output, StringComparison.Ordinal);
        foreach (var wrong in new string[][] { ["--auto-add", "1.5"], ["--vehicle", "V2"], ["--parts-model", lines], ["--parts-model", ""] })
            Assert.Equal(2, Run(["receive", "--km", "48000", "--date", "2026-11-23", .. wrong]).Status);
    }

    [Theory]
    [InlineData("2030-01-01", "0.8", "there were none from \"2030-01-01\" on.")]
    [InlineData("2001-01-01", "0.8", "Training needs visits")]
    [InlineData("2023-06-01", "1.5", "--precision is above 0, up to 1; it was 1.5.")]
    [InlineData("June", "0.8", "--split is a day")]
    public void Evaluate_NothingToLearnOrAsk_IsTold(string split, string precision, string expected)
    {
        var (status, _, error) = Run("evaluate", Lines(Rows()), "--split", split, "--precision", precision);
        Assert.Equal(2, status);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void AutoAdd_ThresholdOfOneHalf_IsMeasuredOnTheOther()
    {
        NextBasketCase[] cases = [new("A", [], [0, 1]), new("B", [], [0, 1, 2, 3])];
        JudgedCandidate[] judged =
        [
            new(0, 0.9, true), new(0, 0.8, true), new(0, 0.7, false), new(0, 0.6, false),
            new(1, 0.95, true), new(1, 0.8, false), new(1, 0.75, true), new(1, 0.65, true),
        ];
        Assert.Equal(new AutoAdd(0.8, 0.5, 0.25, 2), AutoAdd.Of(judged, cases, 1));
        Assert.Equal(new AutoAdd(0.7, 2 / 3.0, 0.5, 3), AutoAdd.Of(judged, cases, 0.6));
        Assert.Null(AutoAdd.Of([new(0, 0.9, false), new(1, 0.9, true)], cases, 0.5).Threshold);
    }

    private static JsonDocument Evaluate(string lines, string split, params string[] options)
    {
        var (status, output, error) = Run(["evaluate", lines, "--split", split, "--json", "--tifu", .. options]);
        Assert.True(status == 0, error);
        return JsonDocument.Parse(output);
    }

    private static Dictionary<string, double> Ask(string model, params string[] options)
    {
        string[] date = options.Contains("--date") ? [] : ["--date", "2026-11-23"];
        var (status, output, error) = Run(["recommend", model, .. date, "--json", .. options]);
        Assert.True(status == 0, error);
        using var document = JsonDocument.Parse(output);
        return document.RootElement.GetProperty("parts").EnumerateArray()
            .ToDictionary(part => part.GetProperty("part").GetString()!, part => part.GetProperty("chance").GetDouble());
    }

    /// <summary>Two hundred vehicles: oil with its filter each year, an air filter each other year, a wiper now and then.</summary>
    private static IEnumerable<string> Rows()
    {
        for (var vehicle = 0; vehicle < 200; vehicle++)
        {
            for (var visit = 0; visit < 3 + (vehicle % 3); visit++)
            {
                var head = $"V{vehicle},{"AB"[vehicle % 2]},2020-05-0{1 + (vehicle % 9)},{2021 + visit}-{1 + (vehicle % 12):00}-15,{(visit + 1) * (12_000 + (vehicle * 20))}";
                if ((vehicle + visit) % 5 != 0)
                {
                    yield return head + ",oil";
                    yield return head + ",oil-filter";
                }

                if (visit % 2 == 1)
                    yield return head + ",air-filter";
                if ((vehicle * 7 + visit * 3) % 4 == 0)
                    yield return head + ",wiper";
            }
        }
    }

    private string Train(string lines)
    {
        var target = Path.Combine(_folder, "model");
        var (status, _, error) = Run("train", lines, "--out", target);
        Assert.True(status == 0, error);
        return target;
    }

    private string Lines(params IEnumerable<string> rows) => Write("lines.csv", Header + string.Join('\n', rows) + "\n");

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
        var status = StoreOpsTool.Run(args, output, error);
        return (status, output.ToString(), error.ToString());
    }
}
