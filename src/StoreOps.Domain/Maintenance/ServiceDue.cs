using NodaTime;

namespace StoreOps.Domain.Maintenance;

/// <summary>Where one rule of a schedule stands for one vehicle today. A plain value: computing it allocates nothing.</summary>
public readonly record struct ServiceDue
{
    private readonly int _dueDay;

    internal ServiceDue(int rule, MaintenanceStatus status, PlanReason reason)
    {
        RuleIndex = rule;
        Status = status;
        Reason = reason;
        _dueDay = Calendar.NoDay;
    }

    internal ServiceDue(int rule, MaintenanceStatus status, PlanReason reason, GoverningLimit governing, in DuePoint point, int kilometers, int today)
        : this(rule, status, reason)
    {
        Governing = governing;
        if (point.Kilometers != DuePoint.None)
            (DueKilometers, KilometersLeft) = (point.Kilometers, point.Kilometers - kilometers);
        _dueDay = point.Day;
        if (point.Day != Calendar.NoDay)
            DaysLeft = point.Day - today;
    }

    /// <summary>Gets the place of the rule in the schedule.</summary>
    public int RuleIndex { get; }

    /// <summary>Gets where it stands.</summary>
    public MaintenanceStatus Status { get; init; }

    /// <summary>Gets why.</summary>
    public PlanReason Reason { get; init; }

    /// <summary>Gets which limit decides.</summary>
    public GoverningLimit Governing { get; init; }

    /// <summary>Gets the odometer at which it is due, in kilometers.</summary>
    /// <value>Null when kilometers do not count or are not known.</value>
    public int? DueKilometers { get; }

    /// <summary>Gets how many kilometers are left.</summary>
    /// <value>Negative when they are passed; null when kilometers do not count or are not known.</value>
    public int? KilometersLeft { get; }

    /// <summary>Gets the day on which it is due by time.</summary>
    /// <value>Null when time does not count or is not known.</value>
    public LocalDate? DueDate => _dueDay == Calendar.NoDay ? null : Calendar.ToDate(_dueDay);

    /// <summary>Gets how many days are left.</summary>
    /// <value>Negative when they are passed; null when time does not count or is not known.</value>
    public int? DaysLeft { get; }

    /// <summary>Gets how much is left on the rule's other meter, in that meter's unit.</summary>
    /// <value>Negative when it is passed; null when no other meter counts or its reading is not known.</value>
    public int? MeterLeft { get; init; }

    /// <summary>Gets a value indicating whether it is due: at its limit, in tolerance or overdue.</summary>
    public bool IsDue => Status is MaintenanceStatus.Due or MaintenanceStatus.InTolerance or MaintenanceStatus.Overdue;
}
