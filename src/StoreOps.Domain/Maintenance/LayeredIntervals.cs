using System.Collections.Concurrent;
using System.Collections.Immutable;

using NodaTime;

namespace StoreOps.Domain.Maintenance;

/// <summary>Applies the overrides of layers to schedules: a changed schedule is made once for each span of days between changes.</summary>
internal sealed class LayeredIntervals
{
    private readonly (ScheduleLayer Layer, IntervalOverride Override)[] _overrides;
    private readonly LocalDate[] _days;
    private readonly ConcurrentDictionary<(string Id, int Epoch), (MaintenanceSchedule Schedule, ImmutableArray<IntervalChange> Changes)> _made = new();

    /// <summary>Initializes a new instance of the <see cref="LayeredIntervals"/> class.</summary>
    /// <param name="layers">The layers, the highest first.</param>
    public LayeredIntervals(ImmutableArray<ScheduleLayer> layers)
    {
        // The last word comes last: the highest layer, in it the closest scope, in it the latest day.
        _overrides = [.. layers.Reverse().SelectMany(layer => layer.Overrides
            .OrderBy(one => one.Closeness).ThenBy(one => one.EffectiveFrom)
            .Select(one => (layer, one)))];
        _days = [.. _overrides.Select(one => one.Override.EffectiveFrom).Distinct().OrderBy(day => day)];
    }

    public ScheduleMatch Apply(ScheduleMatch match, LayerOrigin origin, LocalDate date)
    {
        var epoch = 0;
        while (epoch < _days.Length && _days[epoch] <= date)
            epoch++;
        if (epoch == 0)
            return match;
        var key = (match.Schedule.Id, epoch);
        if (!_made.TryGetValue(key, out var made))
            _made[key] = made = Make(match.Schedule, origin, date);
        return made.Changes.IsEmpty ? match : match with { Schedule = made.Schedule, Changes = made.Changes };
    }

    private (MaintenanceSchedule Schedule, ImmutableArray<IntervalChange> Changes) Make(MaintenanceSchedule schedule, LayerOrigin origin, LocalDate date)
    {
        var changes = ImmutableArray.CreateBuilder<IntervalChange>();
        var rules = schedule.Rules.ToBuilder();
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].IsNoServiceRequired)
                continue;
            var first = changes.Count;
            foreach (var (layer, one) in _overrides)
            {
                if (one.EffectiveFrom > date || layer.Origin < origin || !one.SpeaksOf(schedule) || !one.SpeaksOf(rules[i]))
                    continue;
                var (before, severeBefore) = (rules[i].Limits, rules[i].Severe?.Limits ?? default);
                rules[i] = Change(rules[i], one);
                changes.Add(new IntervalChange(i, layer.Id, layer.Origin, one, before, rules[i].Limits, IsLatest: false)
                {
                    Edition = layer.Edition,
                    SevereBefore = severeBefore,
                    SevereAfter = rules[i].Severe?.Limits ?? default,
                });
            }

            if (changes.Count > first)
                changes[changes.Count - 1] = changes[changes.Count - 1] with { IsLatest = true };
        }

        return changes.Count == 0 ? (schedule, []) : (schedule with { Rules = rules.ToImmutable() }, changes.ToImmutable());
    }

    private static MaintenanceRule Change(MaintenanceRule rule, IntervalOverride to)
    {
        var limits = Replace(rule.Limits, to.Limits);
        return rule with
        {
            Limits = limits,
            FollowsComponentId = to.Limits.IsEmpty ? rule.FollowsComponentId : null,
            Markets = [.. rule.Markets.Select(market => market with { Limits = Replace(market.Limits, to.Limits) })],
            Severe = Severe(rule.Severe, limits, to),
        };
    }

    private static SevereUse? Severe(SevereUse? severe, ServiceLimits normal, IntervalOverride to)
    {
        if (to.SevereLimits.IsEmpty)
            return severe is null ? null : WithLimits(severe, limits => Cap(limits, to.Limits));

        // A first limit that normal use leaves open is its repeated one.
        var most = normal with { FirstKilometers = normal.FirstDueKilometers, FirstMonths = normal.FirstDueMonths };
        return WithLimits(severe ?? new SevereUse(), limits => Cap(Replace(limits, to.SevereLimits), most));
    }

    private static SevereUse WithLimits(SevereUse severe, Func<ServiceLimits, ServiceLimits> change) => severe with
    {
        Limits = change(severe.Limits),
        Markets = [.. severe.Markets.Select(market => market with { Limits = change(market.Limits) })],
    };

    internal static ServiceLimits Replace(ServiceLimits limits, ServiceLimits to) => new(
        to.EveryKilometers ?? limits.EveryKilometers,
        to.EveryMonths ?? limits.EveryMonths,
        to.FirstKilometers ?? limits.FirstKilometers,
        to.FirstMonths ?? limits.FirstMonths);

    // Severe use never allows more than normal use does; what it states more strictly stays.
    private static ServiceLimits Cap(ServiceLimits limits, ServiceLimits most) => new(
        Least(limits.EveryKilometers, most.EveryKilometers),
        Least(limits.EveryMonths, most.EveryMonths),
        Least(limits.FirstKilometers, most.FirstKilometers),
        Least(limits.FirstMonths, most.FirstMonths));

    private static int? Least(int? limit, int? most) => limit > most ? most : limit;
}
