using System.Collections.Immutable;

using NodaTime;

using StoreOps.Rules.Explanations;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.FollowUps;

/// <summary>Turns the days ahead of a customer into dated tasks. Immutable; safe for many threads.</summary>
public sealed class FollowUpPlanner
{
    /// <summary>Initializes a new instance of the <see cref="FollowUpPlanner"/> class.</summary>
    /// <param name="rules">The rules, each id once.</param>
    /// <param name="pack">The rule pack they come from; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is null.</exception>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public FollowUpPlanner(IEnumerable<FollowUpRule> rules, PackStamp? pack = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = [.. rules];
        Pack = pack;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (Rules.FirstOrDefault(rule => !seen.Add(rule.Id)) is { } twice)
            throw new ArgumentException("A rule stands once; \"" + twice.Id + "\" was there twice.", nameof(rules));
    }

    /// <summary>Gets the rules in the order given.</summary>
    public ImmutableArray<FollowUpRule> Rules { get; }

    /// <summary>Gets the rule pack that the rules come from; null for none.</summary>
    public PackStamp? Pack { get; }

    /// <summary>Plans the contacts with one customer.</summary>
    /// <param name="situation">The days ahead.</param>
    /// <returns>The tasks; none for a customer who refused contact. A task of today is kept, an earlier one is dropped.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="situation"/> is null.</exception>
    public FollowUpPlan Plan(FollowUpSituation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        if (situation.IsOptedOut)
        {
            var refused = new Evidence(EvidenceCodes.FollowUpOptedOut, EvidenceOutcome.Met) { Subject = situation.CustomerId };
            return Finish(situation, [], [refused]);
        }

        var all = Rules.Where(rule => rule.IsInForceOn(situation.AsOf)).SelectMany(rule => TasksOf(rule, situation)).Distinct()
            .OrderBy(task => task.Date)
            .ThenBy(task => task.RuleId, StringComparer.Ordinal)
            .ThenBy(task => task.SubjectId, StringComparer.Ordinal)
            .ThenBy(task => task.Anchor)
            .ToArray();
        ImmutableArray<FollowUpTask> tasks = [.. all.Where(task => task.Date >= situation.AsOf)];
        var past = all.Where(task => task.Date < situation.AsOf).Select(task => task.Evidence with
        {
            Code = EvidenceCodes.FollowUpPast,
            Outcome = EvidenceOutcome.NotMet,
        });
        return Finish(situation, tasks, [.. tasks.Select(task => task.Evidence), .. past, .. NotInForce(situation.AsOf)]);
    }

    private IEnumerable<Evidence> NotInForce(LocalDate date) =>
        Rules.Where(rule => !rule.IsInForceOn(date)).Select(rule => EffectivePeriod.NotInForce(rule.Id, rule.From, rule.Until, date));

    private FollowUpPlan Finish(
        FollowUpSituation situation, ImmutableArray<FollowUpTask> tasks, ImmutableArray<Evidence> steps) => new()
        {
            CustomerId = situation.CustomerId,
            Pack = Pack,
            Tasks = tasks,
            Evidence = new Evidence(EvidenceCodes.FollowUpPlan)
            {
                Subject = situation.CustomerId,
                Operator = ">=",
                Required = EvidenceValue.Of(situation.AsOf),
                Children = steps,
            },
        };

    private static IEnumerable<FollowUpTask> TasksOf(FollowUpRule rule, FollowUpSituation situation)
    {
        foreach (var subject in DaysOf(rule.Topic, situation))
        {
            foreach (var daysBefore in rule.DaysBefore)
            {
                // Beyond the calendar's end there is no day to plan.
                if (Period.DaysBetween(subject.Date, LocalDate.MaxIsoValue) < -daysBefore
                    || Period.DaysBetween(LocalDate.MinIsoValue, subject.Date) < daysBefore)
                    continue;
                var evidence = new Evidence(EvidenceCodes.FollowUpTask, EvidenceOutcome.Met)
                {
                    RuleId = rule.Id,
                    Subject = subject.SubjectId,
                    Actual = EvidenceValue.Of(subject.Date),
                    Distance = EvidenceValue.Of(Math.Abs(daysBefore)),
                    Operator = daysBefore < 0 ? "days-after" : "days-before",
                };
                yield return new FollowUpTask(
                    rule.Id, rule.Topic, subject.SubjectId, subject.Date.PlusDays(-daysBefore), subject.Date, evidence);
            }
        }
    }

    private static ImmutableArray<SubjectDay> DaysOf(FollowUpTopic topic, FollowUpSituation situation) => topic switch
    {
        FollowUpTopic.Maintenance => situation.DueDates,
        FollowUpTopic.Benefit => situation.Benefits,
        _ => situation.NextTransitionOn is { } day ? [new SubjectDay(situation.CustomerId, day)] : [],
    };
}
