using System.Collections.Immutable;
using System.Globalization;

using NodaTime;

using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Reception;

/// <summary>What vehicles took at the invented shop, so that a desk has a model to offer by.</summary>
internal static class PastOfShop
{
    private static readonly string[] Seldom =
        ["af-mahle", "cf-bosch", "bf-bosch-dot4", "bf-ate-dot4", "battery-varta-agm", "pads-front-brembo", "coolant-g12", "belt-gates", "additive-liqui", "wheel-alignment", "cf-tesla", "unknown-part"];

    public static PartsModel Model { get; } = RecommendTrainer.Fit(Vehicles(), parts: [new TrainingPart("af-mahle") { EveryKilometers = 20_000 }]).Model;

    public static PartsRecommender Recommender { get; } = new(Model);

    private static IEnumerable<TrainingVehicle> Vehicles()
    {
        var random = new Random(20261123);
        for (var number = 0; number < 600; number++)
        {
            var (day, km) = (new LocalDate(2022, 1, 1).PlusDays(random.Next(300)), random.Next(90_000));
            var visits = ImmutableArray.CreateBuilder<TrainingVisit>();
            for (var visit = random.Next(3, 8); visit > 0; visit--)
            {
                var taken = new List<string> { "oil-shell-5w40", "of-mann-w7" };
                if (random.Next(3) > 0)
                    taken.Add("of-noname");
                if (random.Next(2) == 0)
                    taken.Add("wiper-bosch");
                taken.AddRange(Seldom.Where(_ => random.Next(6) == 0));
                visits.Add(new TrainingVisit(day, km, [.. taken]));
                day = day.PlusDays(random.Next(150, 260));
                km += random.Next(6_000, 12_000);
            }

            yield return new TrainingVehicle("past-" + number.ToString(CultureInfo.InvariantCulture), visits.ToImmutable())
            {
                Family = number % 2 == 0 ? "volkswagen passat" : "other",
                UsageTags = number % 5 == 0 ? ["outdoor"] : [],
            };
        }
    }
}
