using System.Buffers.Binary;
using System.Security.Cryptography;

using StoreOps.Recommend.Models;
using StoreOps.Recommend.Tests.Training;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Models;

public sealed class PartsModelTests
{
    private static readonly byte[] File = SmallShop.Model.File.ToArray();

    [Fact]
    public void TryOpen_OfTheFile_ReadsItBack()
    {
        Assert.True(PartsModel.TryOpen(File, out var model, out var issues));
        Assert.Empty(issues);
        Assert.Equal(SmallShop.PartCount, model.PartCount);
        for (var part = 0; part < model.PartCount; part++)
            Assert.Equal(part, model.FindPart(model.PartId(part)));
        Assert.Equal(-1, model.FindPart("no-such-part"));
        Assert.Equal(5, model.CategoryCount);
        Assert.Equal(3, model.FamilyCount);
        Assert.Equal(0, model.FindTag("outdoor"));
        Assert.Equal(SmallShop.Vehicles.Length, model.Vehicles);
        Assert.Equal(SmallShop.Vehicles.Sum(vehicle => vehicle.Visits.Length), model.Visits);
    }

    [Fact]
    public void FindPart_OfNamesBeyondTheBasicPlane_FindsThem()
    {
        string[] names = ["\U0001F697", "\uFB01", "a", "刹车片", "é"];
        var model = RecommendTrainer.Fit([], parts: names.Select(name => new TrainingPart(name))).Model;
        Assert.All(names, name => Assert.Equal(name, model.PartId(model.FindPart(name))));
    }

    [Fact]
    public void TryOpen_WithAnyByteChanged_RefusesAndTellsWhere()
    {
        for (var at = 0; at < File.Length; at += 37)
        {
            var damaged = (byte[])File.Clone();
            damaged[at] ^= 0x10;
            Assert.False(PartsModel.TryOpen(damaged, out _, out var issues));
            Assert.All(issues, issue => Assert.StartsWith("$.", issue.Path, StringComparison.Ordinal));
            Assert.NotEmpty(issues);
            PartsModel.TryOpen(damaged, out _, out _, verifiesContent: false);
        }
    }

    [Fact]
    public void TryOpen_CutOffOrForeign_Refuses()
    {
        for (var length = 0; length < File.Length; length += 101)
            Assert.False(PartsModel.TryOpen(File.AsMemory(0, length), out _, out _, verifiesContent: false));
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[random.Next(2_000)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
                File.AsSpan(0, Math.Min(bytes.Length, 32)).CopyTo(bytes);
            Assert.False(PartsModel.TryOpen(bytes, out _, out _));
        }
    }

    [Fact]
    public void TryOpen_WithAPlausibleHash_StillRefusesWhatPointsNowhere()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var section = 0; section < 27; section++)
        {
            var hostile = (byte[])File.Clone();
            var offset = (int)BinaryPrimitives.ReadInt64LittleEndian(hostile.AsSpan(64 + (section * 16)));
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(hostile.AsSpan(64 + (section * 16) + 8));
            hostile.AsSpan(offset, length).Fill(0xFF);
            Sign(hostile);
            if (!PartsModel.TryOpen(hostile, out var model, out var issues))
                found.UnionWith(issues.Select(issue => issue.Code));
            else
                AskEverything(model);
        }

        Assert.Superset(new HashSet<string> { ModelCodes.Section, ModelCodes.Reference, ModelCodes.NotANumber }, found);
    }

    [Fact]
    public void Fit_InAnyOrderPiecesAndThreads_GivesTheSameBytes()
    {
        var shuffled = SmallShop.Vehicles.Reverse().SelectMany(vehicle => vehicle.Visits.Length < 3
            ? [vehicle]
            : new[] { vehicle with { Visits = vehicle.Visits[2..] }, vehicle with { Visits = vehicle.Visits[..2] } });
        foreach (var threads in new[] { 1, 2, 5 })
            Assert.True(RecommendTrainer.Fit(shuffled, SmallShop.Options with { Threads = threads }, SmallShop.Parts.Reverse()).Model.File.Span.SequenceEqual(File));
    }

    [Fact]
    public void Fit_OfMoreThanAModelHolds_IsRefused() =>
        Assert.Throws<ArgumentException>(() => RecommendTrainer.Fit([], parts: Enumerable.Range(0, 65_536).Select(part => new TrainingPart("p" + part))));

    [Fact]
    public void Fit_OutsideItsRanges_IsRefused()
    {
        var options = RecommendTrainerOptions.Default;
        foreach (var wrong in new[]
        {
            options with { Threads = 0 }, options with { Neighbors = 0 }, options with { PopularParts = -1 }, options with { CandidatesPerRelation = 0 },
            options with { CalibrationShare = 0.6 }, options with { Ridge = 0 }, options with { Smoothing = -1 }, options with { Bins = 1 },
            options with { FittingOrders = 1 }, options with { Ridge = double.NaN },
        })
        {
            Assert.Throws<ArgumentException>(() => RecommendTrainer.Fit([], wrong));
        }

        Assert.Throws<ArgumentException>(() => RecommendTrainer.Fit([], parts: [new TrainingPart("a"), new TrainingPart("a")]));
        Assert.Throws<ArgumentException>(() => RecommendTrainer.Fit([], parts: [new TrainingPart("a") { EveryMonths = 0 }]));
        Assert.Throws<ArgumentException>(() => RecommendTrainer.Fit([new TrainingVehicle("", [])]));
    }

    [Fact]
    public void Fit_WhenStopped_StopsAndElseEndsAtAHundredPercent()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => RecommendTrainer.Fit(SmallShop.Vehicles, cancellation: stop.Token));
        var heard = new Heard();
        RecommendTrainer.Fit(SmallShop.Vehicles.Take(20), progress: heard);
        Assert.Equal(new TrainingProgress(TrainingStage.Done, 100), heard.All[^1]);
        Assert.Equal(heard.All.Select(one => one.Percent).Order(), heard.All.Select(one => one.Percent));
    }

    private static void Sign(byte[] file)
    {
        file.AsSpan(32, 32).Clear();
        SHA256.HashData(file).CopyTo(file, 32);
    }

    private static void AskEverything(PartsModel model)
    {
        var results = new StoreOps.Recommend.Parts.Recommendation[model.PartCount];
        var recommender = new StoreOps.Recommend.Parts.PartsRecommender(model);
        foreach (var vehicle in SmallShop.Vehicles.Take(10))
        {
            var history = StoreOps.Recommend.Parts.PartHistory.From(model, vehicle.Visits);
            recommender.Recommend(new() { Date = new NodaTime.LocalDate(2024, 1, 1), History = history, Kilometers = 50_000 }, results);
        }

        Assert.DoesNotContain(results, one => double.IsNaN(one.LogOdds));
    }

    private sealed class Heard : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> All { get; } = [];

        public void Report(TrainingProgress value) => All.Add(value);
    }
}
