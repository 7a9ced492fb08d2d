using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using NodaTime;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

// Learns a made-up shop and ranks its parts: the model's bytes and the bits of every chance have to be the same on every runtime.
internal static class PartsRun
{
    private const int Parts = 60;

    public static void Write(TextWriter output)
    {
        var vehicles = Vehicles();
        var model = RecommendTrainer.Fit(vehicles, RecommendTrainerOptions.Default with { Neighbors = 20, Threads = 2 }, Declared()).Model;
        output.WriteLine("model " + model.File.Length.ToString(CultureInfo.InvariantCulture) + " " + Checksum(model.File.ToArray()));
        var counts = PartCounts.Of(vehicles);
        var fromCounts = RecommendTrainer.Fit(counts, vehicles, RecommendTrainerOptions.Default with { Neighbors = 20, Threads = 2 }, Declared()).Model;
        output.WriteLine("counts " + Checksum(counts.ToBytes()) + " model " + Checksum(fromCounts.File.ToArray()));
        var recommender = new PartsRecommender(model);
        var results = new Recommendation[10];
        var reasons = new PartReason[30];
        for (var i = 0; i < vehicles.Count; i += 7)
        {
            var query = new RecommendQuery
            {
                Date = new LocalDate(2026, 1 + (i % 12), 5),
                History = i % 3 == 0 ? PartHistory.From(model, vehicles[i].Visits).PreparedFor(model) : PartHistory.From(model, vehicles[i].Visits),
                Kilometers = 20_000 + (i * 137),
                Family = i % 5,
                Lines = new[] { i % Parts, (i * 5) % Parts },
                Findings = new[] { (i * 11) % Parts },
            };
            var count = recommender.Recommend(query, results, reasons, out var diagnostics);
            output.WriteLine(vehicles[i].Id + " " + diagnostics.Considered.ToString(CultureInfo.InvariantCulture));
            for (var place = 0; place < count; place++)
            {
                output.Write("  " + model.PartId(results[place].Part) + " " + Bits(results[place].LogOdds) + " " + Bits(results[place].Probability) + " " + (int)results[place].Sources);
                for (var reason = 0; reason < results[place].Reasons; reason++)
                    output.Write(" " + reasons[(place * 3) + reason].Signal + " " + Bits(reasons[(place * 3) + reason].Value) + " " + reasons[(place * 3) + reason].With.ToString(CultureInfo.InvariantCulture));
                output.WriteLine();
            }
        }
    }

    private static string Bits(double number) => BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture);

    private static string Checksum(byte[] bytes)
    {
        var sum = 14695981039346656037UL;
        foreach (var one in bytes)
            sum = unchecked((sum ^ one) * 1099511628211UL);
        return sum.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<TrainingPart> Declared()
    {
        for (var part = 0; part < Parts; part++)
            yield return new TrainingPart(Id(part)) { Category = "c" + (part % 7).ToString(CultureInfo.InvariantCulture), EveryKilometers = part % 4 == 0 ? 10_000 + (part * 500) : null };
    }

    // Not the runtime's random numbers: they differ between runtimes.
    private static List<TrainingVehicle> Vehicles()
    {
        var state = 20260131U;
        var vehicles = new List<TrainingVehicle>();
        for (var vehicle = 0; vehicle < 700; vehicle++)
        {
            var visits = ImmutableArray.CreateBuilder<TrainingVisit>();
            var (day, km, habit) = (new LocalDate(2021, 1, 1).PlusDays(Below(300)), Below(40_000), Below(Parts));
            for (var visit = 2 + Below(7); visit > 0; visit--)
            {
                var parts = ImmutableArray.CreateBuilder<string>();
                for (var line = 1 + Below(4); line > 0; line--)
                    parts.Add(Id(Below(2) == 0 ? habit : Below(1 + Below(Parts))));
                if (Below(3) == 0)
                    parts.Add(Id((habit + 7) % Parts));
                visits.Add(new TrainingVisit(day, Below(10) == 0 ? null : km, parts.ToImmutable()));
                day = day.PlusDays(30 + Below(200));
                km += 2_000 + Below(12_000);
            }

            vehicles.Add(new TrainingVehicle("v" + vehicle.ToString(CultureInfo.InvariantCulture), visits.ToImmutable())
            {
                Family = "f" + (vehicle % 5).ToString(CultureInfo.InvariantCulture),
                UsageTags = Below(4) == 0 ? ["outdoor"] : [],
            });
        }

        return vehicles;

        int Below(int count)
        {
            unchecked
            {
                state = (state * 1664525U) + 1013904223U;
                return (int)((state >> 8) % (uint)count);
            }
        }
    }

    private static string Id(int part) => "part-" + part.ToString("00", CultureInfo.InvariantCulture);
}
