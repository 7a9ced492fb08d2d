using System.CommandLine;

using StoreOps.Cli.Localization;
using StoreOps.Recommend.Evaluation;

namespace StoreOps.Cli.Offers;

/// <summary>Tells what became of the offers that a shop made, and whether the chances told still come true.</summary>
internal static class OffersCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("LOG") { Description = "offers as JSON Lines, as OfferLog writes them" };
        var lang = OfferOptions.Lang();
        var command = new Command("offers", "Tells what became of offers: accepted, place by place, week by week, and whether chances come true.") { file, lang };
        command.SetAction(parsed =>
        {
            var language = OfferOptions.LanguageOf(parsed.GetValue(lang));
            var path = parsed.GetValue(file)!;
            if (path.Length == 0)
                throw new InputException("A file is needed; the path was \"\".");
            var offers = OfferLog.Read(File.ReadAllBytes(path), out var issues);
            foreach (var issue in issues)
                error.WriteLine(path + ": " + issue);
            var known = offers.Where(offer => offer.Outcome != OfferOutcome.Unknown).ToArray();
            output.WriteLine(OffersText.Title(offers.Length, known.Length, known.Count(offer => offer.Outcome == OfferOutcome.Accepted), language));
            if (known.Length > 0)
            {
                var table = ReliabilityTable.Of([.. known.Select(offer => offer.Chance)], [.. known.Select(offer => offer.Outcome == OfferOutcome.Accepted)]);
                output.WriteLine(OffersText.Calibration(known.Average(offer => offer.Chance), table.CalibrationError, language));
                foreach (var place in known.GroupBy(offer => offer.Rank).OrderBy(place => place.Key).Take(10))
                    output.WriteLine(OffersText.Place(place.Key, place.Count(), place.Count(offer => offer.Outcome == OfferOutcome.Accepted), language));
            }

            foreach (var week in DriftAlarm.Weeks(offers))
                output.WriteLine(OffersText.Week(week, language));
            return issues.IsEmpty ? StoreOpsTool.Done : StoreOpsTool.No;
        });
        return command;
    }
}
