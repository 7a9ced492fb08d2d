using NodaTime;

namespace StoreOps.Domain.Maintenance;

/// <summary>Something that happened to a vehicle and calls for service outside of any interval.</summary>
/// <param name="Kind">The kind, as schedules name it, for example "submersion".</param>
/// <param name="Date">The day.</param>
public sealed record VehicleEvent(string Kind, LocalDate Date);
