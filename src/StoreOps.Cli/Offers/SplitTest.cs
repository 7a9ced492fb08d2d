using System.Collections.Immutable;

using NodaTime;

using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Training;

namespace StoreOps.Cli.Offers;

/// <summary>A file of lines cut at a day: what was known before it, and each vehicle's first visit on or after it.</summary>
internal sealed class SplitTest
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public SplitTest(TimeSplit split, ShopLines lines)
    {
        Day = split.Day;
        Histories = [.. split.Training.Select(vehicle => new NextBasketCase(vehicle.Id, HistoryOf(vehicle), []))];
        // What nobody took before the day gets its number after all that somebody did, so that no ranker learns that it will exist.
        KnownParts = _numbers.Count;
        Asked =
        [
            .. split.Questions.Select(question => new AskedVisit(
                new NextBasketCase(question.Known.Id, HistoryOf(question.Known), Numbers(question.Visit.Parts)),
                question.Known,
                question.Visit,
                [.. lines.Find(question.Known.Id)!.FindingsOn(question.Visit.Date)])),
        ];
        Parts = [.. _numbers.OrderBy(part => part.Value).Select(part => part.Key)];
    }

    /// <summary>Gets the first day that is not learned from.</summary>
    public LocalDate Day { get; }

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

    private ImmutableArray<ImmutableArray<int>> HistoryOf(TrainingVehicle vehicle) => [.. vehicle.Visits.Select(visit => Numbers(visit.Parts))];

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
/// <param name="Known">The vehicle with its visits before the day.</param>
/// <param name="Visit">The visit itself, of which the day and the odometer are known at the counter.</param>
/// <param name="Findings">The parts that its inspection found worn.</param>
internal sealed record AskedVisit(NextBasketCase Case, TrainingVehicle Known, TrainingVisit Visit, ImmutableArray<string> Findings);
