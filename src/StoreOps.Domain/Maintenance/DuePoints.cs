using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>Where every rule of one vehicle is next due, computed once: what a nightly run over a whole fleet compares with today.</summary>
/// <remarks>
/// <para>Made by <see cref="VehicleSchedule.Compile"/> after each service. It answers what <see cref="VehicleSchedule.Plan(LocalDate, Odometer, ReadOnlySpan{LastService}, Span{ServiceDue})"/>
/// answers without signals, the statuses alone, with compares and no calendar. Immutable; safe for many threads.</para>
/// <para>Windows of <see cref="PlanningOptions"/> above 65,535 kilometers or days count as that here.</para>
/// <para>On hardware with 256-bit vectors sixteen rules are compared at once, from the compiled day and odometer up to 64,000 days and kilometers
/// ahead; elsewhere one by one. A vehicle of 29 rules takes about 1.1 kB.</para>
/// </remarks>
public sealed class DuePoints
{
    private readonly DueFacts[] _facts;
#if NET
    // So far before the base of the lanes the compiled day and odometer lie: a little behind them counts as well, and 64,000 ahead.
    private const int Behind = 32_000;
    private readonly DueLanes _lanes;
    private readonly int _baseDay;
    private readonly int _baseKilometers;
#endif
    private readonly int _validToKilometers;
    private readonly int _validToDay;

    internal DuePoints(DueFacts[] facts, int day, int kilometers, int validToKilometers, int validToDay)
    {
        _facts = facts;
        _validToKilometers = validToKilometers;
        _validToDay = validToDay;
#if NET
        (_baseDay, _baseKilometers) = (day + Behind, kilometers + Behind);
        if (DueLanes.IsVectorized)
            _lanes = new DueLanes(facts, _baseDay, _baseKilometers);
#endif
    }

    /// <summary>Gets the number of rules.</summary>
    public int Count => _facts.Length;

    /// <summary>Tells whether the points still hold: from an age or odometer on a rule may have other limits, and they are to be compiled again.</summary>
    /// <param name="today">The day at the shop.</param>
    /// <param name="odometer">Today's odometer.</param>
    /// <returns>False when a rule has other limits by now.</returns>
    public bool HoldsAt(LocalDate today, Odometer odometer) => odometer.Kilometers < _validToKilometers && Calendar.ToDay(today) < _validToDay;

    /// <summary>Tells for each rule where it stands. Allocates nothing.</summary>
    /// <param name="today">The day at the shop.</param>
    /// <param name="odometer">Today's odometer.</param>
    /// <param name="statuses">Receives the statuses, in the order of the rules.</param>
    /// <exception cref="ArgumentException"><paramref name="statuses"/> is shorter than there are rules.</exception>
    public void Statuses(LocalDate today, Odometer odometer, Span<MaintenanceStatus> statuses) =>
        Statuses(Calendar.ToDay(today), odometer.Kilometers, statuses);

    /// <summary>Tells for each vehicle and rule where it stands. Allocates nothing.</summary>
    /// <param name="fleet">The vehicles.</param>
    /// <param name="today">The day at the shop.</param>
    /// <param name="odometers">Today's odometers, in the order of the vehicles.</param>
    /// <param name="statuses">Receives the statuses of one vehicle after the other.</param>
    /// <param name="stride">How many places each vehicle has in <paramref name="statuses"/>; at least its number of rules.</param>
    /// <exception cref="ArgumentException">The spans do not fit one another.</exception>
    public static void Statuses(
        ReadOnlySpan<DuePoints> fleet, LocalDate today, ReadOnlySpan<Odometer> odometers, Span<MaintenanceStatus> statuses, int stride)
    {
        if (odometers.Length != fleet.Length)
            throw new ArgumentException("There is one odometer a vehicle.", nameof(odometers));
        if (stride < 0 || (long)stride * fleet.Length > statuses.Length)
            throw new ArgumentException("Each vehicle has its places.", nameof(statuses));
        var day = Calendar.ToDay(today);
        for (var i = 0; i < fleet.Length; i++)
            fleet[i].Statuses(day, odometers[i].Kilometers, statuses.Slice(i * stride, stride));
    }

    private void Statuses(int today, int kilometers, Span<MaintenanceStatus> statuses)
    {
        if (statuses.Length < Count)
            throw new ArgumentException("There is one status a rule.", nameof(statuses));
#if NET
        var (day, place) = (today - _baseDay, kilometers - _baseKilometers);
        if (DueLanes.IsVectorized && IsBetweenEnds(day) && IsBetweenEnds(place))
        {
            _lanes.Statuses(day, place, statuses);
            return;
        }
#endif
        for (var i = 0; i < _facts.Length; i++)
            statuses[i] = _facts[i].StatusAt(today, kilometers);
    }

#if NET
    private static bool IsBetweenEnds(int place) => place is > short.MinValue and < short.MaxValue;
#endif
}
