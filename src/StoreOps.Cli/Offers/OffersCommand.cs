using System.CommandLine;
using System.Globalization;

using StoreOps.Cli.Localization;
using StoreOps.Domain;
using StoreOps.Recommend.Evaluation;

namespace StoreOps.Cli.Offers;

/// <summary>Tells what became of the offers that a shop made, whether the chances told still come true, and what another way of choosing would have had.</summary>
internal static class OffersCommand
{
    private const int MostPlacesTold = 10;

    public static Command Create(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("LOG") { Description = "offers as JSON Lines, as OfferLog writes them" };
        var top = new Option<int?>("--top") { Description = "another way of choosing: the first places alone, or with --model its first parts" };
        var from = new Option<double?>("--from") { Description = "another way of choosing: whatever has at least this chance" };
        var model = new Option<string?>("--model") { Description = "another way of choosing: what this model ranks first; needs --vehicle-lines, --calls and --top" };
        var lines = new Option<string?>("--vehicle-lines") { Description = "CSV with the vehicles' past lines, with the columns of \"storeops train\"" };
        var calls = new Option<string?>("--calls") { Description = "CSV with query, vehicle, km and on_order: whose offers those of a call were" };
        var lang = OfferOptions.Lang();
        var command = new Command("offers", "Tells what became of offers: accepted, place by place, week by week, whether chances come true, and what another way would have had.")
        {
            file, top, from, model, lines, calls, lang,
        };
        command.SetAction(parsed =>
        {
            var language = OfferOptions.LanguageOf(parsed.GetValue(lang));
            var path = parsed.GetValue(file)!;
            if (path.Length == 0)
                throw new InputException("A file is needed; the path was \"\".");
            if (parsed.GetValue(from) is { } chance && !(chance is >= 0 and <= 1))
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--from is from 0 to 1; it was {chance}."));
            var places = parsed.GetValue(top) is { } given ? OfferOptions.InRange("--top", given, 1, 1_000) : (int?)null;
            var (modelFile, linesFile, callsFile) = (parsed.GetValue(model), parsed.GetValue(lines), parsed.GetValue(calls));
            if (modelFile is not null || linesFile is not null || callsFile is not null)
            {
                if (modelFile is null || linesFile is null || callsFile is null || places is null)
                    throw new InputException("--model, --vehicle-lines, --calls and --top go together; one was missing.");
            }

            var offers = OfferLog.Read(File.ReadAllBytes(path), out var issues);
            foreach (var issue in issues)
                error.WriteLine(path + ": " + issue);
            Print([.. offers], language, output);
            if (parsed.GetValue(from) is { } least)
                Print(OffersText.FromChance(least, language), [.. offers], OtherWay.FromChance(least), language, output);
            if (modelFile is not null)
            {
                using var mapped = MappedFile.Open(modelFile);
                var known = OfferCall.Read(callsFile!);
                var unknown = offers.Select(offer => offer.QueryId).Distinct(StringComparer.Ordinal).Count(query => !known.ContainsKey(query));
                if (unknown > 0)
                    error.WriteLine(OffersText.UnknownCalls(unknown, language));
                var way = OtherWay.ByModel(RecommendCommand.Opened(modelFile, mapped, verifies: true), known, ShopLines.Read(linesFile!), places!.Value);
                Print(OffersText.ByModel(modelFile, places.Value, language), [.. offers.Where(offer => known.ContainsKey(offer.QueryId))], way, language, output);
            }
            else if (places is { } first)
            {
                Print(OffersText.FirstPlaces(first, language), [.. offers], OtherWay.FirstPlaces(first), language, output);
            }

            return issues.IsEmpty ? StoreOpsTool.Done : StoreOpsTool.No;
        });
        return command;
    }

    private static void Print(OfferRecord[] offers, Language language, TextWriter output)
    {
        var known = offers.Where(offer => offer.Outcome != OfferOutcome.Unknown).ToArray();
        output.WriteLine(OffersText.Title(offers.Length, known.Length, known.Count(offer => offer.Outcome == OfferOutcome.Accepted), language));
        if (known.Length > 0)
        {
            var table = ReliabilityTable.Of([.. known.Select(offer => offer.Chance)], [.. known.Select(offer => offer.Outcome == OfferOutcome.Accepted)]);
            output.WriteLine(OffersText.Calibration(known.Average(offer => offer.Chance), table.CalibrationError, language));
            foreach (var place in known.GroupBy(offer => offer.Rank).OrderBy(place => place.Key).Take(MostPlacesTold))
                output.WriteLine(OffersText.Place(place.Key, place.Count(), place.Count(offer => offer.Outcome == OfferOutcome.Accepted), language));
        }

        foreach (var week in DriftAlarm.Weeks(offers))
            output.WriteLine(OffersText.Week(week, language));
    }

    private static void Print(string name, OfferRecord[] offers, Func<OfferRecord, double> way, Language language, TextWriter output)
    {
        output.WriteLine(name);
        var (ips, snips) = (OffPolicyEstimate.Ips(offers, way), OffPolicyEstimate.Snips(offers, way));
        if (snips.EffectiveOffers > 0)
        {
            output.WriteLine(OffersText.Snips(snips, language));
            output.WriteLine(OffersText.Ips(ips, language));
        }
        else
        {
            output.WriteLine(OffersText.NothingInCommon(language));
        }

        // Parts that could never be shown are parts of which the log can say nothing.
        if (offers.Length > 0 && offers.All(offer => offer.Propensity >= 1))
            output.WriteLine(OffersText.NothingLeftToChance(language));
    }
}
