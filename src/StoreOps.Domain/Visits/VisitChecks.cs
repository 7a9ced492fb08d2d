using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Visits;

/// <summary>What a problem has to keep to; everything else would be planned wrongly or without end.</summary>
internal static class VisitChecks
{
    public static void Check(VisitProblem problem)
    {
        InRange(problem, nameof(problem.MetersPerDay), problem.MetersPerDay, 0, VisitProblem.MaxMetersPerDay);
        InRange(problem, nameof(problem.HorizonKilometers), problem.HorizonKilometers, 0, Odometer.MaxKilometers);
        InRange(problem, nameof(problem.HorizonDays), problem.HorizonDays, 0, VisitProblem.MaxHorizonDays);
        InRange(problem, nameof(problem.VisitCost), problem.VisitCost, 0, VisitProblem.MaxCost);
        InRange(problem, nameof(problem.GridKilometers), problem.GridKilometers, 1, Odometer.MaxKilometers);
        InRange(problem, nameof(problem.NodeBudget), problem.NodeBudget, 0, int.MaxValue);
        if (problem.Items.IsDefault)
            throw new ArgumentException("The list of services was not set; it may be empty.", nameof(problem));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in problem.Items)
        {
            if (item is null)
                throw new ArgumentException("One of the services was null.", nameof(problem));
            if (!ids.Add(item.Id))
                throw new ArgumentException($"Each service has an id of its own; \"{item.Id}\" was there twice.", nameof(problem));
            Check(problem, item);
        }
    }

    private static void Check(VisitProblem problem, VisitItem item)
    {
        InRange(problem, nameof(item.DueKilometers), item.DueKilometers, 0, Odometer.MaxKilometers, item);
        InRange(problem, nameof(item.EveryKilometers), item.EveryKilometers, 1, Odometer.MaxKilometers, item);
        InRange(problem, nameof(item.EveryMonths), item.EveryMonths, 1, VisitItem.MaxMonths, item);
        InRange(problem, nameof(item.GridFromKilometers), item.GridFromKilometers, 0, Odometer.MaxKilometers, item);
        InRange(problem, nameof(item.GridFirstKilometers), item.GridFirstKilometers, 0, Odometer.MaxKilometers, item);
        InRange(problem, nameof(item.LateKilometers), item.LateKilometers, 0, Odometer.MaxKilometers, item);
        InRange(problem, nameof(item.LateDays), item.LateDays, 0, VisitProblem.MaxHorizonDays, item);
        InRange(problem, nameof(item.EarlyKilometers), item.EarlyKilometers, 0, Odometer.MaxKilometers, item);
        InRange(problem, nameof(item.EarlyDays), item.EarlyDays, 0, VisitProblem.MaxHorizonDays, item);
        InRange(problem, nameof(item.LifeKilometers), item.LifeKilometers, 1, Odometer.MaxKilometers, item);
        InRange(problem, nameof(item.CostPerLife), item.CostPerLife, 0, VisitProblem.MaxCost, item);
        InRange(problem, nameof(item.LaborMinutes), item.LaborMinutes, 0, VisitItem.MaxLaborMinutes, item);
    }

    private static void InRange(VisitProblem problem, string name, int? value, int from, int to, VisitItem? item = null)
    {
        if (value < from || value > to)
            throw new ArgumentOutOfRangeException(nameof(problem), value, $"{name}{(item is null ? string.Empty : $" of \"{item.Id}\"")} is from {from} to {to}.");
    }
}
