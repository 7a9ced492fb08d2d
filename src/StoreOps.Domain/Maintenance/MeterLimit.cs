namespace StoreOps.Domain.Maintenance;

/// <summary>An interval on a meter other than the odometer: engine hours, or the kilometers that a hybrid drove on its engine.</summary>
/// <param name="Meter">The id of the meter, for example "engine-hours" or "hev-km".</param>
/// <param name="Every">The repeat interval in the meter's own unit; above zero.</param>
/// <param name="First">The first interval, where it differs; above zero.</param>
public sealed record MeterLimit(string Meter, int Every, int? First = null);
