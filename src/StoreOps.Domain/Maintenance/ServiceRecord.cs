using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>A service that was done, here or elsewhere.</summary>
/// <param name="ComponentId">The id of a catalog item or of a finer component.</param>
/// <param name="Action">What was done.</param>
/// <param name="Date">The day; null when not known.</param>
/// <param name="Odometer">The odometer; null when not known.</param>
public sealed record ServiceRecord(string ComponentId, ServiceAction Action, LocalDate? Date, Odometer? Odometer)
{
    /// <summary>Gets the host's identifier of the record, such as an order line's.</summary>
    /// <value>Null when it has none: then the record is itself its identity.</value>
    public string? Id { get; init; }

    /// <summary>Gets the version of the record: of two with the same <see cref="Id"/> the higher holds.</summary>
    /// <value>Zero or above; the default is 0.</value>
    public int Revision { get; init; }

    /// <summary>Gets where it was done.</summary>
    public RecordOrigin Origin { get; init; }

    /// <summary>Gets how much of it was done.</summary>
    public ServiceExtent Extent { get; init; }

    /// <summary>Gets a value indicating whether the odometer was estimated, not read.</summary>
    public bool IsOdometerEstimated { get; init; }

    /// <summary>Gets what other meters showed.</summary>
    public ImmutableArray<MeterReading> Meters { get; init; } = [];

    /// <summary>Compares by content, meters included.</summary>
    /// <param name="other">The other record.</param>
    /// <returns>True when every fact is the same.</returns>
    public bool Equals(ServiceRecord? other) =>
        other is not null && ServiceRecordOrder.Instance.Compare(this, other) == 0;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ComponentId, Action, Date, Odometer, Id, Revision);
}
