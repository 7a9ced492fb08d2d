using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

public class ScheduleLibraryTests
{
    private static ScheduleLibrary BuiltIn => ScheduleLibrary.BuiltIn;

    [Theory]
    [InlineData("mazda", "MAZDA3", 2016, Powertrain.Petrol, "mazda3-2016-au-petrol", ScheduleMatchLevel.ModelYear)]
    [InlineData("Mazda", "Mazda3", 2016, Powertrain.Diesel, "mazda3-2016-au-diesel", ScheduleMatchLevel.ModelYear)]
    [InlineData("Mazda", "Mazda3", null, Powertrain.Petrol, "mazda3-2016-au-petrol", ScheduleMatchLevel.Model)]
    [InlineData("Mazda", "Mazda3", 2015, Powertrain.Petrol, "generic", ScheduleMatchLevel.Generic)]
    [InlineData("Mazda", "Mazda3", 2017, Powertrain.Petrol, "generic", ScheduleMatchLevel.Generic)]
    [InlineData("Mazda", "Mazda3", 2016, Powertrain.Electric, "generic", ScheduleMatchLevel.Generic)]
    [InlineData("Mazda", "CX-5", 2016, Powertrain.Petrol, "generic", ScheduleMatchLevel.Generic)]
    [InlineData("Mazda", null, 2016, Powertrain.Petrol, "generic", ScheduleMatchLevel.Generic)]
    [InlineData("Kia", "Mazda3", 2016, Powertrain.Petrol, "generic", ScheduleMatchLevel.Generic)]
    [InlineData(null, "Mazda3", 2016, Powertrain.Petrol, "generic", ScheduleMatchLevel.Generic)]
    [InlineData("Skoda", "Octavia", 2019, Powertrain.Petrol, "skoda-uae-petrol", ScheduleMatchLevel.Make)]
    [InlineData("Skoda", null, null, Powertrain.Unknown, "skoda-uae-petrol", ScheduleMatchLevel.Make)]
    [InlineData("Skoda", "Enyaq", 2023, Powertrain.Electric, "generic", ScheduleMatchLevel.Generic)]
    [InlineData("Tesla", "Model 3", 2020, Powertrain.Electric, "tesla-model3-2017-2023", ScheduleMatchLevel.ModelYear)]
    [InlineData("Tesla", "Model 3", 2024, Powertrain.Electric, "generic", ScheduleMatchLevel.Generic)]
    [InlineData("BYD", "秦PLUS DM-i", 2023, Powertrain.PlugInHybrid, "byd-qin-plus-dmi-cn", ScheduleMatchLevel.Model)]
    [InlineData("*", null, null, Powertrain.Petrol, "generic", ScheduleMatchLevel.Generic)]
    public void Find_Vehicle_IsNeverAnothersSchedule(string? make, string? model, int? year, Powertrain powertrain, string id, ScheduleMatchLevel level)
    {
        var match = BuiltIn.Find(new Vehicle { Id = "v", Make = make, Model = model, ModelYear = year, Powertrain = powertrain });
        Assert.Equal((id, level), (match.Schedule.Id, match.Level));
        Assert.Equal(level == ScheduleMatchLevel.Generic, match.Schedule.IsGeneric);
    }

    [Fact]
    public void With_SameId_ReplacesTheOld()
    {
        var own = Workshop.Schedule("kia-ev6-2025-eu") with { Coverage = "ours" };
        var library = BuiltIn.With([own]);
        Assert.Equal(BuiltIn.Schedules.Length, library.Schedules.Length);
        Assert.Same(own, library.Find(Workshop.VehicleOf(own)).Schedule);
        Assert.NotSame(own, BuiltIn.Find(Workshop.VehicleOf(own)).Schedule);
    }

    [Fact]
    public void With_NewId_ComesBeforeWhatFitsAlikeAndAfterWhatFitsBetter()
    {
        var own = Workshop.Schedule("kia-ev6-2025-eu") with { Id = "ours" };
        Assert.Same(own, BuiltIn.With([own]).Find(Workshop.VehicleOf(own)).Schedule);
        var wholeMake = own with { Vehicle = own.Vehicle with { Models = [] } };
        Assert.Equal("kia-ev6-2025-eu", BuiltIn.With([wholeMake]).Find(Workshop.VehicleOf(own)).Schedule.Id);
    }

    [Fact]
    public void Find_TwoMarkets_PrefersTheVehicles()
    {
        var europe = Workshop.Schedule("kia-ev6-2025-eu");
        var china = europe with { Id = "china", Vehicle = europe.Vehicle with { Market = "China" } };
        var library = BuiltIn.With([europe, china]);
        var vehicle = Workshop.VehicleOf(europe);
        Assert.Equal("china", library.Find(vehicle with { Market = "china" }).Schedule.Id);
        Assert.Equal("kia-ev6-2025-eu", library.Find(vehicle with { Market = "Europe" }).Schedule.Id);
        Assert.Equal("kia-ev6-2025-eu", library.Find(vehicle).Schedule.Id);
        Assert.Equal("kia-ev6-2025-eu", library.Find(vehicle with { Market = string.Empty }).Schedule.Id);
    }

    [Fact]
    public void Find_MarketThatIsNoWordOfTheSchedules_IsNoPreference()
    {
        // "U" is not "US", and "US" is not "USSR".
        var first = Workshop.Schedule("kia-ev6-2025-eu");
        var second = first with { Id = "second", Vehicle = first.Vehicle with { Market = "US" } };
        var vehicle = Workshop.VehicleOf(first) with { Market = "U" };
        Assert.Equal("kia-ev6-2025-eu", BuiltIn.With([first, second]).Find(vehicle).Schedule.Id);
        Assert.Equal("second", BuiltIn.With([first, second]).Find(vehicle with { Market = "us" }).Schedule.Id);
    }
}
