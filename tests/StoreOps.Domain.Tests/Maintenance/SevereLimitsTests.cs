using StoreOps.Domain.Maintenance;

namespace StoreOps.Domain.Tests.Maintenance;

/// <summary>Severe limits stand over the normal ones part by part: what they do not state stays, unless it would contradict them.</summary>
public class SevereLimitsTests
{
    [Theory]
    [InlineData("\"everyKilometers\":5000", 5_000, 12, null, 24)]
    [InlineData("\"everyMonths\":6", 10_000, 6, 20_000, null)]
    [InlineData("\"everyKilometers\":5000,\"everyMonths\":6", 5_000, 6, null, null)]
    [InlineData("\"everyKilometers\":5000,\"timeIndependent\":true", 5_000, null, null, null)]
    [InlineData("\"everyKilometers\":5000,\"timeIndependent\":false", 5_000, 12, null, 24)]
    [InlineData("\"everyKilometers\":5000,\"firstKilometers\":7000,\"everyMonths\":6,\"firstMonths\":9", 5_000, 6, 7_000, 9)]
    [InlineData("\"firstKilometers\":7000,\"firstMonths\":9", 10_000, 12, 7_000, 9)]
    public void Plan_SevereUse_TakesWhatSevereStatesAndKeepsTheRest(string severe, int? kilometers, int? months, int? firstKilometers, int? firstMonths)
    {
        var schedule = Workshop.Rules("""
            {"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"everyMonths":12,"firstKilometers":20000,"firstMonths":24,
             "severe":{"when":["A"],#}}
            """.Replace("#", severe, StringComparison.Ordinal));
        Assert.Equal(new ServiceLimits(kilometers, months, firstKilometers, firstMonths), Limits("A"));
        Assert.Equal(new ServiceLimits(10_000, 12, 20_000, 24), Limits(string.Empty));

        ServiceLimits Limits(string use) => Workshop.Plan(schedule, 1_000, severe: use).Of("engine-oil", ServiceAction.Replace).Limits;
    }
}
