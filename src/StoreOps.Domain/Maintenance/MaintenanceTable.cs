using System.Collections.Immutable;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>The table a customer is shown: what is done at which kilometers, by the schedule alone.</summary>
/// <param name="Kilometers">The columns.</param>
/// <param name="Rows">The rows, in the order of the schedule.</param>
public sealed record MaintenanceTable(ImmutableArray<int> Kilometers, ImmutableArray<MaintenanceTableRow> Rows)
{
    /// <summary>Draws the table of a plan's schedule on the vehicle that the plan is for.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stepKilometers">From column to column; above zero.</param>
    /// <param name="toKilometers">The last column.</param>
    /// <returns>The table: rules that do not hold, or that count no kilometers, have no row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The step is not above zero, or the last column is below the first or beyond every odometer.
    /// </exception>
    public static MaintenanceTable Of(MaintenancePlan plan, int stepKilometers, int toKilometers = 200_000)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepKilometers);
        ArgumentOutOfRangeException.ThrowIfLessThan(toKilometers, stepKilometers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toKilometers, Odometer.MaxKilometers);
        var columns = ImmutableArray.CreateBuilder<int>();
        for (var km = stepKilometers; km <= toKilometers; km += stepKilometers)
            columns.Add(km);
        return new MaintenanceTable(columns.ToImmutable(), [.. plan.Services.Where(HasRow).Select(service => Row(service, columns))]);
    }

    private static bool HasRow(PlannedService service) =>
        service.Limits.FirstDueKilometers is not null
        && service.Status is not (MaintenanceStatus.NotApplicable or MaintenanceStatus.NoServiceRequired);

    private static MaintenanceTableRow Row(PlannedService service, ImmutableArray<int>.Builder columns)
    {
        var marks = ImmutableArray.CreateBuilder<bool>(columns.Count);
        var next = service.NextScheduledKilometers(-1);
        var step = columns[0];
        foreach (var column in columns)
        {
            // A point between two columns belongs to the column before it: the customer comes early, not late.
            // One before the first column, such as a maker's mandatory first service, has no column but the first.
            var isMarked = next < column + step;
            while (next < column + step)
                next = service.NextScheduledKilometers(next.Value);

            marks.Add(isMarked);
        }

        return new MaintenanceTableRow(service, marks.MoveToImmutable());
    }
}
