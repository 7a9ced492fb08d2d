using System.Collections.Immutable;

using StoreOps.Domain.Maintenance;
using StoreOps.Rules.Explanations;

namespace StoreOps.Recommend.Parts;

/// <summary>The terms of the score: as a number for ranking, and as reasons for what is offered.</summary>
internal static class Scoring
{
    public static double LogOdds(CompiledModel model, RecommenderOptions options, int place, in Candidate candidate)
    {
        var sum = model.BaseLogOdds[place] + ScheduleValue(options, candidate) + RelationValue(options, candidate);
        return sum + candidate.Lift;
    }

    public static ImmutableArray<RecommendationReason> Reasons(CompiledModel model, RecommenderOptions options, int place, in Candidate candidate)
    {
        var reasons = new List<RecommendationReason>(4) { BaseRate(model, place) };
        if (Schedule(options, candidate) is { } schedule)
            reasons.Add(schedule);
        if (candidate.Has(RecommendationOrigin.Requires))
            reasons.Add(Relation(RecommendationCodes.RequiredBy, options.Requires, model.Items[candidate.RequiredBy]));
        else if (candidate.Has(RecommendationOrigin.Together))
            reasons.Add(Relation(RecommendationCodes.TogetherWith, options.Together, model.Items[candidate.TogetherWith]));
        if (candidate.Lift > 0)
            reasons.Add(SoldWith(model, candidate));
        return [.. reasons.OrderByDescending(reason => reason.Value)];
    }

    /// <summary>Returns how much of the interval is used up, in percent, by the limit of which more is used.</summary>
    public static int? PercentUsed(PlannedService service)
    {
        var isRecorded = service.Last.IsRecorded;
        var km = isRecorded ? service.Limits.EveryKilometers : service.Limits.FirstDueKilometers;
        var days = (isRecorded ? service.Limits.EveryMonths : service.Limits.FirstDueMonths) * 30;
        var byKilometers = Percent(km, service.Due.KilometersLeft);
        var byDays = Percent(days, service.Due.DaysLeft);
        if (byKilometers is null || byDays is null)
            return byKilometers ?? byDays;
        return Math.Max(byKilometers.Value, byDays.Value);
    }

    private static int? Percent(int? interval, int? left) => interval is { } whole && whole > 0 && left is { } rest
        ? (int)Math.Min(Math.Max((whole - (long)rest) * 100 / whole, 0), 9_999)
        : null;

    private static double ScheduleValue(RecommenderOptions options, in Candidate candidate)
    {
        if (candidate.Service is null)
            return 0;
        return Candidate.StandingOf(candidate.Service) switch
        {
            Candidate.Standing.AskFirst => options.AskFirst,
            Candidate.Standing.Due or Candidate.Standing.Upcoming or Candidate.Standing.Ok when PercentUsed(candidate.Service) is { } percent =>
                ValueAt(options.IntervalUsed, percent),
            _ => 0,
        };
    }

    private static double ValueAt(ImmutableArray<IntervalStep> steps, int percent)
    {
        var value = steps[0].Value;
        for (var i = 1; i < steps.Length && steps[i].FromPercent <= percent; i++)
            value = steps[i].Value;
        return value;
    }

    private static double RelationValue(RecommenderOptions options, in Candidate candidate)
    {
        if (candidate.Has(RecommendationOrigin.Requires))
            return options.Requires;
        return candidate.Has(RecommendationOrigin.Together) ? options.Together : 0;
    }

    private static RecommendationReason BaseRate(CompiledModel model, int place) => new(
        RecommendationCodes.BaseRate,
        model.BaseLogOdds[place],
        new Evidence(RecommendationCodes.BaseRate)
        {
            Subject = model.Items[place].Id,
            Actual = EvidenceValue.Of(Share(model.BaseRates[place])),
            Children =
            [
                Number(RecommendationCodes.OrdersWithItem, model.OrdersWith[place], model.Items[place].Id),
                Number(RecommendationCodes.Orders, model.Orders),
            ],
        });

    private static RecommendationReason? Schedule(RecommenderOptions options, in Candidate candidate)
    {
        if (candidate.Service is not { } service)
            return null;
        var standing = Candidate.StandingOf(service);
        if (standing == Candidate.Standing.AskFirst)
        {
            return new RecommendationReason(
                RecommendationCodes.AskFirst,
                options.AskFirst,
                new Evidence(RecommendationCodes.AskFirst, EvidenceOutcome.Unknown) { Subject = service.Component.Id, Children = Left(service) });
        }

        if (standing == Candidate.Standing.Unknown || PercentUsed(service) is not { } percent)
            return null;
        return new RecommendationReason(
            RecommendationCodes.IntervalUsed,
            ValueAt(options.IntervalUsed, percent),
            new Evidence(RecommendationCodes.IntervalUsed, percent >= 100 ? EvidenceOutcome.Met : EvidenceOutcome.NotMet)
            {
                Subject = service.Component.Id,
                Operator = ">=",
                Actual = EvidenceValue.Of(percent),
                Required = EvidenceValue.Of(100m),
                Distance = EvidenceValue.Of((decimal)Math.Abs(percent - 100)),
                Children = Left(service),
            });
    }

    private static RecommendationReason Relation(string code, double value, MaintenanceItem other) =>
        new(code, value, new Evidence(code, EvidenceOutcome.Met) { Subject = other.Id });

    private static RecommendationReason SoldWith(CompiledModel model, in Candidate candidate)
    {
        var id = model.Items[candidate.SoldWith].Id;
        var with = model.OrdersWith[candidate.SoldWith];
        return new RecommendationReason(
            RecommendationCodes.SoldWith,
            candidate.Lift,
            new Evidence(RecommendationCodes.SoldWith, EvidenceOutcome.Met)
            {
                Subject = id,
                Actual = EvidenceValue.Of(Math.Round(100m * candidate.OrdersWithBoth / with, 2, MidpointRounding.AwayFromZero)),
                Children = [Number(RecommendationCodes.OrdersWithBoth, candidate.OrdersWithBoth, id), Number(RecommendationCodes.OrdersWithItem, with, id)],
            });
    }

    private static ImmutableArray<Evidence> Left(PlannedService service)
    {
        var left = ImmutableArray.CreateBuilder<Evidence>(2);
        if (service.Due.KilometersLeft is { } km)
            left.Add(Number(RecommendationCodes.KilometersLeft, km));
        if (service.Due.DaysLeft is { } days)
            left.Add(Number(RecommendationCodes.DaysLeft, days));
        return left.ToImmutable();
    }

    private static Evidence Number(string code, decimal value, string? subject = null) => new(code) { Subject = subject, Actual = EvidenceValue.Of(value) };

    private static decimal Share(double rate) => Math.Round((decimal)rate * 100m, 2, MidpointRounding.AwayFromZero);
}
