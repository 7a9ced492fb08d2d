using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>The services done on one vehicle, as a value that can be merged: the same records give the same history in any order, any number of times.</summary>
/// <remarks>
/// <para>
/// A record with an <see cref="ServiceRecord.Id"/> is one fact that may be corrected: of its versions the one with the highest
/// <see cref="ServiceRecord.Revision"/> holds, of equal ones that differ the one that comes last in the order of records. A record without an
/// id is itself its identity. Nothing is deleted: a service that was undone stays as a record that says so.
/// </para>
/// <para>So <see cref="Merge"/> commutes, is associative and idempotent: two shops' histories of one car can be joined in any order.</para>
/// </remarks>
public sealed class ServiceHistory
{
    private ServiceHistory(ImmutableArray<ServiceRecord> records) => Records = records;

    /// <summary>Gets the history without a record.</summary>
    public static ServiceHistory Empty { get; } = new([]);

    /// <summary>Gets the records that hold, by date, odometer and content; undated ones first.</summary>
    public ImmutableArray<ServiceRecord> Records { get; }

    /// <summary>Makes a history.</summary>
    /// <param name="records">The records in any order; repeated ones count once.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null or has a null in it.</exception>
    public static ServiceHistory Of(IEnumerable<ServiceRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var sorted = new List<ServiceRecord>();
        var byId = new Dictionary<string, ServiceRecord>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            ArgumentNullException.ThrowIfNull(record, nameof(records));
            if (record.Id is not { } id)
                sorted.Add(record);
            else if (!byId.TryGetValue(id, out var other) || IsLater(record, other))
                byId[id] = record;
        }

        sorted.AddRange(byId.Values);
        sorted.Sort(ServiceRecordOrder.Instance);
        var distinct = ImmutableArray.CreateBuilder<ServiceRecord>(sorted.Count);
        foreach (var record in sorted)
        {
            if (distinct.Count == 0 || ServiceRecordOrder.Instance.Compare(distinct[distinct.Count - 1], record) != 0)
                distinct.Add(record);
        }

        return distinct.Count == 0 ? Empty : new ServiceHistory(distinct.ToImmutable());
    }

    /// <summary>Returns the history with the records of another.</summary>
    /// <param name="other">The other history.</param>
    /// <returns>The joined history.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public ServiceHistory Merge(ServiceHistory other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Of(Records.Concat(other.Records));
    }

    /// <summary>Returns the history with a record, or with a new version of it.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The new history; this one when it has the record already.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    public ServiceHistory With(ServiceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Records.Contains(record) ? this : Of(Records.Append(record));
    }

    /// <summary>Returns the history in which a service counts as never done.</summary>
    /// <param name="recordId">The <see cref="ServiceRecord.Id"/> of its record.</param>
    /// <returns>The new history; this one when it has no such record or it is undone already.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="recordId"/> is null.</exception>
    public ServiceHistory Undo(string recordId)
    {
        ArgumentNullException.ThrowIfNull(recordId);
        return Records.FirstOrDefault(one => one.Id == recordId) is { Extent: not ServiceExtent.Undone } record
            ? Of(Records.Append(record with { Extent = ServiceExtent.Undone, Revision = record.Revision + 1 }))
            : this;
    }

    private static bool IsLater(ServiceRecord record, ServiceRecord other) =>
        record.Revision != other.Revision ? record.Revision > other.Revision : ServiceRecordOrder.Instance.Compare(record, other) > 0;
}
