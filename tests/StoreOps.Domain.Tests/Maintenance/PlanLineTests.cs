using NodaTime;

using StoreOps.Domain.Maintenance;

namespace StoreOps.Domain.Tests.Maintenance;

/// <summary>What each line of a plan says of itself: where it comes from and how far it is to be trusted.</summary>
public class PlanLineTests
{
    private const string Oil = """{"component":"engine-oil","actions":["replace"],"everyKilometers":10000}""";

    [Theory]
    [InlineData(ScheduleMatchLevel.ModelYear, false, false, ScheduleConfidence.High)]
    [InlineData(ScheduleMatchLevel.Model, false, false, ScheduleConfidence.Medium)]
    [InlineData(ScheduleMatchLevel.ModelYear, true, false, ScheduleConfidence.Medium)]
    [InlineData(ScheduleMatchLevel.ModelYear, false, true, ScheduleConfidence.Low)]
    public void ConfidenceOf_IsTheWeakestOfSourceFitAndHistory(ScheduleMatchLevel level, bool isEstimated, bool isUnknown, ScheduleConfidence expected)
    {
        var schedule = Workshop.Rules(Oil);
        var done = Workshop.Done("engine-oil", ServiceAction.Replace, 5_000, Workshop.Today) with { IsOdometerEstimated = isEstimated };
        var situation = Workshop.Plan(schedule, 60_000, isUnknown ? [] : [done]).Situation;
        var plan = Workshop.Planner.Plan(situation, new ScheduleMatch(schedule, level));
        Assert.Equal(expected, plan.ConfidenceOf(plan.Of("engine-oil", ServiceAction.Replace)));
    }

    [Theory]
    [InlineData(LayerOrigin.BuiltIn)]
    [InlineData(LayerOrigin.Shop)]
    public void ConfidenceOf_IsWhatTheScheduleDeclares_WhoeverHasWrittenIt(LayerOrigin origin)
    {
        foreach (var declared in Enum.GetValues<ScheduleConfidence>())
        {
            var schedule = Modern(Workshop.Rules(Oil)) with { Confidence = declared, Edition = "2026-03" };
            var library = origin == LayerOrigin.BuiltIn
                ? ScheduleLibrary.BuiltIn.With([schedule])
                : ScheduleLibrary.BuiltIn.With(new ScheduleLayer { Id = "own", Edition = "9", Origin = origin, Schedules = [schedule] });
            var plan = PlanBy(library, schedule);
            var line = plan.Of("engine-oil", ServiceAction.Replace);
            Assert.Equal(new LineSource(origin, "test") { Edition = "2026-03" }, plan.SourceOf(line));
            Assert.Equal(declared, plan.ConfidenceOf(line));
        }
    }

    [Theory]
    [InlineData("'everyKilometers':10000", 5_000, null, ScheduleConfidence.High)]
    [InlineData("'everyKilometers':10000,'everyMonths':12", 5_000, null, ScheduleConfidence.Low)]
    [InlineData("'everyKilometers':10000,'everyMonths':12", 5_000, 6, ScheduleConfidence.High)]
    [InlineData("'everyKilometers':10000,'firstKilometers':15000", 5_000, null, ScheduleConfidence.Low)]
    [InlineData("'everyKilometers':10000,'firstMonths':6,'everyMonths':12", 5_000, 12, ScheduleConfidence.Low)]
    [InlineData("'everyKilometers':10000,'meterLimit':{'meter':'engine-hours','every':250}", 5_000, null, ScheduleConfidence.Low)]
    [InlineData("'everyKilometers':10000,'severe':{'everyKilometers':3000}", 5_000, null, ScheduleConfidence.Low, "A")]
    [InlineData("'everyKilometers':10000,'severe':{'everyKilometers':7000}", 5_000, null, ScheduleConfidence.High, "A")]
    public void ConfidenceOf_UnderAnOverride_IsHighOnlyWhereItStatesEveryLimit(
        string limits, int kilometers, int? months, ScheduleConfidence expected, string? severeUse = null)
    {
        var oil = """{"component":"engine-oil","actions":["replace"],#}""".Replace("#", limits.Replace('\'', '"'), StringComparison.Ordinal);
        var schedule = Modern(Workshop.Rules(oil)) with { Confidence = ScheduleConfidence.Low, SevereConditions = [new SevereCondition("A", "dust")] };
        var plan = PlanBy(ScheduleLibrary.BuiltIn.With([schedule]).With(Override(kilometers, months)), schedule, severeUse);
        var line = plan.Of("engine-oil", ServiceAction.Replace);
        Assert.Equal(new LineSource(LayerOrigin.Chain, "north") { Edition = "7" }, plan.SourceOf(line));
        Assert.Equal(expected, plan.ConfidenceOf(line));
    }

    [Theory]
    [InlineData(3_000, ScheduleConfidence.High, ScheduleConfidence.Low)]
    [InlineData(null, ScheduleConfidence.Low, ScheduleConfidence.Low)]
    public void ConfidenceOf_UnderStatedSevereLimits_IsHighInSevereUseAlone(int? hard, ScheduleConfidence inSevereUse, ScheduleConfidence otherwise)
    {
        var schedule = Modern(Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"severe":{"everyKilometers":4000}}"""))
            with
        { Confidence = ScheduleConfidence.Low, SevereConditions = [new SevereCondition("A", "dust")] };
        var layer = Override(20_000, null);
        layer = layer with { Overrides = [layer.Overrides[0] with { Limits = new ServiceLimits(null, null, 10_000), SevereLimits = new ServiceLimits(hard, null, 3_000) }] };
        var library = ScheduleLibrary.BuiltIn.With([schedule]).With(layer);
        var (severe, normal) = (PlanBy(library, schedule, "A"), PlanBy(library, schedule));
        Assert.Equal(inSevereUse, severe.ConfidenceOf(severe.Of("engine-oil", ServiceAction.Replace)));
        Assert.Equal(otherwise, normal.ConfidenceOf(normal.Of("engine-oil", ServiceAction.Replace)));
    }

    [Fact]
    public void SourceOf_WhatFollowsAnOverriddenService_IsTheSameLayer()
    {
        const string others = """,{"component":"tire-rotation","actions":["rotate"],"follows":"engine-oil"},{"component":"cabin-air-filter","actions":["replace"],"everyKilometers":5000}""";
        var schedule = Modern(Workshop.Rules(Oil + others));
        var plan = PlanBy(ScheduleLibrary.BuiltIn.With([schedule]).With(Override(5_000, null)), schedule);
        Assert.Equal(LayerOrigin.Chain, plan.SourceOf(plan.Of("tire-rotation", ServiceAction.Rotate)).Origin);
        Assert.Equal(LayerOrigin.BuiltIn, plan.SourceOf(plan.Of("cabin-air-filter", ServiceAction.Replace)).Origin);
    }

    [Fact]
    public void SourceOf_IsTheLayerWithTheLastWord()
    {
        var schedule = Workshop.Schedule("mazda3-2016-au-petrol");
        var layer = new ScheduleLayer
        {
            Id = "north",
            Origin = LayerOrigin.Chain,
            Overrides =
            [
                new IntervalOverride
                {
                    ComponentId = "engine-oil", Action = ServiceAction.Replace, Limits = new ServiceLimits(5_000, null, null, null),
                    EffectiveFrom = new LocalDate(2026, 1, 1), Reason = "dust",
                },
            ],
        };
        var situation = Workshop.Plan(schedule, 60_000).Situation;
        var plan = new MaintenancePlanner(library: ScheduleLibrary.BuiltIn.With(layer)).Plan(situation);
        Assert.Equal(new LineSource(LayerOrigin.Chain, "north"), plan.SourceOf(plan.Of("engine-oil", ServiceAction.Replace)));
        var untouched = plan.Services.First(service => service.Component.Id != "engine-oil");
        Assert.Equal(new LineSource(LayerOrigin.BuiltIn, plan.Match.Schedule.Id), plan.SourceOf(untouched));
    }

    [Fact]
    public void FindByKey_AVehicleOfAnotherSystem_FindsItsSchedule()
    {
        var text = Workshop.Frame.Replace("\"models\":", "\"keys\":[{\"system\":\"tecdoc-ktype\",\"value\":\"58312\"}],\"models\":", StringComparison.Ordinal).Replace("#", Oil, StringComparison.Ordinal);
        Assert.True(MaintenanceSchedule.TryLoad(System.Text.Encoding.UTF8.GetBytes(text), out var schedule, out _));
        var library = ScheduleLibrary.BuiltIn.With([schedule]);
        Assert.Equal("test", Assert.Single(library.FindByKey(new ExternalKey("tecdoc-ktype", "58312"))).Id);
        Assert.Empty(library.FindByKey(new ExternalKey("tecdoc-ktype", "58313")));
        var empty = text.Replace("58312", string.Empty, StringComparison.Ordinal);
        Assert.False(MaintenanceSchedule.TryLoad(System.Text.Encoding.UTF8.GetBytes(empty), out _, out var issues));
        Assert.Equal(("SOD046", "$.vehicle.keys[0]"), (issues[0].Code, issues[0].Path));
    }

    [Fact]
    public void DrivingQuestions_AskEachConditionOnceInBothLanguages()
    {
        Assert.Equal(
            Enum.GetValues<DrivingConditions>().Where(one => one != DrivingConditions.None),
            DrivingQuestion.All.Select(question => question.Condition));
        Assert.All(DrivingQuestion.All, question => Assert.NotEqual(question.Text.Chinese, question.Text.English));
        Assert.Equal(DrivingConditions.ShortTrips | DrivingConditions.Idling, DrivingQuestion.Answer([DrivingQuestion.All[0], DrivingQuestion.All[4]]));
    }

    // Of stated model years, so that the fit is not what keeps the confidence down.
    private static MaintenanceSchedule Modern(MaintenanceSchedule schedule) => schedule with { Vehicle = schedule.Vehicle with { FromModelYear = 2020 } };

    private static ScheduleLayer Override(int kilometers, int? months) => new()
    {
        Id = "north",
        Edition = "7",
        Origin = LayerOrigin.Chain,
        Overrides =
        [
            new IntervalOverride
            {
                ScheduleId = "test", ComponentId = "engine-oil", Action = ServiceAction.Replace, Limits = new ServiceLimits(kilometers, months),
                EffectiveFrom = new LocalDate(2026, 1, 1), Reason = "dust",
            },
        ],
    };

    // Every line is done and recorded, so that the source alone decides.
    private static MaintenancePlan PlanBy(ScheduleLibrary library, MaintenanceSchedule schedule, string? severeUse = null) =>
        new MaintenancePlanner(library: library).Plan(new MaintenanceSituation
        {
            Vehicle = Workshop.VehicleOf(schedule) with { ModelYear = 2022 },
            Today = Workshop.Today,
            Odometer = StoreOps.Domain.Vehicles.Odometer.FromKilometers(60_000),
            History = [.. schedule.Rules.Select(rule => Workshop.Done(rule.ComponentId, rule.Action, 58_000, Workshop.Today))],
            SevereUse = severeUse is null ? [] : [severeUse],
        });
}
