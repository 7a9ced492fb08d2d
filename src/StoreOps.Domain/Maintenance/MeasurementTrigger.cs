namespace StoreOps.Domain.Maintenance;

/// <summary>A measured value from which on a service is due, whatever the kilometers.</summary>
/// <param name="Quantity">What is measured, for example "tread-depth", "pad-thickness" or "battery-health".</param>
/// <param name="Unit">The unit of the threshold, for example "mm" or "%".</param>
/// <param name="AtMost">Due at this value and below; null when not stated.</param>
/// <param name="AtLeast">Due at this value and above; null when not stated.</param>
public sealed record MeasurementTrigger(string Quantity, string Unit, decimal? AtMost = null, decimal? AtLeast = null)
{
    /// <summary>Tells whether a measured value makes the service due.</summary>
    /// <param name="value">The value, in <see cref="Unit"/>.</param>
    /// <returns>True when a threshold is reached.</returns>
    public bool IsReachedBy(decimal value) => value <= AtMost || value >= AtLeast;
}
