using System.Collections.Immutable;
using System.Globalization;

using NodaTime;

using StoreOps.Recommend.Training;

namespace StoreOps.Benchmarks.Recommend;

/// <summary>A made-up shop of a given size: parts that wear, go together, and differ by family. Always the same.</summary>
internal static class BenchmarkShop
{
    public static IEnumerable<TrainingPart> Parts(int parts) => Enumerable.Range(0, parts).Select(part => new TrainingPart(Id(part))
    {
        Category = "c" + (part % 50).ToString(CultureInfo.InvariantCulture),
        EveryKilometers = 5_000 * (1 + (part % 12)),
        EveryMonths = 6 * (1 + (part % 8)),
    });

    public static IEnumerable<TrainingVehicle> Vehicles(int vehicles, int parts)
    {
        var random = new Random(20260131);
        for (var vehicle = 0; vehicle < vehicles; vehicle++)
        {
            var family = random.Next(24);
            var habits = Enumerable.Range(0, 6).Select(_ => Skewed(random, parts)).ToArray();
            var (day, km) = (new LocalDate(2021, 1, 1).PlusDays(random.Next(300)), random.Next(60_000));
            var visits = ImmutableArray.CreateBuilder<TrainingVisit>();
            for (var visit = random.Next(3, 10); visit > 0; visit--)
            {
                var taken = new HashSet<int>();
                for (var line = random.Next(1, 7); line > 0; line--)
                {
                    var part = random.Next(2) == 0 ? habits[random.Next(habits.Length)] : Skewed(random, parts);
                    taken.Add(part);
                    if (random.Next(3) == 0)
                        taken.Add((part + 50) % parts);
                    if (random.Next(4) == 0)
                        taken.Add((family * 7) % parts);
                }

                visits.Add(new TrainingVisit(day, km, [.. taken.Select(Id)]));
                day = day.PlusDays(random.Next(60, 240));
                km += random.Next(2_000, 15_000);
            }

            yield return new TrainingVehicle("v" + vehicle.ToString(CultureInfo.InvariantCulture), visits.ToImmutable())
            {
                Family = "f" + family.ToString(CultureInfo.InvariantCulture),
                UsageTags = random.Next(4) == 0 ? ["outdoor"] : [],
            };
        }
    }

    private static int Skewed(Random random, int parts) => random.Next(random.Next(1, parts));

    private static string Id(int part) => "part-" + part.ToString("00000", CultureInfo.InvariantCulture);
}
