using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Tests.Training;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Parts;

/// <summary>What goes with what; in a model of few parts, and in one of so many that other ways of counting and looking up are taken.</summary>
public sealed class RelatedPartsTests
{
    private static readonly PartsRecommender Few = new(SmallShop.Model);

    private static readonly PartsRecommender Many = new(RecommendTrainer.Fit(
        SmallShop.Vehicles,
        SmallShop.Options,
        [.. SmallShop.Parts, .. Enumerable.Range(0, 3_000).Select(part => new TrainingPart("zz-" + part.ToString("0000", CultureInfo.InvariantCulture)))]).Model);

    private static readonly Arbitrary<int[]> Lines = Gen.Choose(-2, SmallShop.PartCount + 2).ArrayOf().Select(lines => lines.Take(6).ToArray()).ToArbitrary();

    [Fact]
    public void Related_OfSeveralParts_AddsUpWhatEachSays() => Prop.ForAll(Lines, lines =>
    {
        foreach (var recommender in new[] { Few, Many })
        {
            var expected = new double[recommender.Model.PartCount];
            foreach (var line in lines)
            {
                foreach (var one in All(recommender, line))
                    expected[one.Part] += one.Strength;
            }

            foreach (var line in lines.Where(line => line >= 0 && line < expected.Length))
                expected[line] = 0;
            var found = All(recommender, lines);
            Assert.Equal(expected.Count(strength => strength > 0), found.Length);
            Assert.All(found, one => Assert.Equal(expected[one.Part], one.Strength, 9));
            Assert.Equal(found.OrderByDescending(one => one.Strength).Select(one => one.Strength), found.Select(one => one.Strength));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Related_OfFewerThanAll_AreTheFirst() => Prop.ForAll(Lines, Gen.Choose(0, 12).ToArbitrary(), (lines, wanted) =>
    {
        foreach (var recommender in new[] { Few, Many })
        {
            var results = new RelatedPart[wanted];
            var count = recommender.Related(lines, results);
            Assert.Equal(All(recommender, lines).Take(wanted), results.Take(count));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Related_AcrossModels_SaysTheSame()
    {
        for (var part = 0; part < SmallShop.PartCount; part++)
        {
            Assert.Equal(
                All(Few, Few.Model.FindPart(SmallShop.Id(part))).Select(one => (Few.Model.PartId(one.Part), one.Strength)),
                All(Many, Many.Model.FindPart(SmallShop.Id(part))).Select(one => (Many.Model.PartId(one.Part), one.Strength)));
        }
    }

    [Fact]
    public void Reasons_ThatNameALine_NameTheStrongest() => Prop.ForAll(Lines, lines =>
    {
        foreach (var recommender in new[] { Few, Many })
        {
            var (results, reasons) = (new Recommendation[10], new PartReason[80]);
            var query = new RecommendQuery { Date = new LocalDate(2024, 3, 1), Lines = lines };
            var count = recommender.Recommend(query, results, reasons, out _);
            for (var i = 0; i < count; i++)
            {
                foreach (var reason in reasons.Skip(i * 8).Take(results[i].Reasons).Where(reason => reason.Signal == PartSignal.SameVisit))
                {
                    var part = results[i].Part;
                    var strengths = lines.Select(line => All(recommender, line).Where(one => one.Part == part).Sum(one => one.Strength)).ToArray();
                    Assert.Equal(lines[Array.IndexOf(strengths, strengths.Max())], reason.With);
                    Assert.Equal((int)Math.Round(strengths.Max() * ushort.MaxValue) * 100 / ushort.MaxValue, reason.Amount);
                }
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Related_AfterTheFirstCall_AllocatesNothing()
    {
        var results = new RelatedPart[10];
        foreach (var recommender in new[] { Few, Many })
        {
            var least = long.MaxValue;
            for (var batch = 0; batch < 20 && least > 0; batch++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var i = 0; i < 100; i++)
                    recommender.Related([0, 4, 6], results);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            Assert.Equal(0, least);
        }
    }

    private static RelatedPart[] All(PartsRecommender recommender, params int[] lines)
    {
        var results = new RelatedPart[recommender.Model.PartCount];
        return results[..recommender.Related(lines, results)];
    }
}
