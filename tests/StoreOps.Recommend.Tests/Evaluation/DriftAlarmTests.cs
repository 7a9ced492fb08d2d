using NodaTime;

using StoreOps.Recommend.Evaluation;

namespace StoreOps.Recommend.Tests.Evaluation;

public sealed class DriftAlarmTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Weeks = 300;
    private const int Calls = 80;
    private const int OffersOfACall = 5;

    private static readonly LocalDate Monday = new(2026, 1, 5);

    // A customer in the mood takes twice what the chances say, one who is not takes nothing: the offers of a call rise and fall together.
    [Fact]
    public void Weeks_OfCallsThatRiseTogether_RingNoMoreOftenThanTheBoundSays()
    {
        var together = Alarms(willingness: 1);
        var apart = Alarms(willingness: 1, isApart: true);
        // At three standard deviations one in 370 each of two tests, and some more, as a week of 80 calls is not quite normal.
        Assert.InRange(together, 0, Weeks / 50);
        Assert.True(apart > 3 * Math.Max(together, 3), "Taken for independent, " + apart + " of " + Weeks + " weeks rang; by calls " + together + ".");
    }

    [Fact]
    public void Weeks_WhenAcceptanceFalls_Ring()
    {
        Assert.True(Alarms(willingness: 0.5) > 0.95 * Weeks);
        Assert.True(Alarms(willingness: 1, mood: false) <= Weeks / 50);
        // 400 offers tell 30 % less from chance in three weeks of four.
        Assert.InRange(Alarms(willingness: 0.7, mood: false), 0.7 * Weeks, Weeks);
    }

    [Fact]
    public void Weeks_OfTheFirstDaysOfTheCalendar_HaveAFirstDay()
    {
        for (var day = LocalDate.MinIsoValue; day < LocalDate.MinIsoValue.PlusDays(15); day = day.PlusDays(1))
        {
            var week = Assert.Single(DriftAlarm.Weeks([new OfferRecord(day, "q", "p", 1, 0.5, 1, OfferOutcome.Accepted)]));
            Assert.True(week.Monday <= day && Period.DaysBetween(week.Monday, day) < 7);
            Assert.True(week.Monday.DayOfWeek == IsoDayOfWeek.Monday || week.Monday == LocalDate.MinIsoValue);
        }

        Assert.Single(DriftAlarm.Weeks([new OfferRecord(LocalDate.MaxIsoValue, "q", "p", 1, 0.5, 1, OfferOutcome.Accepted)]));
    }

    private int Alarms(double willingness, bool isApart = false, bool mood = true)
    {
        var random = new Random(20260105);
        var offers = new List<OfferRecord>();
        for (var call = 0; call < Weeks * Calls; call++)
        {
            var factor = !mood ? 1 : random.Next(2) == 0 ? 2 : 0;
            for (var place = 1; place <= OffersOfACall; place++)
            {
                var chance = 0.05 + (0.4 * random.NextDouble());
                offers.Add(new OfferRecord(
                    Monday.PlusDays(7 * (call / Calls)),
                    isApart ? $"{call}/{place}" : $"{call}",
                    "p",
                    place,
                    chance,
                    1,
                    random.NextDouble() < chance * factor * willingness ? OfferOutcome.Accepted : OfferOutcome.Declined));
            }
        }

        var weeks = DriftAlarm.Weeks(offers);
        Assert.Equal(Weeks, weeks.Length);
        var alarms = weeks.Count(week => week.IsAlarm);
        output.WriteLine($"willingness {willingness}, mood {mood}, apart {isApart}: {alarms} of {Weeks} weeks ring, {weeks.Count(week => Math.Abs(week.Deviation) >= 3)} by their share");
        return alarms;
    }
}
