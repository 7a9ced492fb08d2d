using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

public class DuePointsTests
{
    internal const string EveryFeature = """
        {"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"everyMonths":12,"tolerance":{"kilometers":500,"days":14},"anchor":"due-point"},
        {"component":"oil-filter","actions":["replace"],"everyKilometers":10000,"anchor":"grid","firstKilometers":3000},
        {"component":"air-filter","actions":["replace"],"pointsKilometers":[5000,30000,70000],"pointsRepeat":true},
        {"component":"cabin-filter","actions":["replace"],"pointsKilometers":[5000,30000,70000]},
        {"component":"spark-plugs","actions":["replace"],"meterLimit":{"meter":"hev-km","every":5000},"everyMonths":24},
        {"component":"brake-pads-front","actions":["replace"],"measurement":{"quantity":"pad-thickness","unit":"mm","atMost":3}},
        {"component":"differential-fluid","actions":["inspect"],"events":["submersion"]},
        {"component":"service","actions":["service"],"firstKilometers":3000,"firstMonths":3,"mandatoryFirst":true,"tolerance":{"kilometers":500}},
        {"component":"brake-fluid","actions":["replace"],"everyMonths":24,"firstMonths":36},
        {"component":"drive-belt","actions":["inspect"],"everyKilometers":60000}
        """;

    private static readonly LocalDate Start = new(1960, 1, 1);

    private static MaintenanceSchedule[] Schedules { get; } = [.. Workshop.Schedules, SemanticCaseTests.Severe10Years(), Workshop.Rules(EveryFeature)];

    [Fact]
    public void Statuses_AnyVehicleOnAnyLaterDay_AreThoseOfThePlan() => Prop.ForAll(
        Gen.Choose(0, Schedules.Length - 1).ToArbitrary(),
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        (schedule, seed) => Agree(Schedules[schedule], new Random(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Statuses_AllocateNothing()
    {
        var (points, _) = Compiled(Schedules[3], new Random(1));
        var statuses = new MaintenanceStatus[points.Count];
        var odometer = Odometer.FromKilometers(90_000);
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1_000; i++)
                points.Statuses(Workshop.Today, odometer, statuses);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void HoldsAt_AnAgeThatChangesALimit_EndsThere()
    {
        var schedule = SemanticCaseTests.Severe10Years();
        var registered = new LocalDate(2020, 3, 1);
        var resolved = Workshop.Planner.Resolve(schedule, Workshop.VehicleOf(schedule) with { FirstRegistration = registered });
        var points = resolved.Compile(Workshop.Today, Odometer.FromKilometers(50_000), new LastService[resolved.Count]);
        Assert.True(points.HoldsAt(registered.PlusYears(10).PlusDays(-1), Odometer.FromKilometers(160_933)));
        Assert.False(points.HoldsAt(registered.PlusYears(10), Odometer.FromKilometers(60_000)));
        Assert.False(points.HoldsAt(Workshop.Today, Odometer.FromKilometers(160_934)));
        Assert.True(resolved.Compile(registered.PlusYears(10), default, new LastService[resolved.Count]).HoldsAt(registered.PlusYears(50), Odometer.FromKilometers(900_000)));
    }

    [Fact]
    public void Statuses_OfAFleet_AreThoseOfEachVehicle()
    {
        var random = new Random(7);
        var fleet = Schedules.Select(schedule => Compiled(schedule, random).Points).ToArray();
        var odometers = fleet.Select(_ => Odometer.FromKilometers(random.Next(300_000))).ToArray();
        var stride = fleet.Max(points => points.Count);
        var statuses = new MaintenanceStatus[stride * fleet.Length];
        DuePoints.Statuses(fleet, Workshop.Today, odometers, statuses, stride);
        for (var i = 0; i < fleet.Length; i++)
        {
            var own = new MaintenanceStatus[fleet[i].Count];
            fleet[i].Statuses(Workshop.Today, odometers[i], own);
            Assert.Equal(own, statuses.Skip(i * stride).Take(own.Length));
        }

        Assert.Throws<ArgumentException>("odometers", () => DuePoints.Statuses(fleet, Workshop.Today, [], statuses, stride));
        Assert.Throws<ArgumentException>("statuses", () => DuePoints.Statuses(fleet, Workshop.Today, odometers, statuses, stride + 1));
        Assert.Throws<ArgumentException>("statuses", () => fleet[0].Statuses(Workshop.Today, default, []));
    }

    [Fact]
    public void Statuses_BeforeTheCompiledDayAndFarBeyond_AreStillThoseOfThePlan()
    {
        var random = new Random(3);
        var schedule = Workshop.Rules(EveryFeature);
        for (var round = 0; round < 200; round++)
        {
            var (points, plan) = Compiled(schedule, random, Workshop.Today, 120_000);
            foreach (var kilometers in new[] { 0, 119_231, 119_232, 119_233, 120_000, 184_766, 184_767, Odometer.MaxKilometers })
            {
                foreach (var days in new[] { -20_000, -770, -767, 0, 64_766, 64_767, 100_000 })
                {
                    var (today, odometer) = (Workshop.Today.PlusDays(days), Odometer.FromKilometers(kilometers));
                    var fast = new MaintenanceStatus[points.Count];
                    points.Statuses(today, odometer, fast);
                    Assert.Equal(plan(today, odometer), fast);
                }
            }
        }
    }

    private static bool Agree(MaintenanceSchedule schedule, Random random)
    {
        var (fromKilometers, fromDay) = (random.Next(2) * random.Next(300_000), Start.PlusDays(random.Next(2) * random.Next(30_000)));
        var (points, plan) = Compiled(schedule, random, fromDay, fromKilometers);
        var odometer = Odometer.FromKilometers(fromKilometers + Ahead(random, 400_000));
        var today = fromDay.PlusDays(Ahead(random, 70_000));
        if (!points.HoldsAt(today, odometer))
            return true;
        var fast = new MaintenanceStatus[points.Count];
        points.Statuses(today, odometer, fast);
        return fast.SequenceEqual(plan(today, odometer));
    }

    // Short numbers reach 64,766 places ahead: near, far, and about their end.
    private static int Ahead(Random random, int most) => random.Next(4) switch
    {
        0 => random.Next(100),
        1 => random.Next(64_760, 64_775),
        2 => random.Next(40_000),
        _ => random.Next(most),
    };

    private static (DuePoints Points, Func<LocalDate, Odometer, MaintenanceStatus[]> Plan) Compiled(
        MaintenanceSchedule schedule, Random random, LocalDate? fromDay = null, int fromKilometers = 0)
    {
        var vehicle = Workshop.VehicleOf(schedule) with { FirstRegistration = random.Next(4) == 0 ? null : Workshop.Today.PlusDays(-random.Next(8_000)) };
        var resolved = Workshop.Planner.Resolve(schedule, vehicle, random.Next(2) == 0 ? [] : ["A", "C"], (DrivingConditions)random.Next(32));
        var last = new LastService[resolved.Count];
        for (var i = 0; i < last.Length; i++)
        {
            last[i] = new LastService(
                random.Next(3) == 0 ? null : Workshop.Today.PlusDays(-random.Next(4_000)), random.Next(3) == 0 ? null : Odometer.FromKilometers(random.Next(300_000)))
            {
                IsElsewhere = random.Next(4) == 0,
            };
        }

        return (resolved.Compile(fromDay ?? Start, Odometer.FromKilometers(fromKilometers), last), (today, odometer) =>
        {
            var due = new ServiceDue[resolved.Count];
            resolved.Plan(today, odometer, last, due);
            return [.. due.Select(one => one.Status)];
        }
        );
    }
}
