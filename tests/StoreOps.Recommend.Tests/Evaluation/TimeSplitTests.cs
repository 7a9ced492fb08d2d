using System.Collections.Immutable;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Evaluation;

public sealed class TimeSplitTests
{
    private static readonly LocalDate Day = new(2026, 1, 1);

    private static Gen<TrainingVisit> AnyVisit { get; } =
        from days in Gen.Choose(-40, 40)
        from kilometers in Gen.Choose(-1, 3)
        from parts in Gen.Elements("a", "b", "c").ArrayOf()
        select new TrainingVisit(Day.PlusDays(days), kilometers < 0 ? null : kilometers * 1_000, [.. parts]);

    private static Arbitrary<TrainingVehicle[]> AnyVehicles { get; } = (
        from id in Gen.Elements("1", "2", "3")
        from visits in AnyVisit.ArrayOf()
        from family in Gen.Elements("", "f", "g")
        from since in Gen.Choose(-41, 40)
        from tags in Gen.Elements("outdoor", "taxi").ArrayOf()
        select new TrainingVehicle(id, [.. visits])
        {
            Family = family,
            InServiceSince = since < -40 ? null : Day.PlusDays(since),
            UsageTags = [.. tags],
        }).ArrayOf().ToArbitrary();

    [Fact]
    public void At_AnyVisits_LearnsOfNothingOnTheDayOrAfterIt() => Prop.ForAll(AnyVehicles, vehicles =>
    {
        var split = TimeSplit.At(Day, vehicles);
        foreach (var known in split.Training.Concat(split.Questions.Select(question => question.Known)))
        {
            Assert.All(known.Visits, visit => Assert.True(visit.Date < Day));
            Assert.True(known.InServiceSince is null || known.InServiceSince < Day);
            Assert.True(known.Visits.Zip(known.Visits.Skip(1)).All(pair => pair.First.Date < pair.Second.Date));
        }

        Assert.All(split.Questions, question => Assert.True(question.Visit.Date >= Day));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void At_AnyVisits_LosesNoLineBeforeTheDayAndAsksForTheFirstAfterIt() => Prop.ForAll(AnyVehicles, vehicles =>
    {
        var split = TimeSplit.At(Day, vehicles);
        var lines = vehicles.SelectMany(vehicle => vehicle.Visits.SelectMany(visit => visit.Parts.Select(part => (vehicle.Id, visit.Date, part)))).ToHashSet();
        Assert.Equal(
            lines.Where(line => line.Date < Day).Order(),
            split.Training.SelectMany(vehicle => vehicle.Visits.SelectMany(visit => visit.Parts.Select(part => (vehicle.Id, visit.Date, part)))).Order());
        foreach (var asked in lines.Where(line => line.Date >= Day).GroupBy(line => line.Id))
        {
            var question = Assert.Single(split.Questions, question => question.Known.Id == asked.Key);
            Assert.Equal(asked.Min(line => line.Date), question.Visit.Date);
            Assert.Equal(asked.Where(line => line.Date == question.Visit.Date).Select(line => line.part).Order(), question.Visit.Parts.Order());
        }

        Assert.Equal(split.Questions.Length, lines.Where(line => line.Date >= Day).Select(line => line.Id).Distinct().Count());
    }).QuickCheckThrowOnFailure();

    // A model learned from the training side has the same bytes whatever comes on the day or later.
    [Fact]
    public void At_AnyFuture_TeachesTheSameModel()
    {
        var past = Enumerable.Range(0, 40).Select(number => Vehicle(number, Day.PlusDays(-90), Day.PlusDays(-1))).ToArray();
        var withFuture = past.Select((vehicle, number) => vehicle with
        {
            Visits = vehicle.Visits.Add(new TrainingVisit(Day.PlusDays(number % 3), 90_000, ["new", "oil"])),
            InServiceSince = number % 2 == 0 ? Day.PlusDays(number) : null,
        });
        var one = RecommendTrainer.Fit(TimeSplit.At(Day, past).Training).Model;
        var other = RecommendTrainer.Fit(TimeSplit.At(Day, withFuture).Training).Model;
        Assert.Equal(one.File.ToArray(), other.File.ToArray());
        Assert.Equal(Day.PlusDays(-1), other.LastDay);
        Assert.Equal(-1, other.FindPart("new"));
    }

    [Fact]
    public void At_TheDayItself_IsAskedFor()
    {
        var split = TimeSplit.At(Day, [Vehicle(1, Day.PlusDays(-1), Day, Day.PlusDays(1))]);
        var question = Assert.Single(split.Questions);
        Assert.Equal((Day, 1), (question.Visit.Date, question.Known.Visits.Length));
        Assert.Empty(TimeSplit.At(Day, [Vehicle(1, Day)]).Training);
        Assert.Empty(TimeSplit.At(Day.PlusDays(1), [Vehicle(1, Day)]).Questions);
        Assert.Empty(TimeSplit.At(Day, [new TrainingVehicle("x", [new TrainingVisit(Day, 1, [])])]).Questions);
        Assert.Throws<ArgumentException>(() => TimeSplit.At(Day, [new TrainingVehicle("", [])]));
        Assert.Throws<ArgumentNullException>(() => TimeSplit.At(Day, null!));
    }

    private static TrainingVehicle Vehicle(int number, params LocalDate[] days) => new(
        "v" + number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        [.. days.Select((day, i) => new TrainingVisit(day, 10_000 * (i + 1), i % 2 == number % 2 ? ["oil", "filter"] : ImmutableArray.Create("wiper")))]);
}
