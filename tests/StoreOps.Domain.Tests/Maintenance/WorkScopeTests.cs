using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

public class WorkScopeTests
{
    private static MaintenanceCatalog Catalog => MaintenanceCatalog.BuiltIn;

    [Fact]
    public void Of_TimingBelt_BringsTheCoolantOnce()
    {
        var scope = WorkScope.Of([("engine-coolant", ServiceAction.Inspect), ("timing-belt", ServiceAction.Replace)], Catalog, Powertrain.Petrol);
        // The pump is a part of the belt's kit; its coolant is one line, made stronger, not a second one.
        Assert.Equal(
            [new ScopedWork("engine-coolant", ServiceAction.Replace, ScopedWorkKind.Asked), new ScopedWork("timing-belt", ServiceAction.Replace, ScopedWorkKind.Asked)],
            scope.Lines);
        Assert.Contains(Catalog.FindItem("timing-belt")!.Slots, slot => slot.Id == "water-pump");
    }

    [Fact]
    public void Of_NewTires_SuppressRotationAndContainTheBalance()
    {
        var scope = WorkScope.Of(
            [("tire-rotation", ServiceAction.Rotate), ("wheel-balance", ServiceAction.Adjust), ("tire-replacement", ServiceAction.Replace)], Catalog);
        Assert.Equal(["tire-replacement"], scope.Lines.Select(line => line.ComponentId));
        Assert.Equal((ScopedWorkKind.Suppressed, "tire-replacement"), Of(scope, "tire-rotation"));
        Assert.Equal((ScopedWorkKind.Included, "tire-replacement"), Of(scope, "wheel-balance"));
    }

    [Fact]
    public void Of_Electric_GetsNoOil()
    {
        var scope = WorkScope.Of([("engine-oil", ServiceAction.Replace)], Catalog, Powertrain.Electric);
        Assert.DoesNotContain(scope.Work, work => work.ComponentId == "oil-filter");
        Assert.Contains(WorkScope.Of([("engine-oil", ServiceAction.Replace)], Catalog, Powertrain.Petrol).Lines, work => work is { ComponentId: "oil-filter", Kind: ScopedWorkKind.Required, BecauseOf: "engine-oil" });
    }

    [Fact]
    public void Of_Inspection_BringsNothing() =>
        Assert.Single(WorkScope.Of([("timing-belt", ServiceAction.Inspect)], Catalog, Powertrain.Petrol).Work);

    [Fact]
    public void Of_Together_IsSuggestedAndNoLine()
    {
        var scope = WorkScope.Of([("cabin-filter", ServiceAction.Replace)], Catalog);
        Assert.Equal((ScopedWorkKind.Suggested, "cabin-filter"), Of(scope, "ac-system"));
        Assert.Equal(["cabin-filter"], scope.Lines.Select(line => line.ComponentId));
    }

    [Fact]
    public void Of_Conflict_MarksTheLessImportant()
    {
        var catalog = Load("""
            {"number":1,"id":"a","name":{"zh":"甲","en":"A"},"actions":["replace"],"powertrains":["petrol"],"slots":[],"relations":[{"kind":"conflicts","item":"b"}]},
            {"number":2,"id":"b","name":{"zh":"乙","en":"B"},"actions":["replace"],"powertrains":["petrol"],"slots":[]}
            """);
        Assert.Equal((ScopedWorkKind.Conflicting, "a"), Of(WorkScope.Of([("a", ServiceAction.Replace), ("b", ServiceAction.Replace)], catalog), "b"));
        Assert.Equal((ScopedWorkKind.Conflicting, "b"), Of(WorkScope.Of([("b", ServiceAction.Replace), ("a", ServiceAction.Replace)], catalog), "a"));
    }

    [Fact]
    public void Of_AnyTwoItems_HasEachOnceAndALineForWhatWasAskedUnlessAnotherMakesItUnnecessary()
    {
        foreach (var one in Catalog.Items)
        {
            foreach (var other in Catalog.Items)
            {
                var scope = WorkScope.Of([(one.Id, ServiceAction.Replace), (other.Id, ServiceAction.Replace)], Catalog);
                Assert.Equal(scope.Work.Length, scope.Work.Select(work => work.ComponentId).Distinct().Count());
                Assert.All(scope.Work, work => Assert.Equal(work.Kind == ScopedWorkKind.Asked, work.BecauseOf is null));
                Assert.NotEmpty(scope.Lines);
            }
        }
    }

    private static (ScopedWorkKind Kind, string? Because) Of(WorkScope scope, string id)
    {
        var work = scope.Work.Single(one => one.ComponentId == id);
        return (work.Kind, work.BecauseOf);
    }

    private static MaintenanceCatalog Load(string items)
    {
        var isRead = MaintenanceCatalog.TryLoad(
            System.Text.Encoding.UTF8.GetBytes("{\"schemaVersion\":1,\"slots\":[],\"items\":[" + items + "],\"components\":[]}"), out var catalog, out var issues);
        Assert.True(isRead, string.Join("; ", issues));
        return catalog!;
    }
}
