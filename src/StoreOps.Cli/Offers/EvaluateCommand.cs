using System.CommandLine;
using System.Globalization;
using System.Text;

using StoreOps.Cli.Localization;
using StoreOps.Domain;
using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Training;

namespace StoreOps.Cli.Offers;

/// <summary>Tells how well a model would have met a shop's own past.</summary>
internal static class EvaluateCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("LINES") { Description = "CSV with vehicle, family, in_service, usage, date, km, part and findings; one row for each line sold" };
        var split = new Option<string>("--split") { Description = "learns before this day and asks from it on, that day included, as 2026-01-01", Required = true };
        var parts = new Option<string?>("--parts") { Description = "CSV with part, category, every_km and every_months" };
        var html = new Option<string?>("--html") { Description = "writes a page with a reliability plot and a gain plot" };
        var precision = new Option<double>("--precision") { Description = "the share of lines added without asking that is to be right", DefaultValueFactory = _ => 0.8 };
        var first = new Option<int>("--cut") { Description = "how many of the first places count", DefaultValueFactory = _ => 10 };
        var tifu = new Option<bool>("--tifu") { Description = "also compares with TIFU-KNN, which is slow" };
        var threads = OfferOptions.Threads("how many threads work; the result is the same");
        var (json, lang) = (new Option<bool>("--json") { Description = "for machines" }, OfferOptions.Lang());
        var command = new Command("evaluate", "Learns before a day and tells how well that meets what happened from it on, beside simple ways.")
        {
            file, split, parts, html, precision, first, tifu, threads, json, lang,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var language = OfferOptions.LanguageOf(parsed.GetValue(lang));
                var day = VehicleOptions.ParseDate("--split", parsed.GetValue(split)!);
                var share = parsed.GetValue(precision) is > 0 and <= 1 and var given
                    ? given
                    : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--precision is above 0, up to 1; it was {parsed.GetValue(precision)}."));
                var places = OfferOptions.InRange("--cut", parsed.GetValue(first), 1, 1_000);
                var options = RecommendTrainerOptions.Default with { Threads = OfferOptions.InRange("--threads", parsed.GetValue(threads), 1, 1_024) };
                var lines = ShopLines.Read(parsed.GetValue(file)!);
                var known = parsed.GetValue(parts) is { } path ? KnownParts.Read(path) : null;
                var cut = TimeSplit.At(day, lines.Before(null));
                var test = new SplitTest(cut, lines);
                if (test.Asked.IsEmpty)
                    throw new InputException($"--split needs visits on or after the day; there were none from \"{parsed.GetValue(split)}\" on.");
                try
                {
                    var model = OfferOptions.Fit(cut.Training, options, known, new ProgressBar(error, language), cancellation).Model;
                    var report = EvaluationReport.Of(model, test, places, share, parsed.GetValue(tifu), options.Threads);
                    if (parsed.GetValue(json))
                        output.WriteLine(EvaluationJson.Of(report));
                    else
                        Print(report, language, output);
                    if (parsed.GetValue(html) is { } page)
                        ReplacedFile.Write(page, Encoding.UTF8.GetBytes(EvaluationPage.Write(report, language)));
                    return StoreOpsTool.Done;
                }
                catch (OperationCanceledException)
                {
                    error.WriteLine(OfferText.Stopped(language));
                    return StoreOpsTool.No;
                }
            },
            CancellationToken.None));
        return command;
    }

    private static void Print(EvaluationReport report, Language language, TextWriter output)
    {
        output.WriteLine(EvaluationText.Title(report, language));
        output.WriteLine();
        var cut = report.Results[0].Cut;
        output.WriteLine(Row(string.Empty, EvaluationText.Recall(language, cut), $"NDCG@{cut}", EvaluationText.Hits(language, cut)));
        foreach (var result in report.Results)
            output.WriteLine(Row(EvaluationText.Name(result.Name, language), [.. new[] { result.Recall, result.Ndcg, result.HitRate }.Select(EvaluationText.Share)]));
        output.WriteLine();
        foreach (var other in report.Comparisons)
            output.WriteLine(EvaluationText.Difference(other, language));
        output.WriteLine();
        output.WriteLine(EvaluationText.Calibration(report, language));
        output.WriteLine(EvaluationText.Added(report, language));
    }

    private static string Row(string name, params string[] cells) =>
        name + new string(' ', Math.Max(1, 40 - Width(name))) + string.Concat(cells.Select(cell => new string(' ', Math.Max(1, 12 - Width(cell))) + cell));

    // Chinese characters are two columns wide.
    private static int Width(string text) => text.Length + text.Count(unit => unit >= '\u2e80');
}
