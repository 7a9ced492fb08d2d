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
}
