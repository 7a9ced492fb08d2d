using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Visits;

/// <summary>The services of a maintenance plan as visit planning sees them.</summary>
internal sealed class PlanItems
{
    // As PlanningOptions counts an early service on a grid for the point ahead of it where the maker states no window.
    private const int CountsEarlyKilometers = 3_000;

    private readonly MaintenancePlan _plan;
    private readonly VisitOptions _options;

    public PlanItems(MaintenancePlan plan, VisitOptions options)
    {
        _plan = plan;
        _options = options;
        for (var i = 0; i < plan.Services.Length; i++)
            Add(plan.Services[i], i);
    }

    public List<VisitItem> Items { get; } = [];

    /// <summary>Gets the service of each item.</summary>
    public List<PlannedService> Services { get; } = [];

    private void Add(PlannedService service, int index)
    {
        if (service.Status is MaintenanceStatus.NotApplicable or MaintenanceStatus.NoServiceRequired or MaintenanceStatus.Unknown)
            return;
        var (dueKilometers, dueDate) = NextDue(service);
        if (dueKilometers is null && dueDate is null)
            return;
        var rule = service.Rule;
        var every = service.Limits.EveryKilometers;
        var item = new VisitItem
        {
            Id = string.Concat(service.Component.Id, "/", index.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            DueKilometers = dueKilometers,
            DueDate = dueDate,
            EveryKilometers = every,
            EveryMonths = service.Limits.EveryMonths,
            LateKilometers = _options.UsesTolerance ? rule.Tolerance.Kilometers ?? 0 : 0,
            LateDays = _options.UsesTolerance ? rule.Tolerance.Days ?? 0 : 0,
            CostPerLife = service.Action is ServiceAction.Replace or ServiceAction.Service ? _options.ReplacementCost : _options.WorkCost,
        };
        if (every is { } step && rule.Anchor != IntervalAnchor.LastDone)
        {
            item = item with
            {
                GridFromKilometers = rule.Anchor == IntervalAnchor.Grid ? 0 : service.Limits.FirstDueKilometers,
                GridFirstKilometers = rule.Anchor == IntervalAnchor.Grid ? service.Limits.FirstDueKilometers : null,
                EarlyKilometers = rule.Tolerance.Kilometers ?? Math.Min(CountsEarlyKilometers, step / 4),
            };
        }

        if (every is null && !rule.PointsKilometers.IsEmpty && dueKilometers is { } first)
            AddPoints(service, item, first);
        else
            Add(service, item);
    }

    // A list of points has no one interval: each point is a service of its own, whose life began at the point before it.
    private void AddPoints(PlannedService service, VisitItem item, int first)
    {
        var before = 0;
        for (var point = service.NextScheduledKilometers(-1); point is { } here && here < first; point = service.NextScheduledKilometers(here))
            before = here;
        var end = Math.Min(Odometer.MaxKilometers, _plan.Situation.Odometer.Kilometers + (long)_options.HorizonKilometers);
        for (int? point = first; point is { } here && (here == first || here <= end); point = service.NextScheduledKilometers(here))
        {
            var life = Math.Max(1, here - before);
            Add(service, item with
            {
                Id = string.Concat(item.Id, "@", here.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                DueKilometers = here,
                DueDate = here == first ? item.DueDate : null,
                EveryMonths = null,
                LifeKilometers = life,
                EarlyKilometers = life - 1,
            });
            before = here;
        }
    }

    private void Add(PlannedService service, VisitItem item)
    {
        Items.Add(item);
        Services.Add(service);
    }

    private (int? Kilometers, LocalDate? Date) NextDue(PlannedService service)
    {
        var due = service.Due;
        int? kilometers = due.DueKilometers is >= 0 and <= Odometer.MaxKilometers ? due.DueKilometers : null;
        // An indicator, a measurement, an event or another meter calls for it today, whatever the limits say.
        if (due.IsDue && !(due.KilometersLeft <= 0) && !(due.DaysLeft <= 0))
            return (kilometers, _plan.Situation.Today);
        if (service.Status == MaintenanceStatus.Deferred)
        {
            foreach (var deferral in _plan.Situation.Deferrals)
            {
                if (deferral.Action == service.Action && (deferral.ComponentId == service.Component.Id || deferral.ComponentId == service.Item?.Id))
                    return (deferral.UntilOdometer?.Kilometers, deferral.UntilDate);
            }
        }

        return (kilometers, due.DueDate);
    }
}
