using System.Collections.Immutable;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Vehicles;
using StoreOps.Domain.Visits;

namespace StoreOps.Domain.Tests.Visits;

/// <summary>Problems of every kind: kilometers, months or both; grids; allowances; early windows; what is past already; what is done once.</summary>
internal static class AnyVisits
{
    public static LocalDate Today { get; } = new(2026, 1, 31);

    /// <summary>Few services and a near horizon: what can be checked against every plan there is.</summary>
    public static Gen<VisitProblem> Small { get; } =
        from count in Gen.Choose(1, 8)
        from problem in Of(count, 8_000, 24_000)
        select problem with { NodeBudget = 2_000_000 };

    /// <summary>At most six services, at least every other one by date alone, and a horizon of a year or two.</summary>
    public static Gen<VisitProblem> Dated { get; } =
        from meters in Gen.Elements(1_000, 20_000, 41_096)
        from dated in Item(30_000, Gen.Constant(1)).ListOf(3)
        from mixed in Item(30_000, Gen.Choose(0, 5)).ListOf(3)
        from count in Gen.Choose(1, 6)
        from days in Gen.Choose(30, 800)
        from cost in Gen.Choose(0, 400)
        select new VisitProblem
        {
            Today = Today,
            Odometer = Odometer.FromKilometers(30_000),
            MetersPerDay = meters,
            HorizonDays = days,
            VisitCost = cost,
            NodeBudget = 2_000_000,
            Items = Named(dated.Zip(mixed, (one, other) => new[] { one, other }).SelectMany(pair => pair).Take(count)),
        };

    /// <summary>As many services as a long schedule has.</summary>
    public static Gen<VisitProblem> Large { get; } =
        from count in Gen.Choose(0, 30)
        from budget in Gen.Elements(0, 500)
        from problem in Of(count, 10_000, 120_000)
        select problem with { NodeBudget = budget };

    /// <summary>Kilometers alone, hard limits, no early windows, 1 km a day: where waiting for a limit is best of all plans whatever.</summary>
    public static Gen<VisitProblem> Plain { get; } =
        from count in Gen.Choose(1, 3)
        from items in PlainItem.ListOf(count)
        from cost in Gen.Choose(0, 100)
        select new VisitProblem
        {
            Today = Today,
            Odometer = default,
            MetersPerDay = 1_000,
            HorizonKilometers = 11,
            VisitCost = cost,
            NodeBudget = 2_000_000,
            Items = Named(items),
        };

    private static Gen<VisitItem> PlainItem { get; } =
        from every in Gen.Choose(2, 8)
        from due in Gen.Choose(0, 8)
        from cost in Gen.Choose(0, 100)
        select new VisitItem { Id = "item", DueKilometers = Math.Min(due, every), EveryKilometers = every, CostPerLife = cost };

    private static Gen<VisitProblem> Of(int count, int fromHorizon, int toHorizon) =>
        from odometer in Gen.Choose(0, 60_000)
        from meters in Gen.Elements(1_000, 20_000, 41_096, 137_500)
        from items in Item(odometer).ListOf(count)
        from horizon in Gen.Choose(fromHorizon, toHorizon)
        from days in Gen.Choose(30, 2_000)
        from cost in Gen.Choose(0, 400)
        from grid in Gen.Choose(2, 20)
        select new VisitProblem
        {
            Today = Today,
            Odometer = Odometer.FromKilometers(odometer),
            MetersPerDay = meters,
            HorizonKilometers = horizon,
            HorizonDays = days,
            VisitCost = cost,
            GridKilometers = grid * 1_000,
            Items = Named(items),
        };

    private static Gen<VisitItem> Item(int odometer) => Item(odometer, Gen.Choose(0, 5));

    private static Gen<VisitItem> Item(int odometer, Gen<int> kinds) =>
        from kind in kinds
        from every in Gen.Choose(4, 30)
        from months in Gen.Choose(2, 36)
        from due in Gen.Choose(-3, 20)
        from days in Gen.Choose(-20, 400)
        from late in Gen.Elements(0, 0, 1_000)
        from early in Gen.Elements<int?>(null, null, 500, 3_000)
        from cost in Gen.Choose(0, 600)
        select Item(kind, every * 1_000, months, odometer, due * 1_000, days, late, early, cost);

    private static VisitItem Item(int kind, int every, int months, int odometer, int due, int days, int late, int? early, int cost)
    {
        var hasKilometers = kind != 1;
        var isGrid = kind == 3;
        return new VisitItem
        {
            Id = "item",
            DueKilometers = !hasKilometers ? null : isGrid ? ((odometer / every) + 1) * every : Math.Max(0, odometer + due),
            EveryKilometers = hasKilometers && kind != 5 ? every : null,
            GridFromKilometers = isGrid ? 0 : null,
            DueDate = kind is 1 or 2 ? Today.PlusDays(days) : null,
            EveryMonths = kind is 1 or 2 ? months : null,
            LateKilometers = isGrid ? 0 : late,
            LateDays = late / 100,
            EarlyKilometers = early,
            EarlyDays = early / 20,
            CostPerLife = cost,
        };
    }

    private static ImmutableArray<VisitItem> Named(IEnumerable<VisitItem> items) => [.. items.Select((item, i) => item with { Id = $"item{i}" })];
}
