using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>A service that the customer was offered and put off.</summary>
/// <param name="ComponentId">The id of a catalog item or of a finer component.</param>
/// <param name="Action">What was put off.</param>
/// <param name="UntilDate">Until which day, that day excluded; null for no day.</param>
/// <param name="UntilOdometer">Until which odometer, that reading excluded; null for none.</param>
/// <remarks>It ends with whichever comes first; one without either is no agreement and changes nothing.</remarks>
public sealed record ServiceDeferral(string ComponentId, ServiceAction Action, LocalDate? UntilDate, Odometer? UntilOdometer)
{
    internal bool HoldsAt(LocalDate today, Odometer odometer) =>
        (UntilDate is not null || UntilOdometer is not null) && !(today >= UntilDate) && !(odometer >= UntilOdometer);
}
