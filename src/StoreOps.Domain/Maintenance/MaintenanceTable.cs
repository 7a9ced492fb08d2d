using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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
    /// <param name="kilometersPerYear">
    /// How far the vehicle is driven a year: months are then marked where they fall. Null to mark kilometers alone.
    /// </param>
    /// <returns>The table: rules that do not hold, or of which nothing that is marked counts, have no row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The step or the yearly distance is not above zero, or the last column is below the first or beyond every odometer.
    /// </exception>
    public static MaintenanceTable Of(MaintenancePlan plan, int stepKilometers, int toKilometers = 200_000, int? kilometersPerYear = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepKilometers);
        ArgumentOutOfRangeException.ThrowIfLessThan(toKilometers, stepKilometers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toKilometers, Odometer.MaxKilometers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kilometersPerYear ?? 1, nameof(kilometersPerYear));
        var columns = ImmutableArray.CreateBuilder<int>();
        for (var km = stepKilometers; km <= toKilometers; km += stepKilometers)
            columns.Add(km);
        return new MaintenanceTable(
            columns.ToImmutable(), [.. plan.Services.Where(service => HasRow(service, kilometersPerYear)).Select(service => Row(service, columns, kilometersPerYear))])
        {
            Months = [.. columns.Select(column => MonthsAt(column, plan.Match.Schedule.BaseVisit, kilometersPerYear))],
        };
    }

    /// <summary>Gets the months beside each column: by the yearly distance where one is given, else by the maker's base visit.</summary>
    /// <value>Null where neither tells.</value>
    public ImmutableArray<int?> Months { get; init; } = [];

    /// <summary>Returns a hash of all that a reader of the table sees, so that it is sent again only when something in it has changed.</summary>
    /// <returns>SHA-256 in lower-case hexadecimal; the same on every platform and in every culture, and for both languages at once.</returns>
    public string ContentHash()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Kilometers.Length; i++)
            text.Append(Show(Kilometers[i])).Append('/').Append(i < Months.Length && Months[i] is { } months ? Show(months) : "-").Append(' ');
        foreach (var row in Rows)
        {
            text.Append('\n').Append(row.Service.Component.Id).Append('|').Append(row.Service.Component.Name.Chinese).Append('|')
                .Append(row.Service.Component.Name.English).Append('|').Append(Show((int)row.Service.Action)).Append('|');
            foreach (var isDone in row.IsDoneAt)
                text.Append(isDone ? 'x' : '.');
        }

        using var hash = SHA256.Create();
        var hex = new StringBuilder(64);
        foreach (var value in hash.ComputeHash(Encoding.UTF8.GetBytes(text.ToString())))
            hex.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        return hex.ToString();
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? MonthsAt(int kilometers, BaseVisit? visit, int? kilometersPerYear)
    {
        if (kilometersPerYear is { } year)
            return (int)(kilometers * 12L / year);
        return visit is { Limits: { EveryKilometers: { } every, EveryMonths: { } months } } ? (int)Math.Min(int.MaxValue, (long)kilometers * months / every) : null;
    }

    private static bool HasRow(PlannedService service, int? kilometersPerYear) =>
        (service.Limits.FirstDueKilometers is not null || (kilometersPerYear is not null && service.Limits.FirstDueMonths is not null))
        && service.Status is not (MaintenanceStatus.NotApplicable or MaintenanceStatus.NoServiceRequired);

    private static MaintenanceTableRow Row(PlannedService service, ImmutableArray<int>.Builder columns, int? kilometersPerYear)
    {
        var marks = ImmutableArray.CreateBuilder<bool>(columns.Count);
        var next = Next(service, -1, kilometersPerYear);
        var step = columns[0];
        foreach (var column in columns)
        {
            // A point between two columns belongs to the column before it: the customer comes early, not late.
            // One before the first column, such as a maker's mandatory first service, has no column but the first.
            var isMarked = next < column + step;
            while (next < column + step)
                next = Next(service, next.Value, kilometersPerYear);

            marks.Add(isMarked);
        }

        return new MaintenanceTableRow(service, marks.MoveToImmutable());
    }

    // Whichever comes first; a month is as far as the vehicle is driven in it, at least one kilometer, so that the row comes to an end.
    private static int? Next(PlannedService service, int done, int? kilometersPerYear)
    {
        var limits = service.Limits;
        var isFirst = done < 0;
        var kilometers = !isFirst && kilometersPerYear is not null && service.Rule.Anchor == IntervalAnchor.LastDone && limits.EveryKilometers is { } every
            ? done + every
            : service.NextScheduledKilometers(done);
        if (kilometersPerYear is not { } year || (isFirst ? limits.FirstDueMonths : limits.EveryMonths) is not { } months)
            return kilometers;
        var driven = (int)Math.Min(int.MaxValue / 2, Math.Max(1, (long)months * year / 12));
        var byMonths = isFirst ? driven : done + driven;
        return kilometers < byMonths ? kilometers : byMonths;
    }
}
