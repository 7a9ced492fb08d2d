using NodaTime;

using StoreOps.Recommend.Evaluation;
using StoreOps.Testing.Workshops;

namespace StoreOps.Recommend.Tests.Workshops;

/// <summary>Lets a made-up counter offer what the trial's model ranks first, and holds what is told of the offers against the truth.</summary>
internal static class CounterTrial
{
    public const int Runs = 100;

    private const int Ranked = 20;
    private const int CallsOfAWeek = 200;

    private static readonly LocalDate Monday = new(2026, 1, 5);
    private static readonly Lazy<TrialCall[]> Made = new(() => WorkshopTrial.Default.Calls(Ranked));

    public static TrialCall[] Calls => Made.Value;

    /// <summary>Finds a threshold on half of the vehicles and measures its precision on the others, again and again with new outcomes.</summary>
    /// <returns>In how many runs the promise held within the 95 % interval of the fresh half, and the means of both precisions and of the recall.</returns>
    public static (int Held, int Found, double Promised, double Fresh, double Recall) AutoAdd(double precision)
    {
        var (held, found, promised, fresh, recall) = (0, 0, 0.0, 0.0, 0.0);
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            var outcomes = Calls.Select(call => call.Truths.Select(truth => random.NextDouble() < truth).ToArray()).ToArray();
            var threshold = AutoAddThreshold.Of([.. Of(0).SelectMany(one => Calls[one].Chances)], [.. Of(0).SelectMany(one => outcomes[one])], precision);
            if (threshold.Chance > 1)
                continue;
            var added = Of(1).SelectMany(one => Calls[one].Chances.Zip(outcomes[one])).Where(one => one.First >= threshold.Chance).ToArray();
            var share = added.Count(one => one.Second) / (double)added.Length;
            held += precision <= share + (1.96 * Math.Sqrt(share * (1 - share) / added.Length)) ? 1 : 0;
            found++;
            (promised, fresh, recall) = (promised + threshold.Precision, fresh + share, recall + threshold.Recall);
        }

        return (held, found, promised / found, fresh / found, recall / found);

        static IEnumerable<int> Of(int half) => Enumerable.Range(0, Calls.Length).Where(call => call % 2 == half);
    }

    /// <summary>Estimates another way of choosing from the counter's log, again and again, and counts how often the interval holds the truth.</summary>
    /// <param name="likelihood">How likely the other way is to show the part of a place.</param>
    /// <param name="mood">The share of customers who take nothing.</param>
    public static (int Ips, int Snips, double Truth, double MeanIps, double MeanSnips) OffPolicy(Func<int, double> likelihood, double mood)
    {
        // What the other way would have had accepted for each offer, on average: known, because every chance is.
        var (truth, offers) = (0.0, 0.0);
        foreach (var call in Calls)
        {
            for (var place = 0; place < Ranked; place++)
                truth += likelihood(place) * new WorkshopCounter(0) { Mood = mood }.AcceptanceOf(call.Truths[place]);
            offers += Enumerable.Range(0, Ranked).Sum(likelihood);
        }

        truth /= offers;
        var (ips, snips, meanIps, meanSnips) = (0, 0, 0.0, 0.0);
        for (var run = 0; run < Runs; run++)
        {
            // Customers come again at random: the truth is that of all of them.
            var random = new Random(run);
            var counter = new WorkshopCounter((ulong)run) { Exploration = 0.3, Mood = mood };
            var log = Enumerable.Range(0, Calls.Length).SelectMany(number => Offers(counter, number, random.Next(Calls.Length))).ToArray();
            var places = log.Select(one => one.Place).ToArray();
            var index = 0;
            double Chosen(OfferRecord offer) => likelihood(places[index++]);
            var one = OffPolicyEstimate.Ips(log.Select(each => each.Offer), Chosen);
            index = 0;
            var two = OffPolicyEstimate.Snips(log.Select(each => each.Offer), Chosen);
            ips += one.Low <= truth && truth <= one.High ? 1 : 0;
            snips += two.Low <= truth && truth <= two.High ? 1 : 0;
            (meanIps, meanSnips) = (meanIps + one.Share, meanSnips + two.Share);
        }

        return (ips, snips, truth, meanIps / Runs, meanSnips / Runs);
    }

    /// <summary>Returns in how many of as many weeks the alarm rings.</summary>
    public static int Alarms(double willingness, double mood)
    {
        var (random, counter) = (new Random(1), new WorkshopCounter(1) { Willingness = willingness, Mood = mood });
        var offers = Enumerable.Range(0, Runs * CallsOfAWeek)
            .SelectMany(number => Offers(counter, number, random.Next(Calls.Length)).Select(one => one.Offer with { OfferedOn = Monday.PlusDays(7 * (number / CallsOfAWeek)) }));
        return DriftAlarm.Weeks(offers).Count(week => week.IsAlarm);
    }

    private static IEnumerable<(OfferRecord Offer, int Place)> Offers(WorkshopCounter counter, int number, int call)
    {
        var asked = Calls[call];
        return counter.Offer(number, asked.Truths).Select(one => (
            new OfferRecord(
                Monday, $"q{number}", asked.Parts[one.Place], one.Rank, asked.Chances[one.Place], one.Propensity, one.IsAccepted ? OfferOutcome.Accepted : OfferOutcome.Declined),
            one.Place));
    }
}
