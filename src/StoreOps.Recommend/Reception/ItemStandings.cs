using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Reception;

/// <summary>What the plan of one vehicle says of the items of the catalog.</summary>
internal sealed class ItemStandings
{
    private readonly ModelLinks _links;
    private readonly PlannedService?[] _services;
    private readonly bool[] _isOff;
    private readonly bool[] _isNoService;

    public ItemStandings(ModelLinks links, MaintenancePlan plan, Powertrain powertrain)
    {
        _links = links;
        var items = links.Catalog.Items;
        (_services, _isOff, _isNoService) = (new PlannedService?[items.Length], new bool[items.Length], new bool[items.Length]);
        // An item of which the plan has no line is on the vehicle, as far as its powertrain has it.
        foreach (var service in plan.Services)
        {
            if (PlaceOf(service) is >= 0 and var place)
                _isOff[place] |= service.Status == MaintenanceStatus.NotApplicable;
        }

        foreach (var service in plan.Services)
        {
            if (service.Status == MaintenanceStatus.NotApplicable || PlaceOf(service) is not (>= 0 and var place))
                continue;
            _isOff[place] = false;
            _isNoService[place] |= service.Status == MaintenanceStatus.NoServiceRequired;
            if (service.Action == ModelLinks.MainAction(items[place]) && (_services[place] is not { } before || IsNearer(service, before)))
                _services[place] = service;
        }

        for (var place = 0; place < items.Length; place++)
            _isOff[place] |= !items[place].AppliesTo(powertrain);
    }

    /// <summary>Returns the line that has an item replaced, or done in full; of several the nearest to its limit.</summary>
    /// <param name="place">The item's place in the catalog.</param>
    public PlannedService? ServiceOf(int place) => _services[place];

    public bool IsOnVehicle(int place) => !_isOff[place];

    public bool NeedsNoService(int place) => _isNoService[place];

    /// <summary>Returns how much of an item's interval is used up, in percent; null where the plan does not know.</summary>
    public static int? PercentUsed(PlannedService service) => Candidate.StandingOf(service) switch
    {
        Candidate.Standing.Due => Math.Max(100, Scoring.PercentUsed(service) ?? 100),
        Candidate.Standing.Upcoming or Candidate.Standing.Ok => Scoring.PercentUsed(service),
        _ => null,
    };

    private int PlaceOf(PlannedService service) => service.Item is { } item ? _links.PlaceOf(item.Id) : -1;

    private static bool IsNearer(PlannedService one, PlannedService other) =>
        (PercentUsed(one) ?? -1) > (PercentUsed(other) ?? -1);
}
