namespace StoreOps.Domain.Maintenance;

/// <summary>How far it is to the next point of a rule, and from how far before it a service is near.</summary>
internal readonly struct DueSpan
{
    public DueSpan(int? kilometers, int? months, ServiceTolerance tolerance, PlanningOptions options)
    {
        Kilometers = kilometers ?? 0;
        Months = months ?? 0;
        UpcomingKilometers = Math.Min(options.UpcomingKilometers, Kilometers / 4);
        UpcomingDays = Math.Min(options.UpcomingDays, Months * 30 / 4);
        ReachKilometers = tolerance.Kilometers ?? UpcomingKilometers;
        ReachDays = tolerance.Days ?? UpcomingDays;
    }

    /// <summary>Gets the kilometers; 0 when they do not count.</summary>
    public int Kilometers { get; }

    /// <summary>Gets the months; 0 when time does not count.</summary>
    public int Months { get; }

    public int UpcomingKilometers { get; }

    public int UpcomingDays { get; }

    /// <summary>Gets how far before a point a service counts for it: the maker's own window where one is stated, else the upcoming one.</summary>
    public int ReachKilometers { get; }

    public int ReachDays { get; }
}
