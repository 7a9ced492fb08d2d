using System.Collections.Immutable;
using System.Globalization;

using NodaTime;

using StoreOps.Recommend.Models;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Training;

/// <summary>A made-up shop: part 0 is taken at most visits, parts come in pairs, two are replaced every 30,000 km, and outdoor vehicles take part 30.</summary>
internal static class SmallShop
{
    public const int PartCount = 40;

    public static RecommendTrainerOptions Options { get; } = RecommendTrainerOptions.Default with { Neighbors = 20, PopularParts = 8, CandidatesPerRelation = 10 };

    public static ImmutableArray<TrainingPart> Parts { get; } =
    [
        .. Enumerable.Range(0, PartCount).Select(part => new TrainingPart(Id(part))
        {
            Category = "c" + (part % 5).ToString(CultureInfo.InvariantCulture),
            EveryKilometers = part is 10 or 11 ? 30_000 : null,
            EveryMonths = part == 12 ? 24 : null,
        }),
    ];

    public static ImmutableArray<TrainingVehicle> Vehicles { get; } = [.. Make(300)];

    public static TrainedModel Trained { get; } = RecommendTrainer.Fit(Vehicles, Options, Parts);

    public static PartsModel Model => Trained.Model;

    public static string Id(int part) => "零件-" + part.ToString("00", CultureInfo.InvariantCulture);

    private static IEnumerable<TrainingVehicle> Make(int vehicles)
    {
        var random = new Random(11);
        for (var vehicle = 0; vehicle < vehicles; vehicle++)
        {
            var isOutdoor = random.Next(4) == 0;
            var (day, km, since) = (new LocalDate(2021, 1, 5).PlusDays(random.Next(200)), random.Next(20_000), new int[2]);
            var visits = ImmutableArray.CreateBuilder<TrainingVisit>();
            for (var visit = random.Next(1, 9); visit > 0; visit--)
            {
                var taken = new SortedSet<int> { random.Next(5) > 0 ? 0 : random.Next(20, 30) };
                var pair = random.Next(1, 5) * 2;
                if (random.Next(2) == 0)
                    taken.Add(pair);
                if (taken.Contains(pair) && random.Next(3) > 0)
                    taken.Add(pair + 1);
                for (var i = 0; i < since.Length; i++)
                {
                    if (km - since[i] < 30_000)
                        continue;
                    taken.Add(10 + i);
                    since[i] = km;
                }

                if (isOutdoor && random.Next(3) == 0)
                    taken.Add(30);
                visits.Add(new TrainingVisit(day, random.Next(10) == 0 ? null : km, [.. taken.Select(Id)]));
                day = day.PlusDays(random.Next(40, 200));
                km += random.Next(4_000, 14_000);
            }

            yield return new TrainingVehicle("v" + vehicle.ToString(CultureInfo.InvariantCulture), visits.ToImmutable())
            {
                Family = "f" + (vehicle % 3).ToString(CultureInfo.InvariantCulture),
                UsageTags = isOutdoor ? ["outdoor"] : [],
            };
        }
    }
}
