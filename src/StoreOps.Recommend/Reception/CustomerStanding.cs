using System.Collections.Immutable;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;
using StoreOps.Rules.FollowUps;
using StoreOps.Rules.Lifecycle;

namespace StoreOps.Recommend.Reception;

/// <summary>Where the customer stands, and whom to contact when.</summary>
internal static class CustomerStanding
{
    public static LifecycleAssessment? Classify(
        Arrival arrival,
        Vehicle vehicle,
        MaintenancePlan plan,
        OdometerAssessment odometer,
        LifecycleClassifier classifier,
        ImmutableArray<ReceptionFinding>.Builder findings)
    {
        if (arrival.Customer is not { } customer)
            return null;
        foreach (var visit in customer.Visits.Where(visit => visit.Date > arrival.Date))
            findings.Add(new ReceptionFinding(ReceptionFindingKind.VisitInFuture, NodaTime.Text.LocalDatePattern.Iso.Format(visit.Date)));
        return classifier.Classify(new LifecycleSituation
        {
            AsOf = arrival.Date,
            VehicleId = vehicle.Id,
            Visits = [.. customer.Visits.Where(visit => visit.VehicleId == vehicle.Id && visit.Date < arrival.Date)],
            PriorIntervalDays = PriorIntervalDays(plan, odometer),
            IsOptedOut = false,
        });
    }

    public static FollowUpPlan? FollowUp(Arrival arrival, MaintenancePlan plan, LifecycleAssessment? lifecycle, FollowUpPlanner planner)
    {
        if (arrival.Customer is not { } customer)
            return null;
        var isOptedOut = !customer.ContactPoints.IsEmpty && customer.ContactPoints.All(point => point.IsOptedOut);
        return planner.Plan(new FollowUpSituation
        {
            AsOf = arrival.Date,
            CustomerId = customer.Id,
            IsOptedOut = isOptedOut,
            DueDates = [.. plan.Services.Where(HasDueDate).Select(service => new SubjectDay(service.Component.Id, service.Due.DueDate!.Value)).Distinct()],
            NextTransitionOn = lifecycle?.NextTransitionOn,
            Benefits = [.. arrival.HeldPackages.Where(held => held.UsesLeft > 0).Select(held => new SubjectDay(held.PackageId, held.ValidUntil)).Distinct()],
        });
    }

    private static bool HasDueDate(PlannedService service) =>
        service.Status is MaintenanceStatus.Ok or MaintenanceStatus.Upcoming && service.Action == ServiceAction.Replace && service.Due.DueDate is not null;

    // How often a car of this schedule and this use would come by itself: the shortest repeat interval of anything that is replaced.
    private static int? PriorIntervalDays(MaintenancePlan plan, OdometerAssessment odometer)
    {
        int? shortest = null;
        foreach (var service in plan.Services)
        {
            if (service.Action != ServiceAction.Replace || service.Status is MaintenanceStatus.NotApplicable or MaintenanceStatus.NoServiceRequired)
                continue;
            if (service.Limits.EveryMonths is { } months)
                Shorten(ref shortest, months * 30);
            if (service.Limits.EveryKilometers is { } kilometers && odometer.MetersPerDay is > 0 and var rate)
                Shorten(ref shortest, (int)Math.Min(36_525, kilometers * 1_000L / rate));
        }

        return shortest;
    }

    private static void Shorten(ref int? shortest, int days)
    {
        if (days > 0 && !(shortest <= days))
            shortest = days;
    }
}
