using System.Collections.Immutable;

using NodaTime;

using StoreOps.Recommend.Models;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Parts;

/// <summary>What one vehicle took at its visits, in the numbers of one model. Immutable; a new visit makes a new history.</summary>
public sealed class PartHistory
{
    // 0.8 to the power of the place, in 1/65536: what a visit so long ago still counts for.
    private static readonly uint[] Fade = MakeFade();

    private HistoryLevels? _levels;

    private PartHistory(PartHistoryEntry[] entries, int[] lastParts, int visits, int lines)
    {
        Entries = entries;
        LastParts = lastParts;
        Visits = visits;
        Lines = lines;
    }

    /// <summary>Gets the history of a vehicle of which nothing is known.</summary>
    public static PartHistory Empty { get; } = new([], [], 0, 0);

    /// <summary>Gets the number of visits.</summary>
    public int Visits { get; }

    /// <summary>Gets the number of lines of all visits.</summary>
    public int Lines { get; }

    /// <summary>Gets the number of different parts.</summary>
    public int Parts => Entries.Length;

    internal PartHistoryEntry[] Entries { get; }

    internal int[] LastParts { get; }

    internal PreparedVehicle? Prepared { get; private init; }

    /// <summary>Gets the terms of its parts in the model whose numbers it was read with; null where no model was named.</summary>
    internal HistoryTerms? Terms { get; private set; }

    // Several threads may reckon it at once: they come to the same, and it does not matter whose is kept.
    internal HistoryLevels Levels => _levels ??= new HistoryLevels(this);

    /// <summary>Reads the visits of a vehicle.</summary>
    /// <param name="model">The model whose numbers are used.</param>
    /// <param name="visits">The visits, in order of their days. Parts that the model does not know are left out.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException">A visit is earlier than the one before it.</exception>
    public static PartHistory From(PartsModel model, ImmutableArray<TrainingVisit> visits)
    {
        ArgumentNullException.ThrowIfNull(model);
        var history = Empty;
        var day = int.MinValue;
        var parts = new List<int>();
        foreach (var visit in visits.IsDefault ? [] : visits)
        {
            var visitDay = DayNumber.Of(visit.Date);
            if (visitDay < day)
                throw new ArgumentException("Visits come in order of their days; one was earlier than the one before it.", nameof(visits));
            day = visitDay;
            parts.Clear();
            foreach (var id in visit.Parts.IsDefault ? [] : visit.Parts)
            {
                if (model.FindPart(id) is >= 0 and var part)
                    parts.Add(part);
            }

            history = history.WithDay(visitDay, KilometersOf(visit.Kilometers), [.. parts]);
        }

        return ReferenceEquals(history, Empty) ? Empty : history.Reckoned(model);
    }

    /// <summary>Adds a visit.</summary>
    /// <param name="date">The day, not before that of the last visit.</param>
    /// <param name="kilometers">The odometer in kilometers; null when nobody read it.</param>
    /// <param name="parts">The parts' numbers in the model, in any order; several of one part count once. Without any, nothing changes.</param>
    /// <returns>The history with the visit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A part's number is below zero or above 65,534.</exception>
    public PartHistory With(LocalDate date, int? kilometers, ReadOnlySpan<int> parts) =>
        WithDay(DayNumber.Of(date), KilometersOf(kilometers), parts).Reckoned(Terms?.Model);

    /// <summary>Adds up once what the history says for each part of a model: for a vehicle that is asked for more than once, at each line written.</summary>
    /// <param name="model">The model. For another one the history is used as if it were not prepared.</param>
    /// <returns>
    /// The same history, which takes about 4 bytes more for each part of the model. The answers are the same, and come sooner; with many thousands
    /// of parts only where few vehicles are asked for, as their sums then push one another out of the processor's cache.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public PartHistory PreparedFor(PartsModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new PartHistory(Entries, LastParts, Visits, Lines)
        {
            _levels = Levels,
            Terms = ReferenceEquals(Terms?.Model, model) ? Terms : new HistoryTerms(model, this),
            Prepared = new PreparedVehicle(model, this),
        };
    }

    /// <summary>Returns what a visit still counts for after others, in 1/65536.</summary>
    internal static uint FadeAfter(int visits) => visits < Fade.Length ? Fade[visits] : 0;

    internal PartHistory WithDay(int day, int kilometers, ReadOnlySpan<int> parts)
    {
        if (parts.IsEmpty)
            return this;
        var sorted = parts.ToArray();
        Array.Sort(sorted);
        ArgumentOutOfRangeException.ThrowIfNegative(sorted[0], nameof(parts));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sorted[^1], ModelLayout.MaxParts - 1, nameof(parts));
        var distinct = Distinct(sorted);
        var merged = new PartHistoryEntry[Entries.Length + distinct.Length];
        var (count, at, taken) = (0, 0, 0);
        while (at < Entries.Length || taken < distinct.Length)
        {
            var order = at == Entries.Length ? 1 : taken == distinct.Length ? -1 : Entries[at].Part.CompareTo(distinct[taken]);
            merged[count++] = order switch
            {
                < 0 => Entries[at],
                0 => Entries[at].Again(Visits, day, kilometers),
                _ => new PartHistoryEntry(distinct[taken], 1, Visits, 1u << 16, 1, day, kilometers),
            };
            at += order <= 0 ? 1 : 0;
            taken += order >= 0 ? 1 : 0;
        }

        Array.Resize(ref merged, count);
        return new PartHistory(merged, distinct, Visits + 1, Lines + distinct.Length);
    }

    private static int KilometersOf(int? kilometers) => kilometers is >= 0 and { } km ? km : OrderLog.NoKilometers;

    // So that the first call allocates no more than the others.
    private PartHistory Reckoned(PartsModel? model)
    {
        _ = Levels;
        if (model is not null && !ReferenceEquals(Terms?.Model, model))
            Terms = new HistoryTerms(model, this);
        return this;
    }

    private static int[] Distinct(int[] sorted)
    {
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
                sorted[count++] = sorted[i];
        }

        return sorted.AsSpan(0, count).ToArray();
    }

    private static uint[] MakeFade()
    {
        var fade = new uint[48];
        var left = 65_536.0;
        for (var i = 0; i < fade.Length; i++, left *= 0.8)
            fade[i] = (uint)left;
        return fade;
    }
}
