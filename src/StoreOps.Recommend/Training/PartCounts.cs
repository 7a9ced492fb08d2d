using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

using StoreOps.Domain;
using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>
/// What a shop counted of its visits, without any vehicle: which parts are taken, when again, together with which, by which families. A chain adds up
/// what its shops counted and trains a <see cref="PartsModel"/> from it. Immutable; safe for many threads.
/// </summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>Law</term><description>For counts of vehicles that have none in common</description></listheader>
/// <item><term>union</term><description><c>Of(a and b) = Of(a).Merge(Of(b))</c></description></item>
/// <item><term>order</term><description><c>a.Merge(b) = b.Merge(a)</c>, and <c>a.Merge(b).Merge(c) = a.Merge(b.Merge(c))</c></description></item>
/// <item><term>nothing</term><description><c>a.Merge(Empty) = a</c></description></item>
/// <item><term>way back</term><description><c>a.Add(v).Remove(v) = a</c></description></item>
/// </list>
/// <para>Parts, families and usage tags are known by their ids, so that shops with different catalogs merge. Categories and intervals are not
/// counted: <see cref="RecommendTrainer"/> is told them.</para>
/// <para>Equal counts have equal bytes. A vehicle is counted once: who shards sees to it that none is in two shops' counts.</para>
/// </remarks>
public sealed class PartCounts : IEquatable<PartCounts>
{
    private readonly CountTable[] _tables;

    internal PartCounts(string[] parts, string[] families, string[] tags, CountTable[] tables)
    {
        (PartNames, FamilyNames, TagNames) = (parts, families, tags);
        _tables = tables;
    }

    /// <summary>Gets the counts of no vehicle at all.</summary>
    public static PartCounts Empty { get; } = new([], [], [], [.. Enumerable.Repeat(CountTable.Empty, (int)CountKind.Sequence + 1)]);

    /// <summary>Gets the number of vehicles counted: those with a visit.</summary>
    public long Vehicles => Total(0);

    /// <summary>Gets the number of visits counted.</summary>
    public long Visits => Total(1);

    /// <summary>Gets the number of lines counted.</summary>
    public long Lines => Total(2);

    /// <summary>Gets the number of parts that were taken.</summary>
    public int Parts => PartNames.Length;

    /// <summary>Gets the number of pairs of parts: how much room the counts take grows with it.</summary>
    public long Pairs => Table(CountKind.SameVehicle).Count + (long)Table(CountKind.SameVisit).Count + Table(CountKind.Sequence).Count;

    internal string[] PartNames { get; }

    internal string[] FamilyNames { get; }

    internal string[] TagNames { get; }

    /// <summary>Counts vehicles.</summary>
    /// <param name="vehicles">The vehicles, in any order. A vehicle may come in pieces; visits on one day are one visit.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicles"/> is null.</exception>
    /// <exception cref="ArgumentException">A vehicle, part, family or usage tag has no id.</exception>
    public static PartCounts Of(IEnumerable<TrainingVehicle> vehicles)
    {
        ArgumentNullException.ThrowIfNull(vehicles);
        var builder = new OrderLogBuilder();
        foreach (var vehicle in vehicles)
            builder.Add(vehicle);
        var log = builder.Build();
        return PartCountsNames.WithoutUnused(log.Parts, log.Families, log.Tags, PartCounting.Tables(log));
    }

    /// <summary>Reads counts and refuses those that no visits could have given.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> wrote.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="issues">What is wrong and where, with the codes of <see cref="PartCountsCodes"/>.</param>
    /// <returns>Whether the bytes are counts.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out PartCounts? counts, out ImmutableArray<LoadIssue> issues) =>
        PartCountsReader.TryRead(bytes, out counts, out issues);

    /// <summary>Adds vehicles that are not counted yet.</summary>
    /// <param name="vehicles">The vehicles.</param>
    /// <returns>The counts with them.</returns>
    /// <inheritdoc cref="Of"/>
    public PartCounts Add(IEnumerable<TrainingVehicle> vehicles) => Merge(Of(vehicles));

    /// <summary>Takes vehicles away.</summary>
    /// <param name="vehicles">The vehicles with all the visits with which they were counted.</param>
    /// <returns>The counts without them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicles"/> is null.</exception>
    /// <exception cref="ArgumentException">The vehicles were not counted, or not with these visits: a count would fall below zero.</exception>
    public PartCounts Remove(IEnumerable<TrainingVehicle> vehicles) => PartCountsNames.Sum(this, Of(vehicles), -1)
        ?? throw new ArgumentException("The vehicles were not counted with these visits: a count would fall below zero.", nameof(vehicles));

    /// <summary>Counts vehicles anew whose orders changed: one came, was corrected or was withdrawn.</summary>
    /// <param name="before">The vehicles as they were counted.</param>
    /// <param name="after">The same vehicles as they are now.</param>
    /// <returns>The counts, the same as if the vehicles had been counted as they are now.</returns>
    /// <remarks>An order cannot be added without the vehicle's others: what comes again, and after what, is counted too.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The vehicles were not counted as they were before.</exception>
    public PartCounts Replace(IEnumerable<TrainingVehicle> before, IEnumerable<TrainingVehicle> after)
    {
        // What comes first is added, so that no name goes and comes again.
        var added = Add(after);
        return PartCountsNames.Sum(added, Of(before), -1)
            ?? throw new ArgumentException("The vehicles were not counted with these visits: a count would fall below zero.", nameof(before));
    }

    /// <summary>Adds up the counts of two sets of vehicles that have none in common.</summary>
    /// <param name="other">The other counts.</param>
    /// <returns>The counts of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="OverflowException">A count exceeds 2^63 - 1.</exception>
    public PartCounts Merge(PartCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return PartCountsNames.Sum(this, other, 1)!;
    }

    /// <summary>Writes the counts: a header with version and SHA-256, then two to five bytes for each count that is not zero.</summary>
    /// <returns>The bytes, the same for equal counts on every machine.</returns>
    public byte[] ToBytes() => PartCountsWriter.Write(this);

    /// <inheritdoc/>
    public bool Equals(PartCounts? other) => other is not null
        && PartNames.AsSpan().SequenceEqual(other.PartNames)
        && FamilyNames.AsSpan().SequenceEqual(other.FamilyNames)
        && TagNames.AsSpan().SequenceEqual(other.TagNames)
        && _tables.Zip(other._tables, (one, two) => one.IsEqualTo(two)).All(isEqual => isEqual);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PartCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => (Vehicles, Visits, Lines, Parts, Pairs).GetHashCode();

    /// <summary>Returns how many of what was counted, as <c>3 vehicles, 8 visits, 20 lines</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Vehicles} vehicles, {Visits} visits, {Lines} lines");

    internal CountTable Table(CountKind kind) => _tables[(int)kind];

    private long Total(int column)
    {
        var table = Table(CountKind.General);
        for (var i = 0; i < table.Count && table.RowOf(i) == (int)CountRow.Totals; i++)
        {
            if (table.ColumnOf(i) == column)
                return table.Whole[i];
        }

        return 0;
    }
}
