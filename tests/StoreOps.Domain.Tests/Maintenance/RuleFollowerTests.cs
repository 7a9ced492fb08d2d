using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

/// <summary>Which rule's limits a rule has that follows another's service.</summary>
public class RuleFollowerTests
{
    private const string Follower = """{"component":"oil-filter","actions":["replace"],"follows":"engine-oil"}""";

    private const string Diesel = """{"component":"engine-oil","actions":["replace"],"everyKilometers":20000,"powertrains":["diesel"]}""";

    private const string Petrol = """{"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"powertrains":["petrol"]}""";

    private const string NoneNeeded = """{"component":"engine-oil","actions":["replace"],"noServiceRequired":true}""";

    [Theory]
    [InlineData(Powertrain.Petrol, 10_000)]
    [InlineData(Powertrain.Diesel, 20_000)]
    public void Plan_RulesForOtherVariantsBefore_FollowsTheOneThatHolds(Powertrain powertrain, int every)
    {
        Assert.Equal(every, Plan(powertrain, Diesel, Petrol, Follower).Limits.EveryKilometers);
        Assert.Equal(every, Plan(powertrain, Follower, Petrol, Diesel).Limits.EveryKilometers);
    }

    [Fact]
    public void Plan_WhatNeedsNoService_IsNotFollowed() =>
        Assert.Equal(10_000, Plan(Powertrain.Petrol, NoneNeeded, Petrol, Follower).Limits.EveryKilometers);

    [Fact]
    public void Plan_NothingLeftToFollow_HasNoLimits()
    {
        var service = Plan(Powertrain.Petrol, NoneNeeded, Diesel, Follower);
        Assert.True(service.Limits.IsEmpty);
        Assert.Equal((MaintenanceStatus.Unknown, PlanReason.NoIntervalStated), (service.Status, service.Due.Reason));
    }

    [Fact]
    public void Plan_AnotherFollowerOfTheSame_IsNotFollowed()
    {
        const string own = """{"component":"oil-filter","actions":["inspect"],"everyKilometers":7000}""";
        const string second = """{"component":"drain-plug","actions":["inspect"],"follows":"oil-filter"}""";
        var schedule = Workshop.Rules(string.Join(',', Follower, own, second, Petrol));
        var plan = Workshop.Plan(schedule, 1_000, vehicle: Workshop.VehicleOf(schedule) with { Powertrain = Powertrain.Petrol });
        Assert.Equal(7_000, plan.Of("drain-plug", ServiceAction.Inspect).Limits.EveryKilometers);
        Assert.Equal(10_000, plan.Of("oil-filter", ServiceAction.Replace).Limits.EveryKilometers);
    }

    [Fact]
    public void Plan_OnAnotherVariant_DoesNotFollow()
    {
        var follower = Follower.Replace("}", ",\"powertrains\":[\"diesel\"]}", StringComparison.Ordinal);
        var schedule = Workshop.Rules(Petrol + "," + follower);
        var plan = Workshop.Plan(schedule, 1_000, vehicle: Workshop.VehicleOf(schedule) with { Powertrain = Powertrain.Petrol });
        Assert.Equal(MaintenanceStatus.NotApplicable, plan.Services[1].Status);
        Assert.True(plan.Services[1].Limits.IsEmpty);
    }

    private static PlannedService Plan(Powertrain powertrain, params string[] rules)
    {
        var schedule = Workshop.Rules(string.Join(',', rules));
        return Workshop.Plan(schedule, 1_000, vehicle: Workshop.VehicleOf(schedule) with { Powertrain = powertrain }).Of("oil-filter", ServiceAction.Replace);
    }
}
