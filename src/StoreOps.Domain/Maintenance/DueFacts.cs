namespace StoreOps.Domain.Maintenance;

/// <summary>What decides where one rule stands on any day and at any odometer: its points, its windows, and what else is known.</summary>
internal readonly struct DueFacts
{
    /// <summary>There is no record: what is past its limit is unknown.</summary>
    public const int Unrecorded = 1 << 8;

    /// <summary>A fact that counts is not known: what is not due by the others is unknown.</summary>
    public const int HalfKnown = 1 << 9;

    /// <summary>Done elsewhere.</summary>
    public const int Elsewhere = 1 << 10;

    /// <summary>The status is the low bits of the flags, whatever the day.</summary>
    public const int Fixed = 1 << 11;

    // The widest window, in kilometers and in days.
    private const int MaxWindow = ushort.MaxValue;
    private const int EarlyKilometers = 1 << 12;
    private const int EarlyDays = 1 << 13;
    private const int StatusBits = 0xFF;

    private readonly int _kilometers;
    private readonly int _day;
    private readonly ushort _upcomingKilometers;
    private readonly ushort _lateKilometers;
    private readonly ushort _upcomingDays;
    private readonly ushort _lateDays;
    private readonly int _flags;

    // Where a maker states a window it is as wide before the limit as after it: one number and a flag hold both.
    public DueFacts(in DuePoint point, in DueWindow kilometers, in DueWindow days, int flags)
    {
        (_kilometers, _day) = (point.Kilometers, point.Day);
        (_upcomingKilometers, _lateKilometers) = (Narrow(kilometers.Upcoming), Narrow(kilometers.Late));
        (_upcomingDays, _lateDays) = (Narrow(days.Upcoming), Narrow(days.Late));
        _flags = flags | (kilometers.Early > 0 ? EarlyKilometers : 0) | (days.Early > 0 ? EarlyDays : 0);
    }

    public bool IsFixed => (_flags & Fixed) != 0;

    public bool IsRecorded => (_flags & Unrecorded) == 0;

    public bool IsHalfKnown => (_flags & HalfKnown) != 0;

    public bool IsElsewhere => (_flags & Elsewhere) != 0;

    /// <summary>Gets the status of a rule that has always the same.</summary>
    public MaintenanceStatus FixedStatus => (MaintenanceStatus)(_flags & StatusBits);

    public DueEdges Kilometers => new(_kilometers, Window(_upcomingKilometers, _lateKilometers, EarlyKilometers));

    public DueEdges Days => new(_day, Window(_upcomingDays, _lateDays, EarlyDays));

    public MaintenanceStatus StatusAt(int today, int kilometers)
    {
        if (IsFixed)
            return FixedStatus;
        var byKilometers = Window(_upcomingKilometers, _lateKilometers, EarlyKilometers).StatusOf(Left(_kilometers, kilometers));
        var byDays = Window(_upcomingDays, _lateDays, EarlyDays).StatusOf(Left(_day, today));
        var status = (MaintenanceStatus)Math.Max((int)byKilometers, (int)byDays);
        var isPast = status >= MaintenanceStatus.Due;
        if (!IsRecorded && isPast)
            status = status == MaintenanceStatus.Due && _kilometers > kilometers && _day > today ? MaintenanceStatus.Upcoming : MaintenanceStatus.Unknown;
        if (IsHalfKnown && !isPast)
            status = MaintenanceStatus.Unknown;
        var isTrusted = status == MaintenanceStatus.Ok || (status == MaintenanceStatus.Unknown && !IsRecorded);
        return IsElsewhere && isTrusted ? MaintenanceStatus.DoneElsewhere : status;
    }

    private static int Left(int point, int now) => point == DuePoint.None ? DuePoint.None : point - now;

    private static ushort Narrow(int window) => (ushort)Math.Min(window, MaxWindow);

    private DueWindow Window(ushort upcoming, ushort late, int early) => new(upcoming, (_flags & early) != 0 ? late : 0, late);
}
