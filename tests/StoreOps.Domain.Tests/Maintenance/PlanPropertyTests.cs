using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

/// <summary>Laws that hold for every schedule of the library, every vehicle and every past.</summary>
public class PlanPropertyTests
{
    private static Gen<LocalDate> AnyDay { get; } = Gen.Choose(0, 44_000).Select(days => new LocalDate(1980, 1, 1).PlusDays(days));

    private static Gen<MaintenanceSituation> AnySituation { get; } =
        from schedule in Gen.Elements(Workshop.Schedules.ToArray())
        from vehicle in VehicleFor(schedule)
        from today in Gen.Choose(0, 9_000).Select(days => new LocalDate(2005, 1, 1).PlusDays(days))
        from kilometers in Gen.Choose(0, 500_000)
        from history in Gen.ListOf(RecordFor(schedule, today, kilometers))
        from severe in Gen.SubListOf("A", "B", "C", "I")
        from driving in Gen.Choose(0, 31)
        from meter in Gen.Choose(0, 100_000)
        from difference in Gen.Choose(0, 30)
        from lit in Gen.SubListOf("engine-oil", "tire-rotation")
        select new MaintenanceSituation
        {
            Vehicle = vehicle with { Id = schedule.Id },
            Today = today,
            Odometer = Odometer.FromKilometers(kilometers),
            History = [.. history],
            SevereUse = [.. severe],
            Driving = (DrivingConditions)driving,
            Meters = [new MeterReading("hev-km", meter)],
            Measurements = [new Measurement("tread-depth-difference", difference / 10m)],
            IndicatorsOn = [.. lit],
        };

    private static Config Many { get; } = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static Arbitrary<MaintenanceSituation> Situations { get; } = AnySituation.ToArbitrary();

    [Fact]
    public void Plan_NoHistory_NothingIsDueAtAnyOdometerOnAnyDay() =>
        Prop.ForAll(Situations, situation =>
            PlanOf(situation with { History = [] }).All(due => !due.IsDue || due.Governing == GoverningLimit.Signal)).Check(Many);

    [Fact]
    public void Plan_TimeAndKilometersPassWithoutService_NothingBecomesLessPressing() =>
        Prop.ForAll(Situations, Gen.Choose(0, 50_000).ToArbitrary(), Gen.Choose(0, 1_500).ToArbitrary(), (situation, kilometers, days) =>
        {
            var later = situation with { Today = situation.Today.PlusDays(days), Odometer = Odometer.FromKilometers(situation.Odometer.Kilometers + kilometers) };
            // Records that today refuses would be facts later: they are no part of this law.
            var history = situation.History.Where(record => !(record.Date > situation.Today) && !(record.Odometer > situation.Odometer)).ToList();
            return PlanOf(situation with { History = [.. history] }).Zip(PlanOf(later with { History = [.. history] }), (now, then) => Pressure(then) >= Pressure(now))
                .All(holds => holds);
        }).Check(Many);

    // A vehicle may grow into a rule that did not hold before; what is open is asked about, and that does not end by waiting.
    private static int Pressure(ServiceDue due) => due.Status switch
    {
        MaintenanceStatus.NotApplicable or MaintenanceStatus.NoServiceRequired => 0,
        MaintenanceStatus.Ok or MaintenanceStatus.DoneElsewhere => 1,
        MaintenanceStatus.Upcoming => 2,
        MaintenanceStatus.Unknown when due.Reason is PlanReason.NoHistory or PlanReason.NoProofOfFirst or PlanReason.RecordIncomplete => 2,
        MaintenanceStatus.Unknown => 0,
        MaintenanceStatus.Due => 3,
        MaintenanceStatus.InTolerance => 4,
        MaintenanceStatus.Overdue => 5,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    [Fact]
    public void Plan_HistoryInAnotherOrder_IsTheSame() =>
        Prop.ForAll(Situations, situation =>
            PlanOf(situation).SequenceEqual(PlanOf(situation with { History = [.. situation.History.Reverse()] }))).Check(Many);

    [Fact]
    public void Plan_MakerSaysNone_IsNeverSoldInNormalUse() =>
        Prop.ForAll(Situations, situation =>
        {
            var rules = Workshop.Schedule(situation.Vehicle.Id).Rules;
            return PlanOf(situation with { SevereUse = [], Driving = DrivingConditions.None }).All(due => !rules[due.RuleIndex].IsNoServiceRequired
                || due.Status is MaintenanceStatus.NoServiceRequired or MaintenanceStatus.NotApplicable);
        }).Check(Many);

    [Fact]
    public void Plan_MonthsRule_IsDueOnTheDayNodaTimeSays() =>
        Prop.ForAll(AnyDay.ToArbitrary(), Gen.Choose(1, 600).ToArbitrary(), (day, months) =>
        {
            var schedule = MonthsRule(months);
            var resolved = Workshop.Planner.Resolve(schedule, Workshop.VehicleOf(schedule) with { FirstRegistration = day });
            var due = new ServiceDue[1];
            resolved.Plan(day, default, new LastService[1], due);
            return due[0].DueDate == day.PlusMonths(months) && due[0].DaysLeft == Period.Between(day, day.PlusMonths(months), PeriodUnits.Days).Days;
        }).Check(Many);

    [Fact]
    public void Plan_EveryDayOfFourCenturies_IsDueOnTheDayNodaTimeSays()
    {
        var schedule = MonthsRule(1);
        var due = new ServiceDue[1];
        for (var day = new LocalDate(1799, 12, 25); day.Year < 2201; day = day.PlusDays(1))
        {
            Workshop.Planner.Resolve(schedule, new Vehicle { Id = "v", FirstRegistration = day }).Plan(day, default, new LastService[1], due);
            Assert.Equal(day.PlusMonths(1), due[0].DueDate);
        }
    }

    [Fact]
    public void LastService_AnyFacts_GivesThemBack() =>
        Prop.ForAll(AnyDay.ToArbitrary(), Gen.Choose(0, Odometer.MaxKilometers).ToArbitrary(), (day, kilometers) =>
            new LastService(day, Odometer.FromKilometers(kilometers)) is { IsRecorded: true } last && last.Date == day && last.Kilometers == kilometers
            && new LastService(day, null) is { Kilometers: null, IsRecorded: true }
            && new LastService(null, Odometer.FromKilometers(kilometers)) is { Date: null, IsRecorded: true }).Check(Many);

    [Fact]
    public void Plan_OfAResolvedSchedule_AllocatesNothing()
    {
        var schedule = Workshop.Schedule("subaru-forester-2021-us");
        var resolved = Workshop.Planner.Resolve(schedule, Workshop.VehicleOf(schedule));
        var last = new LastService[resolved.Count];
        Array.Fill(last, new LastService(Workshop.Today, Odometer.FromKilometers(40_000)));
        var due = new ServiceDue[resolved.Count];
        var odometer = Odometer.FromKilometers(96_000);
        for (var i = 0; i < 100; i++)
            resolved.Plan(Workshop.Today, odometer, last, due);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            resolved.Plan(Workshop.Today, odometer, last, due);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Contains(due, one => one.IsDue);
    }

    private static MaintenanceSchedule MonthsRule(int months) =>
        Workshop.Schedule("generic") with
        {
            Rules = [new MaintenanceRule { ComponentId = "body", Actions = [ServiceAction.Inspect], Limits = new ServiceLimits(null, months) }],
        };

    private static ServiceDue[] PlanOf(MaintenanceSituation situation) =>
        [.. Workshop.Planner.Plan(situation, new ScheduleMatch(Workshop.Schedule(situation.Vehicle.Id), ScheduleMatchLevel.Model)).Services.Select(service => service.Due)];

    private static Gen<Vehicle> VehicleFor(MaintenanceSchedule schedule) =>
        from powertrain in Gen.Elements(schedule.Vehicle.Powertrains.Append(Powertrain.Unknown).ToArray())
        from registration in Gen.OneOf(Gen.Constant((LocalDate?)null), AnyDay.Select(day => (LocalDate?)day))
        from codes in Gen.SubListOf(schedule.Rules.SelectMany(rule => rule.Scope.EngineCodes).Append("other").ToArray())
        from parts in Gen.SubListOf("nickel", "iridium")
        from market in Gen.Elements(null, "Australia", "New Zealand", "China")
        select Workshop.VehicleOf(schedule) with
        {
            Powertrain = powertrain,
            FirstRegistration = registration,
            EngineCodes = [.. codes],
            FittedParts = [.. parts],
            Market = market,
        };

    private static Gen<ServiceRecord> RecordFor(MaintenanceSchedule schedule, LocalDate today, int kilometers) =>
        from rule in Gen.Elements(schedule.Rules.AsEnumerable().ToArray())
        from action in Gen.Elements(Enum.GetValues<ServiceAction>())
        from date in Gen.OneOf(Gen.Constant((LocalDate?)null), Gen.Choose(-4_000, 30).Select(days => (LocalDate?)today.PlusDays(days)))
        from odometer in Gen.OneOf(Gen.Constant((Odometer?)null), Gen.Choose(0, kilometers + 5_000).Select(km => (Odometer?)Odometer.FromKilometers(km)))
        select new ServiceRecord(rule.ComponentId, action, date, odometer);
}
