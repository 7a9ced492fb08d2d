using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

public class PowertrainMatchTests
{
    private static readonly Vehicle Mazda3 = new() { Id = "v", Make = "Mazda", Model = "Mazda3", ModelYear = 2016 };

    [Theory]
    [InlineData(Powertrain.Unknown, "generic", ScheduleMatchLevel.Generic)]
    [InlineData(Powertrain.Petrol, "mazda3-2016-au-petrol", ScheduleMatchLevel.ModelYear)]
    [InlineData(Powertrain.Diesel, "mazda3-2016-au-diesel", ScheduleMatchLevel.ModelYear)]
    public void Find_PetrolAndDieselOfOneModel_IsDecidedByThePowertrainAlone(Powertrain powertrain, string schedule, ScheduleMatchLevel level)
    {
        var match = ScheduleLibrary.BuiltIn.Find(Mazda3 with { Powertrain = powertrain });
        Assert.Equal((schedule, level), (match.Schedule.Id, match.Level));
    }

    [Fact]
    public void Find_OneScheduleOfTheModel_NeedsNoPowertrain() =>
        Assert.Equal("mazda2-2019-il-petrol", ScheduleLibrary.BuiltIn.Find(Mazda3 with { Model = "Mazda2", ModelYear = 2019 }).Schedule.Id);
}
