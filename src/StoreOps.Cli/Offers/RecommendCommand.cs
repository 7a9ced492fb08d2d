using System.CommandLine;
using System.Globalization;

using NodaTime;

using StoreOps.Cli.Localization;
using StoreOps.Domain;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Localization;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Cli.Offers;

/// <summary>Ranks the parts worth offering to one vehicle today.</summary>
internal static class RecommendCommand
{
    private const int ReasonsEach = 4;

    public static Command Create(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("MODEL") { Description = "a model that \"storeops train\" wrote" };
        var lines = new Option<string?>("--vehicle-lines") { Description = "CSV with the vehicle's past lines, with the columns of \"storeops train\"" };
        var vehicle = new Option<string?>("--vehicle") { Description = "the vehicle, as the file of lines names it" };
        var date = new Option<string?>("--date") { Description = "the day, as 2026-11-23; today if not given" };
        var km = new Option<int?>("--km") { Description = "today's odometer in kilometers" };
        var family = new Option<string?>("--family") { Description = "the model family; that of the file if not given" };
        var onOrder = new Option<string?>("--on-order") { Description = "the parts on the order, joined by commas" };
        var usage = new Option<string?>("--usage") { Description = "the usage tags, joined by commas; those of the file if not given" };
        var found = new Option<string?>("--found") { Description = "the parts that the inspection found worn, joined by commas, beside those of the file on the day" };
        var top = new Option<int>("--top") { Description = "how many parts", DefaultValueFactory = _ => 10 };
        var trusted = new Option<bool>("--trusted") { Description = "reads only what is needed of a model that was checked before" };
        var (json, lang) = (new Option<bool>("--json") { Description = "for machines" }, OfferOptions.Lang());
        var command = new Command("recommend", "Ranks the parts worth offering to a vehicle, with chances and reasons.")
        {
            file, lines, vehicle, date, km, family, usage, onOrder, found, top, trusted, json, lang,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(lines) is null != parsed.GetValue(vehicle) is null)
                throw new InputException("--vehicle-lines and --vehicle go together; one was missing.");
            var count = OfferOptions.InRange("--top", parsed.GetValue(top), 1, 1_000);
            var day = parsed.GetValue(date) is { } text
                ? VehicleOptions.ParseDate("--date", text)
                : SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb.GetSystemDefault()).Date;
            if (parsed.GetValue(km) is { } typed)
                OfferOptions.InRange("--km", typed, 0, Odometer.MaxKilometers);
            using var mapped = MappedFile.Open(parsed.GetValue(file)!);
            var model = Opened(parsed.GetValue(file)!, mapped, verifies: !parsed.GetValue(trusted));
            var past = parsed.GetValue(lines) is { } path ? ShopLines.Read(path).Find(parsed.GetValue(vehicle)!) : null;
            if (parsed.GetValue(lines) is { } named && past is null)
                error.WriteLine(OfferText.UnknownVehicle(OfferOptions.LanguageOf(parsed.GetValue(lang)), named, parsed.GetValue(vehicle)!));
            var counter = new Counter(model, OfferOptions.LanguageOf(parsed.GetValue(lang)), error);
            var offer = counter.Ask(
                new Asked(
                    day,
                    past is null ? PartHistory.Empty : PartHistory.From(model, past.Visits(day)),
                    parsed.GetValue(km),
                    parsed.GetValue(family) ?? past?.Family ?? string.Empty,
                    parsed.GetValue(usage) is { } tags ? Names(tags) : [.. past?.UsageTags ?? []],
                    Names(parsed.GetValue(onOrder)),
                    [.. Names(parsed.GetValue(found)), .. past?.FindingsOn(day) ?? []]),
                count);
            if (parsed.GetValue(json))
                output.WriteLine(counter.ToJson(offer));
            else
                counter.Print(offer, output);
            return StoreOpsTool.Done;
        });
        return command;
    }

    private static string[] Names(string? list) => (list ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal static PartsModel Opened(string path, MappedFile mapped, bool verifies) =>
        PartsModel.TryOpen(mapped.Memory, out var model, out var issues, verifies)
            ? model
            : throw new InputException(string.Join(Environment.NewLine, issues.Select(issue => $"{path}: {issue}")));

    private sealed record Asked(LocalDate Day, PartHistory History, int? Kilometers, string Family, string[] Usage, string[] OnOrder, string[] Found);

    private sealed record Offer(Recommendation[] Parts, PartReason[] Reasons, RecommendDiagnostics Diagnostics);

    private sealed class Counter(PartsModel model, Language language, TextWriter error)
    {
        public Offer Ask(Asked asked, int count)
        {
            var results = new Recommendation[count];
            var reasons = new PartReason[count * ReasonsEach];
            var family = asked.Family.Length == 0 ? -1 : model.FindFamily(asked.Family);
            if (asked.Family.Length > 0 && family < 0)
                error.WriteLine(OfferText.UnknownFamily(language, asked.Family));
            var query = new RecommendQuery
            {
                Date = asked.Day,
                History = asked.History,
                Kilometers = asked.Kilometers,
                Family = family < 0 ? null : family,
                UsageTags = Numbers(asked.Usage, model.FindTag, OfferText.UnknownUsage),
                Lines = Numbers(asked.OnOrder, model.FindPart, OfferText.UnknownPart),
                Findings = Numbers(asked.Found, model.FindPart, OfferText.UnknownPart),
            };
            var written = new PartsRecommender(model).Recommend(query, results, reasons, out var diagnostics);
            return new Offer(results[..written], reasons, diagnostics);
        }

        private int[] Numbers(string[] names, Func<string, int> find, Func<Language, string, string> unknown)
        {
            var numbers = new List<int>();
            foreach (var name in names)
            {
                if (find(name) is >= 0 and var number)
                    numbers.Add(number);
                else
                    error.WriteLine(unknown(language, name));
            }

            return [.. numbers];
        }

        public void Print(Offer offer, TextWriter output)
        {
            output.WriteLine(OfferText.Basis(language, offer.Diagnostics.Basis));
            for (var i = 0; i < offer.Parts.Length; i++)
            {
                var part = offer.Parts[i];
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1,3}. {model.PartId(part.Part),-24} {part.Probability * 100,5:0.0} %"));
                foreach (var reason in Reasons(offer, i))
                    output.WriteLine($"       {(reason.Value >= 0 ? '+' : '-')} {PartReasonText.Sentence(reason, model, language)}");
            }
        }

        public string ToJson(Offer offer) => JsonText.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("basis", offer.Diagnostics.Basis.ToString());
            writer.WriteNumber("considered", offer.Diagnostics.Considered);
            writer.WriteStartArray("parts");
            for (var i = 0; i < offer.Parts.Length; i++)
            {
                writer.WriteStartObject();
                writer.WriteString("part", model.PartId(offer.Parts[i].Part));
                writer.WriteNumber("chance", offer.Parts[i].Probability);
                writer.WriteNumber("logOdds", offer.Parts[i].LogOdds);
                writer.WriteString("sources", offer.Parts[i].Sources.ToString());
                writer.WriteStartArray("reasons");
                foreach (var reason in Reasons(offer, i))
                {
                    writer.WriteStartObject();
                    writer.WriteString("signal", reason.Signal.ToString());
                    writer.WriteNumber("logOdds", reason.Value);
                    writer.WriteString("text", PartReasonText.Sentence(reason, model, language));
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

        private static PartReason[] Reasons(Offer offer, int place) =>
            offer.Reasons[(place * ReasonsEach)..((place * ReasonsEach) + offer.Parts[place].Reasons)];
    }
}
