using System.Globalization;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Recommend.Training;

namespace StoreOps.Samples.PartsCounter;

/// <summary>An invented shop and its past: vehicles that wear out parts as they drive, and customers who take what is due, mostly.</summary>
internal sealed class InventedShop
{
    public static readonly LocalDate Today = new(2026, 11, 23);

    private const int Vehicles = 3_000;

    private static readonly string[] Families = ["corolla-1.2t", "sylphy-1.6", "passat-330", "model-y"];

    private static readonly Wear[] Parts =
    [
        new("engine-oil", "机油", "engine oil", "fluids", 8_000, 12), new("oil-filter", "机油滤清器", "oil filter", "filters", 8_000, 12, "engine-oil"),
        new("drain-washer", "放油螺塞垫圈", "drain plug washer", "small", 8_000, 12, "engine-oil"),
        new("air-filter", "空气滤清器", "air filter", "filters", 20_000, 24), new("cabin-filter", "空调滤清器", "cabin filter", "filters", 12_000, 12),
        new("spark-plugs", "火花塞", "spark plugs", "ignition", 50_000, 60), new("coolant", "冷却液", "coolant", "fluids", 60_000, 36),
        new("brake-fluid", "制动液", "brake fluid", "fluids", 0, 24), new("pads-front", "前刹车片", "front brake pads", "brakes", 35_000, 0),
        new("pads-rear", "后刹车片", "rear brake pads", "brakes", 50_000, 0), new("discs-front", "前刹车盘", "front brake discs", "brakes", 75_000, 0, "pads-front"),
        new("wear-sensor", "刹车片感应线", "pad wear sensor", "brakes", 35_000, 0, "pads-front"), new("gear-oil", "变速箱油", "gearbox oil", "fluids", 60_000, 48),
        new("tires", "轮胎", "tires", "wheels", 50_000, 60), new("alignment", "四轮定位", "wheel alignment", "wheels", 50_000, 60, "tires"),
        new("wiper-blades", "雨刮片", "wiper blades", "small", 0, 12), new("battery", "蓄电池", "battery", "electric", 0, 44),
        new("refrigerant", "空调制冷剂", "air conditioning refrigerant", "fluids", 0, 40), new("drive-belt", "附件皮带", "drive belt", "engine", 80_000, 72),
        new("fuel-additive", "燃油添加剂", "fuel additive", "small", 10_000, 0),
    ];

    // Electric cars have none of these.
    private static readonly HashSet<string> Combustion = ["engine-oil", "oil-filter", "drain-washer", "air-filter", "spark-plugs", "drive-belt", "fuel-additive", "gear-oil"];

    private readonly Random _random = new(20261123);

    /// <summary>Gets what the shop knows of its parts.</summary>
    public static IEnumerable<TrainingPart> Catalog => Parts.Select(part => new TrainingPart(part.Id)
    {
        Category = part.Category,
        EveryKilometers = part.EveryKilometers > 0 ? part.EveryKilometers : null,
        EveryMonths = part.EveryMonths > 0 ? part.EveryMonths : null,
    });

    /// <summary>Returns a part's name; the id of one that the shop does not know.</summary>
    public static string NameOf(string id, Language language) => Array.Find(Parts, part => part.Id == id) is { } known
        ? language == Language.English ? known.English : known.Chinese
        : id;

    /// <summary>Returns the vehicles with their visits; the same each time.</summary>
    public IEnumerable<TrainingVehicle> Past()
    {
        for (var number = 0; number < Vehicles; number++)
            yield return Vehicle("V" + number.ToString("0000", CultureInfo.InvariantCulture));
    }

    private TrainingVehicle Vehicle(string id)
    {
        var family = Families[_random.Next(Families.Length)];
        var (bought, metersPerDay, care) = (Today.PlusDays(-_random.Next(700, 3_200)), _random.Next(15_000, 75_000), 0.5 + (_random.NextDouble() * 0.45));
        var fitting = Parts.Where(part => family != "model-y" || !Combustion.Contains(part.Id)).ToArray();
        var last = fitting.ToDictionary(part => part.Id, _ => (Day: bought, Kilometers: 0), StringComparer.Ordinal);
        var (visits, day, kilometers) = (new List<TrainingVisit>(), bought, 0);
        while (true)
        {
            var days = _random.Next(70, 300);
            (day, kilometers) = (day.PlusDays(days), kilometers + (int)((long)days * metersPerDay / 1_000));
            if (day >= Today)
                break;
            var taken = new List<string>();
            foreach (var part in fitting)
            {
                var since = last[part.Id];
                var used = Math.Max(
                    part.EveryKilometers > 0 ? (double)(kilometers - since.Kilometers) / part.EveryKilometers : 0,
                    part.EveryMonths > 0 ? Period.DaysBetween(since.Day, day) / 30.4 / part.EveryMonths : 0);
                var chance = used < 0.7 ? 0.01 : Math.Min(care, (used - 0.6) * 1.6);
                if (part.With is { } with && taken.Contains(with))
                    chance = Math.Max(chance, 0.85);
                if (_random.NextDouble() >= chance)
                    continue;
                taken.Add(part.Id);
                last[part.Id] = (day, kilometers);
            }

            // One visit in five nobody reads the odometer.
            if (taken.Count > 0)
                visits.Add(new TrainingVisit(day, _random.Next(5) == 0 ? null : kilometers, [.. taken]));
        }

        return new TrainingVehicle(id, [.. visits]) { Family = family, InServiceSince = bought };
    }

    // With: a part after which this one is mostly taken too.
    private sealed record Wear(string Id, string Chinese, string English, string Category, int EveryKilometers, int EveryMonths, string? With = null);
}
