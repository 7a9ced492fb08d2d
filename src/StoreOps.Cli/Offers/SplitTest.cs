using System.Collections.Immutable;

using NodaTime;

using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Training;

namespace StoreOps.Cli.Offers;

/// <summary>A file of lines cut at a day: what was known before it, and each vehicle's first visit on or after it.</summary>
internal sealed class SplitTest
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public SplitTest(ShopLines lines, LocalDate split)
    {
        var vehicles = lines.Vehicles.Select(vehicle => (Vehicle: vehicle, Visits: vehicle.Visits())).ToList();
        var (cases, histories, asked) = (new List<ImmutableArray<ImmutableArray<int>>>(), new List<NextBasketCase>(), new List<AskedVisit>());
        foreach (var (vehicle, visits) in vehicles)
        {
            ImmutableArray<ImmutableArray<int>> history = [.. visits.TakeWhile(visit => visit.Date < split).Select(visit => Numbers(visit.Parts))];
            cases.Add(history);
            if (history.Length > 0)
                histories.Add(new NextBasketCase(vehicle.Id, history, []));
        }

        // What nobody took before the day gets its number after all that somebody did, so that no ranker learns that it will exist.
        KnownParts = _numbers.Count;
        for (var i = 0; i < cases.Count; i++)
        {
            var ((vehicle, visits), past) = (vehicles[i], cases[i].Length);
            if (past < visits.Length)
                asked.Add(new AskedVisit(new NextBasketCase(vehicle.Id, cases[i], Numbers(visits[past].Parts)), visits[..past], visits[past], vehicle.Family));
        }

        (Histories, Asked) = ([.. histories], [.. asked]);
        Parts = [.. _numbers.OrderBy(part => part.Value).Select(part => part.Key)];
    }

    /// <summary>Gets how many of the first parts somebody took before the day.</summary>
    public int KnownParts { get; }

    /// <summary>Gets the parts of the histories and of what is asked for; their places are the numbers of the test.</summary>
    public ImmutableArray<string> Parts { get; }

    /// <summary>Gets what each vehicle took before the day, for rankers that learn from it.</summary>
    public ImmutableArray<NextBasketCase> Histories { get; }

    /// <summary>Gets the visits that are asked for, in order of the vehicles' ids.</summary>
    public ImmutableArray<AskedVisit> Asked { get; }

    /// <summary>Gets the questions.</summary>
    public ImmutableArray<NextBasketCase> Cases => [.. Asked.Select(visit => visit.Case)];

    private ImmutableArray<int> Numbers(ImmutableArray<string> parts)
    {
        var numbers = ImmutableArray.CreateBuilder<int>(parts.Length);
        foreach (var part in parts)
        {
            if (!_numbers.TryGetValue(part, out var number))
                _numbers.Add(part, number = _numbers.Count);
            numbers.Add(number);
        }

        return numbers.MoveToImmutable();
    }
}

/// <summary>One visit that a ranker is asked for.</summary>
/// <param name="Case">The question, in the numbers of the test.</param>
/// <param name="Past">The visits before it.</param>
/// <param name="Visit">The visit itself, of which the day and the odometer are known at the counter.</param>
/// <param name="Family">The model family; empty for none.</param>
internal sealed record AskedVisit(NextBasketCase Case, ImmutableArray<TrainingVisit> Past, TrainingVisit Visit, string Family);
