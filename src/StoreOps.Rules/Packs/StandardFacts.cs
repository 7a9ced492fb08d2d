using NodaTime;

using StoreOps.Domain;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Localization;

namespace StoreOps.Rules.Packs;

/// <summary>The facts that every condition of a rule pack may ask about. Amounts are in units of the pack's currency.</summary>
public static class StandardFacts
{
    /// <summary>How many chosen visits the customer made before today. A whole number.</summary>
    public const string CustomerVisits = "customer.visits";

    /// <summary>The customer's state: new, active, core, at-risk, dormant, lost or never-visited.</summary>
    public const string CustomerLifecycle = "customer.lifecycle";

    /// <summary>Days since the last visit. A whole number; not known without a visit.</summary>
    public const string CustomerIdleDays = "customer.idleDays";

    /// <summary>The tags the customer carries: the host's own, and those of the pack where a tag engine judged them before.</summary>
    public const string CustomerTags = "customer.tags";

    /// <summary>The list total of today's order.</summary>
    public const string OrderTotal = "order.total";

    /// <summary>The list total of the work on today's order.</summary>
    public const string OrderLabor = "order.labor";

    /// <summary>The list total of the parts on today's order.</summary>
    public const string OrderParts = "order.parts";

    /// <summary>The maintenance items on today's order.</summary>
    public const string OrderItems = "order.items";

    /// <summary>The make of the vehicle.</summary>
    public const string VehicleMake = "vehicle.make";

    /// <summary>The model of the vehicle.</summary>
    public const string VehicleModel = "vehicle.model";

    /// <summary>The model year of the vehicle.</summary>
    public const string VehicleModelYear = "vehicle.modelYear";

    /// <summary>The powertrain: petrol, diesel, hybrid, plug-in-hybrid or electric.</summary>
    public const string VehiclePowertrain = "vehicle.powertrain";

    /// <summary>Today's odometer in kilometers.</summary>
    public const string VehicleKilometers = "vehicle.kilometers";

    /// <summary>The shop's id.</summary>
    public const string ShopId = "shop.id";

    /// <summary>The chain's id; not known for a shop of its own.</summary>
    public const string ShopChain = "shop.chain";

    /// <summary>The day of the week at the shop: monday to sunday.</summary>
    /// <remarks>Quotes, commissions, tags and tests fill it in from their day where it is not known.</remarks>
    public const string TodayWeekday = "today.weekday";

    private static readonly Fact[] Declarations =
    [
        Fact(CustomerVisits, CelType.Int, CelValue.Of(7)),
        Fact(CustomerLifecycle, CelType.String, CelValue.Of("active")),
        Fact(CustomerIdleDays, CelType.Int, CelValue.Of(120)),
        Fact(OrderTotal, CelType.Decimal, CelValue.Of(468.50m)),
        Fact(OrderLabor, CelType.Decimal, CelValue.Of(140.00m)),
        Fact(OrderParts, CelType.Decimal, CelValue.Of(328.50m)),
        Fact(OrderItems, CelType.StringList, CelValue.Of(["engine-oil", "oil-filter"])),
        Fact(VehicleMake, CelType.String, CelValue.Of("Toyota")),
        Fact(VehicleModel, CelType.String, CelValue.Of("Corolla")),
        Fact(VehicleModelYear, CelType.Int, CelValue.Of(2021)),
        Fact(VehiclePowertrain, CelType.String, CelValue.Of("petrol")),
        Fact(VehicleKilometers, CelType.Int, CelValue.Of(48_000)),
        Fact(ShopId, CelType.String, CelValue.Of("huayuan-road")),
        Fact(ShopChain, CelType.String, CelValue.Of("zhengzhou-chain")),
        Fact(CustomerTags, CelType.StringList, CelValue.Of(["loyal"])),
        Fact(TodayWeekday, CelType.String, CelValue.Of("saturday")),
    ];

    /// <summary>Gets the declarations, with what each fact means.</summary>
    public static FactSchema Schema { get; } =
        new(Declarations);

    /// <summary>Declares a fact, with what it means.</summary>
    internal static Fact Fact(string name, CelType type, CelValue example) =>
        new(name, type, new LocalizedText(FactDocsChinese.For(name), FactDocsEnglish.For(name))) { Example = example };

    /// <summary>Returns the facts with the day of the week in them; the same where it is known already, or where there is no such fact.</summary>
    internal static FactSet? On(LocalDate day, FactSet? facts)
    {
        if (facts is null || !ReferenceEquals(facts.Schema, Schema) || !Schema.TryFind(TodayWeekday, out var slot) || facts[slot].IsKnown)
            return facts;
        var filled = new FactSet(Schema);
        facts.Values.CopyTo(filled.Values, 0);
        filled.Values[slot] = CelValue.Of(PackWords.Of((Weekday)((int)day.DayOfWeek - 1)));
        return filled;
    }
}
