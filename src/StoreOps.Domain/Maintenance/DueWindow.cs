namespace StoreOps.Domain.Maintenance;

/// <summary>The windows around a limit on one axis.</summary>
/// <param name="Upcoming">So far before it the service is upcoming.</param>
/// <param name="Early">So far before it the service is due already.</param>
/// <param name="Late">So far after it the service is still in time.</param>
internal readonly record struct DueWindow(int Upcoming, int Early, int Late)
{
    /// <summary>Tells where a service stands of which so much is left; no point is never near.</summary>
    public MaintenanceStatus StatusOf(int left)
    {
        // Most of what is asked is far off; what is not is counted without a guess which of its edges it has passed.
        if (left > Upcoming && left > Early)
            return MaintenanceStatus.Ok;
        return MaintenanceStatus.Upcoming + (left <= Early ? 1 : 0) + (left < 0 ? 1 : 0) + (left < -Late ? 1 : 0);
    }
}
