using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>When the service of one rule was last done, as far as the records say. The default value is "no record".</summary>
public readonly record struct LastService
{
    private readonly int _dayAfter;
    private readonly int _kilometersAfter;

    /// <summary>Initializes a new instance of the <see cref="LastService"/> struct.</summary>
    /// <param name="date">The day; null when not known.</param>
    /// <param name="odometer">The odometer; null when not known.</param>
    public LastService(LocalDate? date, Odometer? odometer)
    {
        // One above the value, so that zero is "not known" and an array of these starts as "no record".
        _dayAfter = date is { } known ? Calendar.ToDay(known) + 1 : 0;
        _kilometersAfter = odometer is { } reading ? reading.Kilometers + 1 : 0;
    }

    /// <summary>Gets a value indicating whether there is a record at all.</summary>
    public bool IsRecorded => _dayAfter != 0 || _kilometersAfter != 0;

    /// <summary>Gets the odometer in kilometers.</summary>
    /// <value>Null when not known.</value>
    public int? Kilometers => _kilometersAfter == 0 ? null : _kilometersAfter - 1;

    /// <summary>Gets the day.</summary>
    /// <value>Null when not known.</value>
    public LocalDate? Date => _dayAfter == 0 ? null : Calendar.ToDate(_dayAfter - 1);

    internal int Day => _dayAfter == 0 ? Calendar.NoDay : _dayAfter - 1;

    /// <summary>Joins two records of the same service: the later of each fact.</summary>
    internal LastService Latest(LastService other) => new(Math.Max(_dayAfter, other._dayAfter), Math.Max(_kilometersAfter, other._kilometersAfter));

    private LastService(int dayAfter, int kilometersAfter)
    {
        _dayAfter = dayAfter;
        _kilometersAfter = kilometersAfter;
    }
}
