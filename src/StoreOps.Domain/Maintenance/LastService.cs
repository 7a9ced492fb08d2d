using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>When the service of one rule was last done, as far as the records say. The default value is "no record".</summary>
public readonly record struct LastService
{
    private readonly int _dayAfter;
    private readonly int _kilometersAfter;
    private readonly int _meterAfter;

    /// <summary>Initializes a new instance of the <see cref="LastService"/> struct.</summary>
    /// <param name="date">The day; null when not known.</param>
    /// <param name="odometer">The odometer; null when not known.</param>
    public LastService(LocalDate? date, Odometer? odometer)
    {
        // One above the value, so that zero is "not known" and an array of these starts as "no record".
        _dayAfter = date is { } known ? Calendar.ToDay(known) + 1 : 0;
        _kilometersAfter = odometer is { } reading ? reading.Kilometers + 1 : 0;
    }

    /// <summary>Gets a value indicating whether there is a record that tells a day or an odometer.</summary>
    public bool IsRecorded => _dayAfter != 0 || _kilometersAfter != 0;

    /// <summary>Gets the odometer in kilometers.</summary>
    /// <value>Null when not known.</value>
    public int? Kilometers => _kilometersAfter == 0 ? null : _kilometersAfter - 1;

    /// <summary>Gets the day.</summary>
    /// <value>Null when not known.</value>
    public LocalDate? Date => _dayAfter == 0 ? null : Calendar.ToDate(_dayAfter - 1);

    /// <summary>Gets what the rule's other meter showed, in that meter's unit.</summary>
    /// <value>Null when the rule has no other meter or the record does not tell.</value>
    public int? Meter
    {
        get => _meterAfter == 0 ? null : _meterAfter - 1;
        init => _meterAfter = value is { } reading ? checked(reading + 1) : 0;
    }

    /// <summary>Gets a value indicating whether it was done elsewhere; then a record may also tell neither day nor odometer.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Gets a value indicating whether the odometer was estimated, not read.</summary>
    public bool IsOdometerEstimated { get; init; }

    internal int Day => _dayAfter == 0 ? Calendar.NoDay : _dayAfter - 1;

    /// <summary>Joins two records of the same service: the later of each fact; who did it and how it was read go with the later record.</summary>
    internal LastService Latest(LastService other)
    {
        if (this == default)
            return other;
        if (other == default)
            return this;
        var order = CompareTo(other);
        var later = order >= 0 ? this : other;
        return new LastService(Math.Max(_dayAfter, other._dayAfter), Math.Max(_kilometersAfter, other._kilometersAfter), Math.Max(_meterAfter, other._meterAfter))
        {
            IsElsewhere = order == 0 ? IsElsewhere && other.IsElsewhere : later.IsElsewhere,
            IsOdometerEstimated = order == 0 ? IsOdometerEstimated && other.IsOdometerEstimated : later.IsOdometerEstimated,
        };
    }

    private LastService(int dayAfter, int kilometersAfter, int meterAfter)
    {
        _dayAfter = dayAfter;
        _kilometersAfter = kilometersAfter;
        _meterAfter = meterAfter;
    }

    private int CompareTo(LastService other) =>
        _dayAfter != other._dayAfter ? _dayAfter.CompareTo(other._dayAfter) : _kilometersAfter.CompareTo(other._kilometersAfter);
}
