using System.CommandLine;
using System.Globalization;

using NodaTime;
using NodaTime.Text;

using StoreOps.Cli.Localization;
using StoreOps.Domain;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Training;

namespace StoreOps.Cli.Offers;

/// <summary>Learns a model of what vehicles take from a shop's sold lines.</summary>
internal static class TrainCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("LINES") { Description = "CSV with vehicle, family, in_service, usage, date, km, part and findings; one row for each line sold" };
        var model = new Option<string>("--out") { Description = "where to write the model", Required = true };
        var parts = new Option<string?>("--parts") { Description = "CSV with part, category, every_km and every_months" };
        var until = new Option<string?>("--until") { Description = "the last day learned from, as 2026-11-23" };
        var threads = OfferOptions.Threads("how many threads work; the model is the same");
        var (json, lang) = (new Option<bool>("--json") { Description = "for machines" }, OfferOptions.Lang());
        var command = new Command("train", "Learns from past visits which parts vehicles take.") { file, model, parts, until, threads, json, lang };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var language = OfferOptions.LanguageOf(parsed.GetValue(lang));
                var last = parsed.GetValue(until) is { } day ? VehicleOptions.ParseDate("--until", day) : (LocalDate?)null;
                var options = RecommendTrainerOptions.Default with { Threads = OfferOptions.InRange("--threads", parsed.GetValue(threads), 1, 1_024) };
                var lines = ShopLines.Read(parsed.GetValue(file)!);
                var known = parsed.GetValue(parts) is { } path ? KnownParts.Read(path) : null;
                try
                {
                    var trained = OfferOptions.Fit(lines.Before(last == LocalDate.MaxIsoValue ? null : last?.PlusDays(1)), options, known, new ProgressBar(error, language), cancellation);
                    var target = parsed.GetValue(model)!;
                    ReplacedFile.Write(target, trained.Model.File.Span);
                    output.WriteLine(parsed.GetValue(json) ? ToJson(trained) : Summary(target, trained.Model, language));
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

    private static string Summary(string path, PartsModel model, Language language) => OfferText.Trained(
        language,
        path,
        Number(model.PartCount),
        Number(model.Vehicles),
        Number(model.Visits),
        Number(model.Lines),
        Day(model.FirstDay),
        Day(model.LastDay),
        Number(model.File.Length));

    private static string ToJson(TrainedModel trained) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("parts", trained.Model.PartCount);
        writer.WriteNumber("families", trained.Model.FamilyCount);
        writer.WriteNumber("vehicles", trained.Model.Vehicles);
        writer.WriteNumber("visits", trained.Model.Visits);
        writer.WriteNumber("lines", trained.Model.Lines);
        writer.WriteString("firstDay", Day(trained.Model.FirstDay));
        writer.WriteString("lastDay", Day(trained.Model.LastDay));
        writer.WriteNumber("bytes", trained.Model.File.Length);
        writer.WriteNumber("candidatesFitted", trained.Rows);
        writer.WriteNumber("candidatesTaken", trained.Taken);
        writer.WriteEndObject();
    });

    private static string Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "-";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
