using NodaTime;

namespace StoreOps.Domain.Maintenance;

/// <summary>Where one rule of a schedule stands for one vehicle today. A plain value: computing it allocates nothing.</summary>
/// <remarks>The default value is a rule that does not apply.</remarks>
public readonly record struct ServiceDue
{
    // Kept with the bits of "none" turned over, so that zero is "not known" and a plan of dozens of them stays small.
    private const int None = DuePoint.None;

    private readonly byte _status;
    private readonly byte _reason;
    private readonly byte _governing;
    private readonly int _dueKilometers;
    private readonly int _kilometersLeft;
    private readonly int _dueDay;
    private readonly int _daysLeft;
    private readonly int _meterLeft;

    internal ServiceDue(int rule, MaintenanceStatus status, PlanReason reason)
    {
        RuleIndex = rule;
        _status = unchecked((byte)status);
        _reason = unchecked((byte)reason);
    }

    internal ServiceDue(
        int rule, MaintenanceStatus status, PlanReason reason, GoverningLimit governing, in DuePoint point, int kilometersLeft, int daysLeft, int meterLeft)
        : this(rule, status, reason)
    {
        _governing = unchecked((byte)governing);
        _dueKilometers = point.Kilometers ^ None;
        _kilometersLeft = kilometersLeft ^ None;
        _dueDay = point.Day ^ None;
        _daysLeft = daysLeft ^ None;
        _meterLeft = meterLeft ^ None;
    }

    /// <summary>Gets the place of the rule in the schedule.</summary>
    public int RuleIndex { get; }

    /// <summary>Gets where it stands.</summary>
    public MaintenanceStatus Status
    {
        get => (MaintenanceStatus)_status;
        init => _status = (byte)value;
    }

    /// <summary>Gets why.</summary>
    public PlanReason Reason
    {
        get => (PlanReason)_reason;
        init => _reason = (byte)value;
    }

    /// <summary>Gets which limit decides.</summary>
    public GoverningLimit Governing
    {
        get => (GoverningLimit)_governing;
        init => _governing = (byte)value;
    }

    /// <summary>Gets the odometer at which it is due, in kilometers.</summary>
    /// <value>Null when kilometers do not count or are not known.</value>
    public int? DueKilometers => Known(_dueKilometers);

    /// <summary>Gets how many kilometers are left.</summary>
    /// <value>Negative when they are passed; null when kilometers do not count or are not known.</value>
    public int? KilometersLeft => Known(_kilometersLeft);

    /// <summary>Gets the day on which it is due by time.</summary>
    /// <value>Null when time does not count or is not known.</value>
    public LocalDate? DueDate => Known(_dueDay) is { } day ? Calendar.ToDate(day) : null;

    /// <summary>Gets how many days are left.</summary>
    /// <value>Negative when they are passed; null when time does not count or is not known.</value>
    public int? DaysLeft => Known(_daysLeft);

    /// <summary>Gets how much is left on the rule's other meter, in that meter's unit.</summary>
    /// <value>Negative when it is passed; null when no other meter counts or its reading is not known.</value>
    public int? MeterLeft
    {
        get => Known(_meterLeft);
        init => _meterLeft = (value ?? None) ^ None;
    }

    /// <summary>Gets a value indicating whether it is due: at its limit, in tolerance or overdue.</summary>
    public bool IsDue => Status is MaintenanceStatus.Due or MaintenanceStatus.InTolerance or MaintenanceStatus.Overdue;

    private static int? Known(int kept) => kept == 0 ? null : kept ^ None;
}
