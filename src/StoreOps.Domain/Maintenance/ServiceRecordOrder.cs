using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>A total order of records: by day, odometer and then every other fact, so that zero means "the same record".</summary>
internal sealed class ServiceRecordOrder : IComparer<ServiceRecord>
{
    public static ServiceRecordOrder Instance { get; } = new();

    public int Compare(ServiceRecord? x, ServiceRecord? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var order = Nullable.Compare(x.Date, y.Date);
        if (order == 0)
            order = Nullable.Compare(x.Odometer, y.Odometer);
        if (order == 0)
            order = string.CompareOrdinal(x.ComponentId, y.ComponentId);
        if (order == 0)
            order = x.Action.CompareTo(y.Action);
        if (order == 0)
            order = string.CompareOrdinal(x.Id, y.Id);
        if (order == 0)
            order = x.Revision.CompareTo(y.Revision);
        if (order == 0)
            order = x.Extent.CompareTo(y.Extent);
        if (order == 0)
            order = x.Origin.CompareTo(y.Origin);
        if (order == 0)
            order = x.IsOdometerEstimated.CompareTo(y.IsOdometerEstimated);
        return order == 0 ? Compare(x.Meters, y.Meters) : order;
    }

    private static int Compare(ImmutableArray<MeterReading> x, ImmutableArray<MeterReading> y)
    {
        var order = x.Length.CompareTo(y.Length);
        for (var i = 0; order == 0 && i < x.Length; i++)
        {
            order = string.CompareOrdinal(x[i].Meter, y[i].Meter);
            if (order == 0)
                order = x[i].Value.CompareTo(y[i].Value);
        }

        return order;
    }
}
