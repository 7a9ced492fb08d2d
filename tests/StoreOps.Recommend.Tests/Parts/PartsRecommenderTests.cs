using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Tests.Training;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Parts;

public sealed class PartsRecommenderTests
{
    private static readonly PartsRecommender Recommender = new(SmallShop.Model);
    private static readonly PartHistory[] Histories = [PartHistory.Empty, .. SmallShop.Vehicles.Take(60).Select(vehicle => PartHistory.From(SmallShop.Model, vehicle.Visits))];

    private static readonly Arbitrary<Question> Questions = (
        from vehicle in Gen.Choose(0, Histories.Length - 1)
        from days in Gen.Choose(-100, 2_000)
        from km in Gen.Choose(-1, 150_000)
        from family in Gen.Choose(-1, 4)
        from lines in Gen.Choose(-2, SmallShop.PartCount + 2).ArrayOf()
        from findings in Gen.Choose(0, SmallShop.PartCount - 1).ArrayOf()
        from masked in Gen.Choose(0, SmallShop.PartCount - 1).ArrayOf()
        from wanted in Gen.Choose(0, 45)
        select new Question(vehicle, days, km, family, lines.Take(6).ToArray(), findings.Take(2).ToArray(), masked, wanted)).ToArbitrary();

    [Fact]
    public void Explain_OfAnyQuestion_AddsUpToTheLogOdds() => Prop.ForAll(Questions, question =>
    {
        var results = new Recommendation[question.Wanted];
        var count = Recommender.Recommend(question.Query(), results);
        Span<PartReason> terms = stackalloc PartReason[32];
        for (var i = 0; i < count; i++)
        {
            var told = Recommender.Explain(question.Query(), results[i].Part, terms, out var sum);
            for (var term = 0; term < told; term++)
                sum += terms[term].Value;
            Assert.Equal(results[i].LogOdds, sum, 9);
            Assert.Equal(1 / (1 + Math.Exp(-sum)), results[i].Probability, 9);
            Assert.NotEqual(PartSources.None, results[i].Sources);
            if (i > 0)
                Assert.True(results[i - 1].LogOdds >= results[i].LogOdds);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Recommend_ForAPreparedVehicle_AnswersAsForAnyOther() => Prop.ForAll(Questions, question =>
    {
        var (plain, prepared) = (new Recommendation[question.Wanted], new Recommendation[question.Wanted]);
        var (reasons, preparedReasons) = (new PartReason[question.Wanted * 3], new PartReason[question.Wanted * 3]);
        var count = Recommender.Recommend(question.Query(), plain, reasons, out var diagnostics);
        var preparedCount = Recommender.Recommend(question.Query(prepares: true), prepared, preparedReasons, out var preparedDiagnostics);
        Assert.Equal(count, preparedCount);
        Assert.Equal(plain, prepared);
        Assert.Equal(reasons, preparedReasons);
        Assert.Equal(diagnostics, preparedDiagnostics);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Recommend_ForAVehiclePreparedForAnotherModel_UsesNothingOfIt()
    {
        var other = RecommendTrainer.Fit(SmallShop.Vehicles.Take(30), RecommendTrainerOptions.Default, []).Model;
        var history = Histories[1];
        var results = new Recommendation[5];
        var foreign = new Recommendation[5];
        Recommender.Recommend(new RecommendQuery { Date = new LocalDate(2025, 6, 1), History = history }, results);
        Recommender.Recommend(new RecommendQuery { Date = new LocalDate(2025, 6, 1), History = history.PreparedFor(other) }, foreign);
        Assert.Equal(results, foreign);
    }

    [Fact]
    public void Recommend_WithMasks_KeepsTheOrderOfTheRest() => Prop.ForAll(Questions, question =>
    {
        var all = new Recommendation[SmallShop.PartCount];
        var allCount = Recommender.Recommend(question.Query(), all, [], out var whole);
        var masked = PartSet.Of(SmallShop.Model, question.Masked);
        var results = new Recommendation[question.Wanted];
        foreach (var mask in Enumerable.Range(0, 5))
        {
            var query = question.Query(mask, masked);
            var count = Recommender.Recommend(query, results, [], out var diagnostics);
            var left = all.Take(allCount).Where(one => !masked.Contains(one.Part)).ToArray();
            Assert.Equal(Math.Min(question.Wanted, left.Length), count);
            Assert.Equal(left.Take(count).Select(one => one.Part), results.Take(count).Select(one => one.Part));
            Assert.Equal(whole.Considered, diagnostics.Considered);
            Assert.Equal(allCount - left.Length, diagnostics.NotFitting + diagnostics.NotAvailable + diagnostics.Forbidden + diagnostics.Declined + diagnostics.NoServiceRequired);
            Assert.Equal(
                diagnostics.Considered,
                diagnostics.Returned + diagnostics.OnOrder + diagnostics.NotFitting + diagnostics.NotAvailable + diagnostics.Forbidden
                + diagnostics.Declined + diagnostics.NoServiceRequired + diagnostics.BelowCut);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rank_OfTheRecommendedParts_RanksThemAlike() => Prop.ForAll(Questions, question =>
    {
        var all = new Recommendation[SmallShop.PartCount];
        var count = Recommender.Recommend(question.Query(), all);
        int[] parts = [.. all.Take(count).Select(one => one.Part).Reverse()];
        var ranked = new Recommendation[SmallShop.PartCount];
        var rankedCount = Recommender.Rank(question.Query(), [.. parts, .. parts], ranked, [], out var diagnostics);
        Assert.Equal(all.Take(count).Select(one => (one.Part, one.LogOdds)), ranked.Take(rankedCount).Select(one => (one.Part, one.LogOdds)));
        Assert.Equal(count, diagnostics.Considered);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rank_OfPartsThatAreNeverSold_PutsEqualOnesInOrderOfTheirNumbers()
    {
        var unsold = Enumerable.Range(0, 120).Select(i => new TrainingPart($"unsold-{i:000}"));
        var recommender = new PartsRecommender(RecommendTrainer.Fit(SmallShop.Vehicles, parts: [.. SmallShop.Parts, .. unsold]).Model);
        var all = Enumerable.Range(0, recommender.Model.PartCount).ToArray();
        Prop.ForAll(Questions, Gen.Shuffle(all).ToArbitrary(), Gen.Choose(1, all.Length).ToArbitrary(), (question, parts, length) =>
        {
            var candidates = parts.AsSpan(0, length);
            var alone = new double[all.Length];
            var results = new Recommendation[1];
            foreach (var part in candidates)
                alone[part] = recommender.Rank(question.Query(), [part], results, [], out _) == 1 ? results[0].LogOdds : double.NegativeInfinity;
            var ranked = new Recommendation[question.Wanted];
            var count = recommender.Rank(question.Query(), candidates, ranked, [], out _);
            var expected = candidates.ToArray().Where(part => double.IsFinite(alone[part])).OrderByDescending(part => alone[part]).ThenBy(part => part).Take(question.Wanted).ToArray();
            Assert.Equal(expected.Select(part => alone[part]), ranked.Take(count).Select(one => one.LogOdds));
            foreach (var (part, one) in expected.Zip(ranked))
            {
                if (recommender.Model.PartId(part).StartsWith("unsold", StringComparison.Ordinal))
                    Assert.Equal(part, one.Part);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Recommend_WithAFindingOrDuePart_IsSurerOfItThanWithout() => Prop.ForAll(Questions, question =>
    {
        foreach (var part in question.Masked.Take(2))
        {
            var (without, withFinding, withDue) = (
                LogOddsOf(question.Query() with { Findings = [] }, part),
                LogOddsOf(question.Query() with { Findings = new[] { part } }, part),
                LogOddsOf(question.Query() with { Findings = [], Due = new[] { new PartDue(part, 120) } }, part));
            Assert.True(withFinding > without);
            Assert.True(withDue >= LogOddsOf(question.Query() with { Findings = [], Due = new[] { new PartDue(part, 40) } }, part));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Terms_OfRisingSignals_NeverFallWithTheirLevel()
    {
        var view = SmallShop.Model;
        foreach (var percent in new[] { 10, 60, 80, 95, 105, 150 })
        {
            var low = TermOf(new RecommendQuery { Date = new LocalDate(2024, 1, 1), Due = new[] { new PartDue(3, percent) } }, 3, PartSignal.Due);
            var high = TermOf(new RecommendQuery { Date = new LocalDate(2024, 1, 1), Due = new[] { new PartDue(3, percent + 30) } }, 3, PartSignal.Due);
            Assert.True(low <= high);
        }

        Assert.True(view.PartCount > 0);
    }

    [Fact]
    public void Recommend_WithAPairedLine_SaysThatItIsSoldWithIt()
    {
        var (line, partner) = (SmallShop.Model.FindPart(SmallShop.Id(4)), SmallShop.Model.FindPart(SmallShop.Id(5)));
        var without = LogOddsOf(new RecommendQuery { Date = new LocalDate(2024, 1, 1) }, partner);
        var query = new RecommendQuery { Date = new LocalDate(2024, 1, 1), Lines = new[] { line } };
        var results = new Recommendation[5];
        var reasons = new PartReason[15];
        Recommender.Recommend(query, results, reasons, out _);
        var place = Array.FindIndex(results, one => one.Part == partner);
        Assert.InRange(place, 0, 4);
        Assert.True(results[place].LogOdds > without + 1);
        Assert.Contains(reasons.Skip(place * 3).Take(results[place].Reasons), reason => reason.Signal == PartSignal.SameVisit && reason.With == line && reason.Value > 0);
    }

    [Fact]
    public void Recommend_OfAnUnknownVehicle_SaysWhatItRestsOn()
    {
        var results = new Recommendation[5];
        Assert.Equal(5, Recommender.Recommend(new RecommendQuery { Date = new LocalDate(2024, 1, 1) }, results, [], out var nothing));
        Assert.Equal(RecommendBasis.Schedule, nothing.Basis);
        Recommender.Recommend(new RecommendQuery { Date = new LocalDate(2024, 1, 1), Kilometers = 60_000 }, results, [], out var odometer);
        Assert.Equal(RecommendBasis.Odometer, odometer.Basis);
        Recommender.Recommend(new RecommendQuery { Date = new LocalDate(2024, 1, 1), Family = 1 }, results, [], out var family);
        Assert.Equal(RecommendBasis.Family, family.Basis);
        Recommender.Recommend(new RecommendQuery { Date = new LocalDate(2024, 1, 1), Family = 99, Lines = new[] { -5, 4_000 } }, results, [], out var unknown);
        Assert.Equal(2, unknown.UnknownNumbers);
        Assert.All(results, one => Assert.InRange(one.Probability, 0.0, 1.0));
    }

    [Fact]
    public void Recommend_WithoutAnythingLearned_StillFollowsScheduleAndRules()
    {
        var empty = RecommendTrainer.Fit([], parts: SmallShop.Parts).Model;
        var results = new Recommendation[10];
        var query = new RecommendQuery { Date = new LocalDate(2024, 1, 1), Due = new[] { new PartDue(7, 130), new PartDue(8, 85) }, Offered = new[] { 9 } };
        var count = new PartsRecommender(empty).Recommend(query, results, [], out var diagnostics);
        Assert.Equal([7, 8, 9], results.Take(count).Select(one => one.Part));
        Assert.Equal(RecommendBasis.Schedule, diagnostics.Basis);
        Assert.Equal(0, new PartsRecommender(RecommendTrainer.Fit([]).Model).Recommend(query, results));
    }

    [Fact]
    public void Recommend_AfterTheFirstCalls_AllocatesNothing()
    {
        var results = new Recommendation[10];
        var reasons = new PartReason[30];
        var question = new Question(5, 900, 60_000, 1, [4, 6], [3], [], 10);
        var least = long.MaxValue;
        for (var batch = 0; batch < 20 && least > 0; batch++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 200; i++)
            {
                var query = new RecommendQuery { Date = new LocalDate(2024, 1, 1), History = Histories[3], Kilometers = 60_000, Lines = question.Lines };
                Recommender.Recommend(query, results, reasons, out _);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void Recommend_FromManyThreads_AnswersAsFromOne()
    {
        var expected = Enumerable.Range(0, Histories.Length).Select(Ask).ToArray();
        Parallel.For(0, 2_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Assert.Equal(expected[i % Histories.Length], Ask(i % Histories.Length)));

        static string Ask(int vehicle)
        {
            var results = new Recommendation[8];
            var query = new RecommendQuery { Date = new LocalDate(2024, 1, 1), History = Histories[vehicle], Kilometers = 60_000 };
            var count = Recommender.Recommend(query, results);
            return string.Join(" ", results.Take(count));
        }
    }

    [Fact]
    public void History_InPieces_EqualsItWhole()
    {
        foreach (var vehicle in SmallShop.Vehicles.Take(40))
        {
            var history = PartHistory.Empty;
            foreach (var visit in vehicle.Visits)
                history = history.With(visit.Date, visit.Kilometers, [.. visit.Parts.Select(SmallShop.Model.FindPart).Reverse()]);
            var query = new RecommendQuery { Date = new LocalDate(2025, 1, 1), History = history };
            var whole = query with { History = PartHistory.From(SmallShop.Model, vehicle.Visits) };
            var (one, other) = (new Recommendation[10], new Recommendation[10]);
            Recommender.Recommend(query, one);
            Recommender.Recommend(whole, other);
            Assert.Equal(one, other);
        }
    }

    private static double LogOddsOf(in RecommendQuery query, int part)
    {
        Span<PartReason> terms = stackalloc PartReason[32];
        var told = Recommender.Explain(query, part, terms, out var sum);
        for (var term = 0; term < told; term++)
            sum += terms[term].Value;
        return sum;
    }

    private static double TermOf(in RecommendQuery query, int part, PartSignal signal)
    {
        Span<PartReason> terms = stackalloc PartReason[32];
        var told = Recommender.Explain(query, part, terms, out _);
        for (var term = 0; term < told; term++)
        {
            if (terms[term].Signal == signal)
                return terms[term].Value;
        }

        return 0;
    }

    private sealed record Question(int Vehicle, int Days, int Kilometers, int Family, int[] Lines, int[] Findings, int[] Masked, int Wanted)
    {
        public RecommendQuery Query(int mask = -1, PartSet? masked = null, bool prepares = false)
        {
            var rest = masked is null ? null : PartSet.Of(SmallShop.Model, [.. Enumerable.Range(0, SmallShop.PartCount).Where(part => !masked.Contains(part))]);
            return new RecommendQuery
            {
                Date = new LocalDate(2023, 1, 1).PlusDays(Days),
                History = prepares ? Histories[Vehicle].PreparedFor(SmallShop.Model) : Histories[Vehicle],
                Kilometers = Kilometers < 0 ? null : Kilometers,
                Family = Family < 0 ? null : Family,
                Lines = Lines,
                Findings = Findings,
                Fitting = mask == 0 ? rest : null,
                Available = mask == 1 ? rest : null,
                Forbidden = mask == 2 ? masked : null,
                Declined = mask == 3 ? masked : null,
                NoServiceRequired = mask == 4 ? masked : null,
            };
        }
    }
}
