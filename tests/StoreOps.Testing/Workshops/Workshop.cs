namespace StoreOps.Testing.Workshops;

/// <summary>
/// A made-up auto-service shop whose truth is known: wear by Weibull hazards over kilometers, seasons, parts that bring others along, owners
/// with a brand, families that wear faster, electric vehicles without oil, customers who stay away, and a shop that forgets to note.
/// </summary>
/// <remarks>Vehicles are made one at a time, and each is the same however many are asked for.</remarks>
public sealed class Workshop
{
    /// <summary>The first of January 2020, to which days are counted.</summary>
    public static readonly DateOnly FirstDay = new(2020, 1, 1);

    private const int LastDay = 365 * 6;

    private readonly int[] _firstParts;
    private readonly int[] _categoryOf;
    private readonly int[] _follows;

    public Workshop(WorkshopOptions options)
    {
        Options = options;
        Categories = WorkshopCategories.All;
        _firstParts = new int[Categories.Count + 1];
        for (var i = 0; i < Categories.Count; i++)
            _firstParts[i + 1] = _firstParts[i] + Categories[i].Brands;
        _categoryOf = [.. Categories.SelectMany((category, place) => Enumerable.Repeat(place, category.Brands))];
        _follows = [.. Categories.Select(category => FindCategory(category.Follows))];
    }

    public WorkshopOptions Options { get; }

    public IReadOnlyList<WorkshopCategory> Categories { get; }

    public int PartCount => _categoryOf.Length;

    public int CategoryOf(int part) => _categoryOf[part];

    /// <summary>Returns the place of a category; -1 for none of that name.</summary>
    public int FindCategory(string name)
    {
        var place = Categories.Count - 1;
        while (place >= 0 && Categories[place].Name != name)
            place--;
        return place;
    }

    public string PartId(int part) => Categories[_categoryOf[part]].Name + "-" + (part - _firstParts[_categoryOf[part]]);

    /// <summary>Returns whether a part fits a vehicle.</summary>
    public bool Fits(WorkshopVehicle vehicle, int part) => !vehicle.IsElectric || Categories[_categoryOf[part]].FitsElectric;

    /// <summary>Returns the true chance, the moment before a visit, that a part is sold on it.</summary>
    public double ChanceOf(WorkshopVehicle vehicle, WorkshopVisit visit, int part)
    {
        var category = _categoryOf[part];
        return visit.Chances[category] * BrandShare(category, part - _firstParts[category], vehicle.Preferred[category]);
    }

    /// <summary>Returns the true chance for one who knows how everything wears, but of the owner's brands only what he took before.</summary>
    public double KnowableChanceOf(WorkshopVehicle vehicle, int visit, int part)
    {
        var category = _categoryOf[part];
        var brands = Categories[category].Brands;
        var (all, own) = (0.0, 0.0);
        for (var preferred = 0; preferred < brands; preferred++)
        {
            var likelihood = 1 / (preferred + 1.0);
            foreach (var taken in vehicle.Visits.Take(visit).SelectMany(before => before.Taken).Where(taken => _categoryOf[taken] == category))
                likelihood *= BrandShare(category, taken - _firstParts[category], preferred);
            all += likelihood;
            own += likelihood * BrandShare(category, part - _firstParts[category], preferred);
        }

        return vehicle.Visits[visit].Chances[category] * own / all;
    }

    /// <summary>Returns how fast a vehicle wears a category, against an ordinary one.</summary>
    public double WearOf(WorkshopVehicle vehicle, int category) => vehicle.Wear * (vehicle.IsOutdoor ? Categories[category].OutdoorFactor : 1);

    public IEnumerable<WorkshopVehicle> Vehicles(int count) => Enumerable.Range(0, count).Select(Vehicle);

    public WorkshopVehicle Vehicle(int index)
    {
        var random = SplitMix.Of(Options.Seed, (ulong)index);
        var family = random.Below(Options.Families);
        var isElectric = family % 8 == 7;
        var isOutdoor = random.Is(0.2);
        var wear = 0.75 + (0.5 * ((family * 7) % Options.Families) / Options.Families);
        var perDay = Math.Clamp(38 * Math.Exp(0.35 * random.Normal()), 8, 160);
        var preferred = new int[Categories.Count];
        for (var i = 0; i < preferred.Length; i++)
            preferred[i] = AnyBrand(ref random, Categories[i].Brands);
        var vehicle = new WorkshopVehicle(index, family, isElectric, isOutdoor, wear, preferred, []);
        return vehicle with { Visits = Visits(vehicle, perDay, ref random) };
    }

    private List<WorkshopVisit> Visits(WorkshopVehicle vehicle, double perDay, ref SplitMix random)
    {
        var visits = new List<WorkshopVisit>();
        double kilometers = random.Below(60_000);
        var last = FirstStanding(vehicle, kilometers, ref random);
        var before = kilometers;
        var previous = Array.Empty<int>();
        for (var day = (double)random.Below(LastDay / 2); day < LastDay;)
        {
            var gap = Math.Clamp(7_000 + (2_500 * random.Normal()), 500, 18_000);
            day += Math.Max(1, gap / perDay);
            kilometers += gap;
            if (day >= LastDay)
                break;
            var month = FirstDay.AddDays((int)day).Month;
            var wears = Chances(vehicle, last, before, kilometers, month);
            var categories = Draw(wears, previous, ref random);
            var parts = categories.Select(category => _firstParts[category]).ToArray();
            var noted = new List<int>();
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] += BrandOf(categories[i], vehicle, ref random);
                if (!random.Is(Options.Forgotten))
                    noted.Add(parts[i]);
                last[categories[i]] = kilometers;
            }

            var chances = new double[wears.Length];
            for (var i = 0; i < chances.Length; i++)
                chances[i] = Joined(i, wears, previous);
            visits.Add(new WorkshopVisit((int)day, month, (int)kilometers, Noted((int)kilometers, ref random), parts, noted, chances));
            (before, previous) = (kilometers, categories);
            if (random.Is(Options.Lost))
                break;
        }

        return visits;
    }

    // What was replaced elsewhere, before the shop first saw the vehicle.
    private double[] FirstStanding(WorkshopVehicle vehicle, double kilometers, ref SplitMix random)
    {
        var last = new double[Categories.Count];
        for (var at = 0.0; at + 7_500 <= kilometers; at += 7_500)
        {
            for (var i = 0; i < last.Length; i++)
            {
                if (random.Is(WearChance(vehicle, i, at - last[i], at + 7_500 - last[i], 1)))
                    last[i] = at + 7_500;
            }
        }

        return last;
    }

    private double[] Chances(WorkshopVehicle vehicle, double[] last, double before, double now, int month)
    {
        var chances = new double[Categories.Count];
        for (var i = 0; i < chances.Length; i++)
            chances[i] = WearChance(vehicle, i, before - last[i], now - last[i], Categories[i].IsSeason(month) ? Categories[i].SeasonFactor : 1);
        return chances;
    }

    private double WearChance(WorkshopVehicle vehicle, int category, double from, double to, double season)
    {
        var truth = Categories[category];
        if (vehicle.IsElectric && !truth.FitsElectric)
            return 0;
        var wear = WearOf(vehicle, category);
        return 1 - Math.Exp(-season * (truth.CumulativeHazard(to, wear) - truth.CumulativeHazard(from, wear)));
    }

    // Worn out, or brought along, or left over from the last visit.
    private double Joined(int category, double[] wears, int[] previous)
    {
        var none = 1 - wears[category];
        if (_follows[category] is >= 0 and var parent)
        {
            none *= 1 - (Categories[category].FollowChance * wears[parent]);
            if (Array.IndexOf(previous, parent) >= 0 && Array.IndexOf(previous, category) < 0)
                none *= 1 - Categories[category].LaterChance;
        }

        return 1 - none;
    }

    private int[] Draw(double[] wears, int[] previous, ref SplitMix random)
    {
        var worn = new bool[wears.Length];
        for (var i = 0; i < worn.Length; i++)
            worn[i] = random.Is(wears[i]);
        var taken = new List<int>();
        for (var i = 0; i < worn.Length; i++)
        {
            var (along, later) = (random.Share(), random.Share());
            var isTaken = worn[i];
            if (_follows[i] is >= 0 and var parent)
            {
                isTaken |= worn[parent] && along < Categories[i].FollowChance;
                isTaken |= Array.IndexOf(previous, parent) >= 0 && Array.IndexOf(previous, i) < 0 && later < Categories[i].LaterChance;
            }

            if (isTaken)
                taken.Add(i);
        }

        return [.. taken];
    }

    private int BrandOf(int category, WorkshopVehicle vehicle, ref SplitMix random) =>
        random.Is(Options.Loyalty) ? vehicle.Preferred[category] : AnyBrand(ref random, Categories[category].Brands);

    // The brand of place i stands for 1 / (i + 1) of the market.
    private static int AnyBrand(ref SplitMix random, int brands)
    {
        var left = random.Share() * Harmonic(brands);
        for (var i = 0; i < brands - 1; i++)
        {
            left -= 1.0 / (i + 1);
            if (left < 0)
                return i;
        }

        return brands - 1;
    }

    private double BrandShare(int category, int brand, int preferred) =>
        (brand == preferred ? Options.Loyalty : 0) + ((1 - Options.Loyalty) / (brand + 1) / Harmonic(Categories[category].Brands));

    private static double Harmonic(int brands)
    {
        var sum = 0.0;
        for (var i = 1; i <= brands; i++)
            sum += 1.0 / i;
        return sum;
    }

    private int? Noted(int kilometers, ref SplitMix random)
    {
        var (missing, mistyped, isGreater) = (random.Share(), random.Share(), random.Is(0.5));
        if (missing < Options.MissingOdometer)
            return null;
        if (mistyped >= Options.MistypedOdometer)
            return kilometers;
        return isGreater ? kilometers * 10 : kilometers / 10;
    }
}
