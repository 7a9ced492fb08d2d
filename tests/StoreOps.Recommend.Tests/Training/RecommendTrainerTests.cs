using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Training;

public sealed class RecommendTrainerTests
{
    [Theory]
    [InlineData(TrainingStage.Reading)]
    [InlineData(TrainingStage.Counting)]
    [InlineData(TrainingStage.Gathering)]
    [InlineData(TrainingStage.Fitting)]
    [InlineData(TrainingStage.Writing)]
    public void Fit_StoppedInAnyStage_EndsBeforeTheNext(TrainingStage stage)
    {
        using var stop = new CancellationTokenSource();
        var heard = new List<TrainingStage>();
        var progress = new Told(told =>
        {
            heard.Add(told.Stage);
            if (told.Stage == stage)
                stop.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => RecommendTrainer.Fit(SmallShop.Vehicles, SmallShop.Options, SmallShop.Parts, progress, stop.Token));
        Assert.Equal(stage, heard[^1]);
    }

    [Fact]
    public void Fit_WithMoreNamesThanAModelHolds_TellsWhichOfThem()
    {
        var parts = Enumerable.Range(0, 65_530).Select(part => new TrainingPart("p" + part.ToString("00000", null)));
        TrainingVehicle[] vehicles = [new("v", [new(new(2024, 1, 1), null, [.. Enumerable.Range(0, 9).Select(part => "q" + part)])])];
        var tooMany = Assert.Throws<ArgumentException>(() => RecommendTrainer.Fit(vehicles, parts: parts));
        Assert.Contains("65535 parts; there were 65539, of which 65530 were declared", tooMany.Message, StringComparison.Ordinal);
        Assert.Contains("\"q5\"", tooMany.Message, StringComparison.Ordinal);
        Assert.Equal("vehicles", tooMany.ParamName);
        var families = Enumerable.Range(0, 65_536).Select(family => new TrainingVehicle("v" + family, [new(new(2024, 1, 1), null, ["p"])]) { Family = "f" + family });
        Assert.Contains("65535 families; there were 65536", Assert.Throws<ArgumentException>(() => RecommendTrainer.Fit(families)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_WithMoreThanSixtyFourUsageTags_LearnsAllOfThem()
    {
        var vehicles = Enumerable.Range(0, 700).Select(vehicle => new TrainingVehicle("v" + vehicle, [.. Enumerable.Range(0, 3).Select(visit =>
            new TrainingVisit(new(2024, 1 + visit, 1), null, ["common", "own-" + (vehicle % 70)]))])
        { UsageTags = ["tag-" + (vehicle % 70)] });
        var model = RecommendTrainer.Fit(vehicles).Model;
        var results = new Recommendation[model.PartCount];
        foreach (var tag in new[] { 3, 69 })
        {
            var query = new RecommendQuery { Date = new(2024, 6, 1), UsageTags = [model.FindTag("tag-" + tag)] };
            var count = new PartsRecommender(model).Recommend(query, results);
            var fromTags = results.Take(count).Where(result => result.Sources.HasFlag(PartSources.Usage)).Select(result => model.PartId(result.Part));
            Assert.Equal("own-" + tag, Assert.Single(fromTags));
        }
    }

    [Fact]
    public void Fit_WithFindings_LearnsWhatOneIsWorth()
    {
        // Of what is found worn, one shop sells nine in ten, another one in ten, and both sell one in ten of what is not.
        var (eager, tired) = (FindingTerm(sold: 9), FindingTerm(sold: 1));
        Assert.True(eager > 2.5, "was " + eager);
        Assert.True(tired < 1, "was " + tired);
    }

    [Fact]
    public void Fit_WithoutFindings_KeepsTheJudgedTerm() => Assert.Equal(2.5, Term(SmallShop.Trained), 3);

    [Fact]
    public void Fit_WithOneFinding_StaysByTheJudgedTerm()
    {
        var one = SmallShop.Vehicles.First(vehicle => vehicle.Visits.Length > 2);
        var found = one with { Visits = one.Visits.SetItem(one.Visits.Length - 1, one.Visits[^1] with { Findings = [SmallShop.Id(7)] }) };
        var trained = RecommendTrainer.Fit(SmallShop.Vehicles.Replace(one, found), SmallShop.Options, SmallShop.Parts);
        Assert.InRange(Term(trained), 1.7, 3.3);
    }

    private static double FindingTerm(int sold)
    {
        var random = new Random(9);
        var vehicles = Enumerable.Range(0, 1_200).Select(vehicle => new TrainingVehicle("v" + vehicle, [.. Enumerable.Range(0, 3).Select(visit =>
        {
            var found = SmallShop.Id(random.Next(10));
            var parts = Enumerable.Range(0, 10).Where(part => random.Next(10) < (SmallShop.Id(part) == found ? sold : 1)).Select(SmallShop.Id);
            return new TrainingVisit(new(2024, 1 + visit, 1), null, [.. parts, "always"]) { Findings = [found] };
        })]));
        return Term(RecommendTrainer.Fit(vehicles, SmallShop.Options));
    }

    private static double Term(TrainedModel trained)
    {
        var part = trained.Model.FindPart(SmallShop.Id(7));
        var terms = new double[23 + 1];
        double[] with = Terms([part]), without = Terms([]);
        for (var i = 0; i < terms.Length; i++)
            terms[i] = with[i] - without[i];
        return terms[(int)PartSignal.Finding];

        double[] Terms(int[] findings)
        {
            var explained = new double[terms.Length];
            var reasons = new PartReason[terms.Length];
            var count = new PartsRecommender(trained.Model).Explain(new RecommendQuery { Date = new(2024, 6, 1), Findings = findings }, part, reasons, out _);
            foreach (var reason in reasons.AsSpan(0, count))
                explained[(int)reason.Signal] = reason.Value;
            return explained;
        }
    }

    private sealed class Told(Action<TrainingProgress> tell) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => tell(value);
    }
}
