using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>When a service will be due: by its date, or by the day on which the vehicle will have been driven so far.</summary>
/// <param name="Earliest">In one case of ten it is due before this day.</param>
/// <param name="Expected">The estimate.</param>
/// <param name="Latest">In one case of ten it is due after this day.</param>
/// <param name="Governing">Which limit the estimate comes from.</param>
/// <remarks>A day that has passed is shown as it is; kilometers that have passed are due today.</remarks>
public readonly record struct DueForecast(LocalDate Earliest, LocalDate Expected, LocalDate Latest, GoverningLimit Governing)
{
    internal static DueForecast? Of(in ServiceDue due, LocalDate today, DailyDistance distance)
    {
        if (due.Governing == GoverningLimit.None)
            return null;
        var earliest = Earlier(due.DueDate, DayOf(due.KilometersLeft, today, distance.HighMeters));
        var byDistance = DayOf(due.KilometersLeft, today, distance.ExpectedMeters);
        var expected = Earlier(due.DueDate, byDistance);
        var latest = Earlier(due.DueDate, DayOf(due.KilometersLeft, today, distance.LowMeters));
        if (expected is not { } day || earliest is not { } first)
            return null;
        var governing = byDistance == day && !(due.DueDate < byDistance) ? GoverningLimit.Kilometers : GoverningLimit.Months;
        return new DueForecast(first, day, latest ?? LocalDate.MaxIsoValue, governing);
    }

    private static LocalDate? Earlier(LocalDate? one, LocalDate? other) =>
        one is not { } a ? other : other is not { } b ? one : a < b ? a : b;

    private static LocalDate? DayOf(int? kilometersLeft, LocalDate today, int metersPerDay)
    {
        if (kilometersLeft is not { } left)
            return null;
        if (left <= 0)
            return today;
        if (metersPerDay <= 0)
            return null;
        var days = ((left * 1_000L) + metersPerDay - 1) / metersPerDay;
        return days < Calendar.LastDay - Calendar.ToDay(today) ? today.PlusDays((int)days) : LocalDate.MaxIsoValue;
    }
}
