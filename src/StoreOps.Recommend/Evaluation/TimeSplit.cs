using System.Collections.Immutable;

using NodaTime;

using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Evaluation;

/// <summary>Past visits cut at a day: learned from before it, asked for from it on. There is no other kind of split, because a shop has no other.</summary>
/// <remarks>
/// What lies on the day itself is asked for and never learned from. A vehicle that came into service on the day or later did so in the future, and
/// nothing of that is told before. Family and usage tags have no day: they are taken as known all along, so a tag that was given because of a
/// later visit has to be left out by the host.
/// </remarks>
public sealed class TimeSplit
{
    private TimeSplit(LocalDate day, ImmutableArray<TrainingVehicle> training, ImmutableArray<SplitQuestion> questions) =>
        (Day, Training, Questions) = (day, training, questions);

    /// <summary>Gets the first day that is not learned from.</summary>
    public LocalDate Day { get; }

    /// <summary>Gets the vehicles with their visits before the day, in ordinal order of their ids; those without any are left out.</summary>
    public ImmutableArray<TrainingVehicle> Training { get; }

    /// <summary>Gets each vehicle's first visit on the day or later, in the same order.</summary>
    public ImmutableArray<SplitQuestion> Questions { get; }

    /// <summary>Cuts at a day.</summary>
    /// <param name="day">The first day that is not learned from.</param>
    /// <param name="vehicles">The vehicles, in any order. Pieces of one vehicle and visits of one day are put together as training does it; a visit
    /// without parts is none.</param>
    /// <returns>Both sides.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicles"/> is null.</exception>
    /// <exception cref="ArgumentException">A vehicle has no id.</exception>
    public static TimeSplit At(LocalDate day, IEnumerable<TrainingVehicle> vehicles)
    {
        ArgumentNullException.ThrowIfNull(vehicles);
        var pieces = new SortedDictionary<string, List<TrainingVehicle>>(StringComparer.Ordinal);
        foreach (var vehicle in vehicles)
        {
            if (vehicle is null || string.IsNullOrEmpty(vehicle.Id))
                throw new ArgumentException("A vehicle was null or had no id.", nameof(vehicles));
            if (!pieces.TryGetValue(vehicle.Id, out var own))
                pieces.Add(vehicle.Id, own = []);
            own.Add(vehicle);
        }

        var (training, questions) = (ImmutableArray.CreateBuilder<TrainingVehicle>(pieces.Count), ImmutableArray.CreateBuilder<SplitQuestion>());
        foreach (var own in pieces)
        {
            var visits = Visits(own.Value);
            var count = visits.TakeWhile(visit => visit.Date < day).Count();
            var known = Known(own.Key, own.Value, [.. visits.Take(count)], day);
            if (count > 0)
                training.Add(known);
            if (count < visits.Count)
                questions.Add(new SplitQuestion(known, visits[count]));
        }

        return new TimeSplit(day, training.ToImmutable(), questions.ToImmutable());
    }

    private static TrainingVehicle Known(string id, List<TrainingVehicle> pieces, ImmutableArray<TrainingVisit> visits, LocalDate day)
    {
        var families = pieces.Select(piece => piece.Family).Where(family => !string.IsNullOrEmpty(family));
        return new TrainingVehicle(id, visits)
        {
            Family = families.OrderBy(family => family, StringComparer.Ordinal).FirstOrDefault() ?? string.Empty,
            InServiceSince = pieces.Select(piece => piece.InServiceSince).Where(since => since < day).Max(),
            UsageTags = [.. pieces.SelectMany(piece => piece.UsageTags.IsDefault ? [] : piece.UsageTags).Distinct(StringComparer.Ordinal).OrderBy(tag => tag, StringComparer.Ordinal)],
        };
    }

    private static List<TrainingVisit> Visits(List<TrainingVehicle> pieces) =>
    [
        .. pieces.SelectMany(piece => piece.Visits.IsDefault ? [] : piece.Visits)
            .Where(visit => !visit.Parts.IsDefaultOrEmpty)
            .GroupBy(visit => visit.Date)
            .OrderBy(visit => visit.Key)
            .Select(visit => new TrainingVisit(
                visit.Key, visit.Max(one => one.Kilometers), [.. visit.SelectMany(one => one.Parts).Distinct(StringComparer.Ordinal)])
            {
                Findings = [.. visit.SelectMany(one => one.Findings.IsDefault ? [] : one.Findings).Distinct(StringComparer.Ordinal)],
            }),
    ];
}
