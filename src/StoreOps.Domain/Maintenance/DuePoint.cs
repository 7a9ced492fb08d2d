namespace StoreOps.Domain.Maintenance;

/// <summary>Where a service is next due on each axis.</summary>
internal readonly struct DuePoint(int kilometers, int day, int meter)
{
    /// <summary>No point on the axis.</summary>
    public const int None = int.MaxValue;

    public int Kilometers { get; } = kilometers;

    public int Day { get; } = day;

    public int Meter { get; } = meter;
}
