using System.Globalization;

using NodaTime;

using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Reception;
using StoreOps.Recommend.Training;

namespace StoreOps.Samples.Reception;

/// <summary>The invented past of the shop: cars that wear out parts as they drive, and owners who take what is due, mostly. The same each time.</summary>
internal static class PastVisits
{
    /// <summary>The share of lines added without being asked for that the owner wants to be right.</summary>
    public const double Precision = 0.75;

    private const int Cars = 1_500;
    private const int Judged = 60;

    private static readonly LocalDate Today = new(2026, 11, 23);

    // Learned before this day; what was taken from it on tells from what chance lines may add themselves.
    private static readonly LocalDate Split = new(2026, 1, 1);

    private static readonly string[] Families = ["mazda mazda3", "nissan rogue", "honda jazz", "jeep cherokee", "volkswagen passat", "tesla model 3"];

    private static readonly Wear[] Wears =
    [
        new("engine-oil", 9_000, 12, "oil-shell-5w40", "oil-mobil1-0w20"), new("oil-filter", 9_000, 12, "of-mann-w7") { With = "engine-oil" },
        new("drain-plug-washer", 9_000, 12, "washer-m14") { With = "engine-oil" }, new("air-filter", 20_000, 24, "af-mahle"),
        new("cabin-filter", 13_000, 13, "cf-bosch") { OfTesla = "cf-tesla" }, new("fuel-filter", 40_000, 48, "ff-bosch"),
        new("spark-plug", 50_000, 60, "sp-ngk-iridium"), new("engine-coolant", 60_000, 42, "coolant-g12") { IsForAll = true },
        new("brake-fluid", 0, 24, "bf-bosch-dot4", "bf-ate-dot4") { IsForAll = true }, new("drive-belt", 80_000, 72, "belt-gates"),
        new("front-brake-pads", 38_000, 0, "pads-front-brembo") { IsForAll = true },
        new("battery-12v", 0, 46, "battery-varta-agm") { IsForAll = true, Season = [11, 12, 1, 2] },
        new("wiper-blades", 0, 12, "wiper-bosch") { IsForAll = true, Season = [6, 7, 8] }, new("fuel-additive", 9_000, 0, "additive-liqui"),
        new("alignment", 28_000, 0, "wheel-alignment") { IsForAll = true }, new("rotation", 11_000, 0, "tire-rotation") { IsForAll = true },
    ];

    /// <summary>Learns a model from the past, and finds from what chance lines may add themselves on visits that it did not see.</summary>
    public static (PartsRecommender Recommender, PartOfferOptions Options) Learn()
    {
        var split = TimeSplit.At(Split, Past());
        var model = RecommendTrainer.Fit(split.Training, parts: Catalog).Model;
        var recommender = new PartsRecommender(model);
        var (chances, taken) = (new List<double>(), new List<bool>());
        var results = new Recommendation[Judged];
        foreach (var question in split.Questions)
        {
            var query = new RecommendQuery
            {
                Date = question.Visit.Date,
                History = PartHistory.From(model, question.Known.Visits),
                Kilometers = question.Visit.Kilometers,
                Family = model.FindFamily(question.Known.Family) is >= 0 and var family ? family : null,
            };
            foreach (var one in results.AsSpan(0, recommender.Recommend(query, results)))
            {
                chances.Add(one.Probability);
                taken.Add(question.Visit.Parts.Contains(model.PartId(one.Part)));
            }
        }

        var threshold = AutoAddThreshold.Of([.. chances], [.. taken], Precision);
        return (recommender, new PartOfferOptions { Policy = OfferPolicy.Default with { AutoAddFrom = threshold.Chance } });
    }

    private static IEnumerable<TrainingPart> Catalog => Wears.SelectMany(wear => wear.Parts.Append(wear.OfTesla).OfType<string>().Select(part => new TrainingPart(part)
    {
        Category = wear.Kind,
        EveryKilometers = wear.EveryKilometers > 0 ? wear.EveryKilometers : null,
        EveryMonths = wear.EveryMonths > 0 ? wear.EveryMonths : null,
    }));

    private static IEnumerable<TrainingVehicle> Past()
    {
        var random = new Random(20261123);
        for (var number = 0; number < Cars; number++)
            yield return Car("past-" + number.ToString("0000", CultureInfo.InvariantCulture), random);
    }

    private static TrainingVehicle Car(string id, Random random)
    {
        var family = Families[random.Next(Families.Length)];
        var isTesla = family.StartsWith("tesla", StringComparison.Ordinal);
        var wears = Wears.Where(wear => !isTesla || wear.IsForAll || wear.OfTesla is not null).ToArray();
        var (bought, metersPerDay, care) = (Today.PlusDays(-random.Next(900, 2_900)), random.Next(18_000, 70_000), 0.55 + (random.NextDouble() * 0.42));
        var brand = random.Next(4) == 0 || family.StartsWith("mazda", StringComparison.Ordinal) ? 1 : 0;
        var last = wears.ToDictionary(wear => wear.Kind, _ => (Day: bought, Kilometers: 0), StringComparer.Ordinal);
        var (visits, day, kilometers) = (new List<TrainingVisit>(), bought, 0);
        while (true)
        {
            var days = random.Next(100, 260);
            (day, kilometers) = (day.PlusDays(days), kilometers + (int)((long)days * metersPerDay / 1_000));
            if (day >= Today)
                break;
            var taken = new List<string>();
            foreach (var wear in wears)
            {
                var (since, kilometersSince) = last[wear.Kind];
                var used = wear.Used(Period.DaysBetween(since, day), kilometers - kilometersSince);
                var chance = used < 0.7 ? 0.01 : Math.Min(care, (used - 0.6) * 1.7) * (wear.Season is [] || wear.Season.Contains(day.Month) ? 1 : 0.4);
                if (wear.With is { } with && last[with].Day == day)
                    chance = 0.93;
                if (random.NextDouble() >= chance)
                    continue;
                taken.Add(isTesla && wear.OfTesla is { } own ? own : wear.Parts[Math.Min(brand, wear.Parts.Length - 1)]);
                last[wear.Kind] = (day, kilometers);
            }

            if (taken.Count > 0)
                visits.Add(new TrainingVisit(day, random.Next(6) == 0 ? null : kilometers, [.. taken]));
        }

        return new TrainingVehicle(id, [.. visits]) { Family = family, InServiceSince = bought };
    }

    // How one kind of part wears, and which parts of the shop meet the need.
    private sealed record Wear(string Kind, int EveryKilometers, int EveryMonths, params string[] Parts)
    {
        public string? OfTesla { get; init; }

        public string? With { get; init; }

        public bool IsForAll { get; init; }

        public int[] Season { get; init; } = [];

        public double Used(int days, int kilometers) => Math.Max(
            EveryKilometers > 0 ? (double)kilometers / EveryKilometers : 0,
            EveryMonths > 0 ? days / 30.4 / EveryMonths : 0);
    }
}
