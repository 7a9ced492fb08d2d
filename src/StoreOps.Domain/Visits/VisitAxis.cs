using NodaTime;

using StoreOps.Domain.Maintenance;

namespace StoreOps.Domain.Visits;

/// <summary>
/// The road ahead as one line of whole ticks, so that kilometers and dates can be compared: a tick is a meter driven. A vehicle that stands
/// has one tick a day and reaches no kilometer.
/// </summary>
internal sealed class VisitAxis
{
    /// <summary>Beyond every horizon, and far enough from overflow to be added to.</summary>
    public const long Never = long.MaxValue / 4;

    private const int MetersPerKilometer = 1_000;

    private readonly int _today;
    private readonly int _odometer;
    private readonly bool _isDriven;

    public VisitAxis(VisitProblem problem)
    {
        _today = Calendar.ToDay(problem.Today);
        _odometer = problem.Odometer.Kilometers;
        _isDriven = problem.MetersPerDay > 0;
        DayTicks = Math.Max(1, problem.MetersPerDay);
        // No plan goes beyond the calendar's last year, nor beyond what an odometer can show.
        var lastDay = Math.Min(problem.HorizonDays, Calendar.ToDay(new LocalDate(9999, 12, 31)) - _today);
        Horizon = lastDay * DayTicks;
        if (_isDriven)
            Horizon = Math.Min(Horizon, Math.Min(problem.HorizonKilometers, Vehicles.Odometer.MaxKilometers - _odometer) * (long)MetersPerKilometer);
    }

    public long DayTicks { get; }

    public long Horizon { get; }

    /// <summary>Gets where the odometer shows some kilometers; negative behind the vehicle.</summary>
    public long AtKilometers(long kilometers) => kilometers <= _odometer || _isDriven ? (kilometers - _odometer) * MetersPerKilometer : Never;

    public long AtDate(LocalDate date) => (Calendar.ToDay(date) - _today) * DayTicks;

    public long Kilometers(long count) => _isDriven ? count * MetersPerKilometer : Never;

    /// <summary>Gets how far an allowance in kilometers reaches: nowhere for a vehicle that stands, so that what has passed is done now.</summary>
    public long Late(int kilometers) => _isDriven ? kilometers * (long)MetersPerKilometer : 0;

    public long Days(long count) => count * DayTicks;

    public int OdometerAt(long tick) => _odometer + (_isDriven ? (int)(tick / MetersPerKilometer) : 0);

    public LocalDate DateAt(long tick) => Calendar.ToDate(DayAt(tick));

    /// <summary>Gets the same moment of the day some months later; the day is cut to the end of a shorter month. Never past the last year.</summary>
    public long MonthsAfter(long tick, int months)
    {
        var adder = default(Calendar.MonthAdder);
        var day = DayAt(tick);
        var later = adder.Add(day, months);
        return later > day ? tick + ((later - day) * DayTicks) : Never;
    }

    /// <summary>Gets how many whole kilometers a stretch is.</summary>
    public int ToKilometers(long ticks) => _isDriven ? (int)(ticks / MetersPerKilometer) : 0;

    /// <summary>Gets how many whole days a stretch is.</summary>
    public int ToDays(long ticks) => (int)(ticks / DayTicks);

    private int DayAt(long tick) => _today + (int)(tick / DayTicks);
}
