using NodaTime;

using StoreOps.Recommend.Evaluation;

namespace StoreOps.Recommend.Tests.Evaluation;

public sealed class OfferRecordTests
{
    private static readonly LocalDate Monday = new(2026, 1, 5);

    [Fact]
    public void Estimates_OfAWayNotTaken_FindItsTrueShare()
    {
        // Two parts: one accepted in 60 of 100 offers and mostly shown, one in 20 and seldom shown; the other way shows both alike.
        const double truth = (0.5 * 0.6) + (0.5 * 0.2);
        var (within, draws) = (0, 40);
        var sum = 0.0;
        for (var seed = 0; seed < draws; seed++)
        {
            var random = new Random(seed);
            var offers = Enumerable.Range(0, 4_000).Select(_ => Offer(random)).ToArray();
            var (ips, snips) = (OffPolicyEstimate.Ips(offers, _ => 0.5), OffPolicyEstimate.Snips(offers, _ => 0.5));
            sum += ips.Share;
            within += snips.Low <= truth && truth <= snips.High ? 1 : 0;
            Assert.InRange(ips.Share, truth - 0.06, truth + 0.06);
            Assert.InRange(snips.Share, 0, 1);
            Assert.True(snips.EffectiveOffers < snips.Offers);
        }

        Assert.InRange(sum / draws, truth - 0.006, truth + 0.006);
        Assert.InRange(within, 34, draws);
    }

    [Fact]
    public void Estimate_OfTheSameWay_IsTheShareAccepted()
    {
        var offers = new[] { With(OfferOutcome.Accepted), With(OfferOutcome.Declined), With(OfferOutcome.Removed), With(OfferOutcome.Accepted), With(OfferOutcome.Unknown) };
        Assert.Equal(0.5, OffPolicyEstimate.Ips(offers, _ => 0.4).Share, 12);
        Assert.Equal(0.5, OffPolicyEstimate.Snips(offers, _ => 0.4).Share, 12);
        Assert.Equal(4, OffPolicyEstimate.Snips(offers, _ => 0.4).Offers);
        Assert.Equal((0.0, 1.0), (OffPolicyEstimate.Snips(offers, _ => 0).Low, OffPolicyEstimate.Snips(offers, _ => 0).High));
        Assert.Equal(0.25, OffPolicyEstimate.Ips(offers, _ => 0.2).Share, 12);
        var five = OffPolicyEstimate.Snips(Enumerable.Repeat(offers[1], 5), _ => 0.4);
        Assert.True(five is { Share: 0, Low: 0, High: > 0.3 and < 0.6 });
        var three = OffPolicyEstimate.Snips([offers[0], offers[0], offers[0], offers[1]], _ => 0.4);
        Assert.InRange(three.High, 0.9, 1);
        Assert.Throws<ArgumentException>(() => OffPolicyEstimate.Ips([offers[0] with { Propensity = 0 }], _ => 1));
        Assert.Throws<ArgumentException>(() => OffPolicyEstimate.Ips(offers, _ => double.NaN));
    }

    [Fact]
    public void Weeks_OfChancesThatComeTrue_RaiseNoAlarmUntilTheyStop()
    {
        var random = new Random(4);
        var offers = Enumerable.Range(0, 6 * 400).Select(i =>
        {
            var chance = random.NextDouble();
            var isOld = i / 400 == 5;
            return new OfferRecord(
                Monday.PlusDays((i / 400 * 7) + (i % 7)), "q", "p", 1, chance, 1, random.NextDouble() < (isOld ? chance * 0.6 : chance) ? OfferOutcome.Accepted : OfferOutcome.Declined);
        }).Reverse();
        var weeks = DriftAlarm.Weeks(offers);
        Assert.Equal(6, weeks.Length);
        Assert.All(weeks, week => Assert.Equal(IsoDayOfWeek.Monday, week.Monday.DayOfWeek));
        Assert.Equal([false, false, false, false, false, true], weeks.Select(week => week.IsAlarm));
        Assert.True(weeks[5].Deviation < -3 && weeks[5].Accepted < weeks[5].Expected && weeks[5].CalibrationError > weeks[0].CalibrationError);
        Assert.False(DriftAlarm.Weeks(offers.Take(30))[0].IsAlarm);
        Assert.Empty(DriftAlarm.Weeks([]));
        var bothWays = Enumerable.Range(0, 2_000).Select(i => With(i % 2 == 0 ? OfferOutcome.Accepted : OfferOutcome.Declined) with { Chance = i % 4 < 2 ? 0.1 : 0.9 });
        Assert.True(DriftAlarm.Weeks(bothWays)[0] is { IsAlarm: true, Deviation: > -1 and < 1 });
        Assert.Throws<ArgumentException>(() => DriftAlarm.Weeks([With(OfferOutcome.Accepted) with { Chance = double.NaN }]));
    }

    [Fact]
    public void Snips_OfCallsThatRiseTogether_HoldsTheTruthAsOftenAsItSays()
    {
        // Five offers a call, all taken or none: they tell no more than one.
        var (held, apart) = (0, 0);
        for (var run = 0; run < 300; run++)
        {
            var random = new Random(run);
            var offers = Enumerable.Range(0, 200)
                .SelectMany(call =>
                {
                    var outcome = random.NextDouble() < 0.3 ? OfferOutcome.Accepted : OfferOutcome.Declined;
                    return Enumerable.Range(1, 5).Select(rank => With(outcome) with { QueryId = "q" + call, Rank = rank });
                })
                .ToArray();
            held += OffPolicyEstimate.Snips(offers, _ => 0.4) is { Low: <= 0.3, High: >= 0.3 } ? 1 : 0;
            apart += OffPolicyEstimate.Snips(offers.Select((offer, i) => offer with { QueryId = "o" + i }), _ => 0.4) is { Low: <= 0.3, High: >= 0.3 } ? 1 : 0;
        }

        Assert.InRange(held, 275, 297);
        Assert.True(apart < 220, "Taken for independent, the interval held the truth " + apart + " times of 300.");
    }

    private static OfferRecord Offer(Random random)
    {
        var isFirst = random.NextDouble() < 0.8;
        return new OfferRecord(
            Monday, "q", isFirst ? "a" : "b", 1, 0.5, isFirst ? 0.8 : 0.2, random.NextDouble() < (isFirst ? 0.6 : 0.2) ? OfferOutcome.Accepted : OfferOutcome.Declined);
    }

    private static OfferRecord With(OfferOutcome outcome) => new(Monday, "q", "a", 1, 0.5, 0.4, outcome);
}
