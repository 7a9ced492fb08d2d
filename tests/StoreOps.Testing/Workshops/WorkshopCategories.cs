namespace StoreOps.Testing.Workshops;

/// <summary>What the shop sells. Scales are of the order that makers' schedules have; none was measured.</summary>
public static class WorkshopCategories
{
    public static IReadOnlyList<WorkshopCategory> All { get; } =
    [
        new("engine-oil", 14, 4, 8_000) { FitsElectric = false },
        new("oil-filter", 16, 2, 24_000) { FitsElectric = false, Follows = "engine-oil", FollowChance = 0.85 },
        new("air-filter", 16, 2.5, 24_000) { FitsElectric = false, OutdoorFactor = 1.6 },
        new("cabin-filter", 16, 2.5, 20_000) { SeasonMonths = Months(4, 5, 6), SeasonFactor = 2.2 },
        new("fuel-filter", 10, 3, 45_000) { FitsElectric = false },
        new("spark-plugs", 14, 4, 50_000) { FitsElectric = false },
        new("front-brake-pads", 18, 3, 45_000) { OutdoorFactor = 1.4 },
        new("rear-brake-pads", 16, 3, 60_000) { OutdoorFactor = 1.4 },
        new("front-brake-discs", 12, 3.5, 120_000) { Follows = "front-brake-pads", FollowChance = 0.3 },
        new("rear-brake-discs", 10, 3.5, 140_000) { Follows = "rear-brake-pads", FollowChance = 0.25 },
        new("brake-fluid", 8, 3, 45_000),
        new("coolant", 8, 3, 60_000) { SeasonMonths = Months(5, 6, 10, 11), SeasonFactor = 1.8 },
        new("transmission-fluid", 10, 3.5, 65_000) { FitsElectric = false },
        new("tires", 24, 4, 55_000) { OutdoorFactor = 1.5 },
        new("wheel-balance", 3, 1.2, 60_000) { Follows = "tires", FollowChance = 0.8 },
        new("wheel-alignment", 3, 1.2, 50_000) { Follows = "tires", FollowChance = 0.5, LaterChance = 0.3, OutdoorFactor = 1.8 },
        new("battery", 14, 3.5, 60_000) { SeasonMonths = Months(11, 12, 1, 2), SeasonFactor = 2.8 },
        new("wiper-blades", 14, 2, 22_000) { SeasonMonths = Months(6, 7, 8), SeasonFactor = 2 },
        new("drive-belt", 8, 4, 80_000) { FitsElectric = false },
        new("timing-belt", 6, 6, 95_000) { FitsElectric = false },
        new("water-pump", 6, 4, 130_000) { FitsElectric = false, Follows = "timing-belt", FollowChance = 0.6 },
        new("bulbs", 12, 1, 60_000),
        new("shock-absorbers", 10, 4, 110_000) { OutdoorFactor = 1.7 },
        new("throttle-cleaning", 2, 2, 35_000) { FitsElectric = false },
        new("air-conditioning-cleaning", 2, 2, 32_000) { SeasonMonths = Months(5, 6), SeasonFactor = 3 },
        new("car-wash", 4, 1, 15_000) { OutdoorFactor = 1.5 },
    ];

    private static int Months(params int[] months) => months.Sum(month => 1 << month);
}
