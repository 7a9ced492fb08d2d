using System.Collections.Immutable;

using NodaTime;

using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Lifecycle;

/// <summary>Tells in which of six states a customer is, why, and when that will change. Immutable; safe for many threads.</summary>
/// <remarks>
/// <para>Own interval = (k · prior + Σ gaps) / (k + n) over the n gaps between distinct days of visits; the median of the gaps instead where
/// n is at least 5 and the longest gap is above three medians. Ratio = idle days / own interval. Compared exactly, as whole numbers.</para>
/// <para>In this order: Lost (gone, opted out, ratio or days), Dormant, AtRisk, New, Core, Active. A ratio exactly on a cut is still the better
/// state, and so is a number of idle days exactly on its limit.</para>
/// </remarks>
public sealed class LifecycleClassifier
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly LifecyclePolicy _policy;
    private readonly RatioCut _warning;
    private readonly RatioCut _atRisk;
    private readonly RatioCut _dormant;
    private readonly RatioCut _lost;

    /// <summary>Initializes a new instance of the <see cref="LifecycleClassifier"/> class.</summary>
    /// <param name="policy">The owner's policy.</param>
    /// <param name="pack">The rule pack it comes from; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The cuts do not rise strictly from warning over at risk and dormant to lost, or the days for dormant exceed those for lost.
    /// </exception>
    public LifecycleClassifier(LifecyclePolicy policy, PackStamp? pack = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (!(policy.WarningFrom < policy.AtRiskFrom && policy.AtRiskFrom < policy.DormantFrom && policy.DormantFrom < policy.LostFrom))
            throw new ArgumentException("The ratios for warning, at risk, dormant and lost must rise strictly in this order.", nameof(policy));
        if (policy.DormantAfterDaysWhenIntervalUnknown > policy.LostAfterDays)
            throw new ArgumentException("A customer is dormant no later than lost: the days for dormant exceed those for lost.", nameof(policy));
        _policy = policy;
        Pack = pack;
        _warning = new RatioCut(policy.WarningFrom);
        _atRisk = new RatioCut(policy.AtRiskFrom);
        _dormant = new RatioCut(policy.DormantFrom);
        _lost = new RatioCut(policy.LostFrom);
    }

    /// <summary>Gets the policy.</summary>
    public LifecyclePolicy Policy => _policy;

    /// <summary>Gets the rule pack that the policy comes from; null for none.</summary>
    public PackStamp? Pack { get; }

    /// <summary>Classifies one vehicle's customer.</summary>
    /// <param name="situation">What is known.</param>
    /// <returns>The state with its reasons. Every situation has exactly one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="situation"/> is null.</exception>
    public LifecycleAssessment Classify(LifecycleSituation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var history = VisitHistory.From(situation, _policy);
        var days = history.Days;
        var prior = situation.PriorIntervalDays ?? _policy.DefaultIntervalDays;
        var own = OwnInterval.From(days, prior, _policy.PriorWeight);
        var isGone = situation.IsOptedOut || situation.IsVehicleGone;
        var course = isGone ? LifecycleCourse.Constant(LifecycleState.Lost) : CourseAfter(days, own);
        var state = course.On(situation.AsOf);
        var next = course.ChangesAfter(situation.AsOf);
        int? idle = days.IsEmpty ? null : ToDay(situation.AsOf) - days[days.Length - 1];

        var assessment = new LifecycleAssessment
        {
            Pack = Pack,
            VehicleId = situation.VehicleId,
            AsOf = situation.AsOf,
            State = state,
            Visits = days.Length,
            LastVisitOn = days.IsEmpty ? null : Epoch.PlusDays(days[days.Length - 1]),
            OwnIntervalDays = own.IsKnown ? own.Days : null,
            IdleDays = idle,
            Ratio = own.IsKnown && idle is { } known ? own.RatioOf(known) : null,
            Warning = WarningOf(state, own, idle),
            IsOverdue = IsFresh(state) && own.IsKnown && idle * own.Denominator > own.Numerator,
            IsReactivated = WasAway(days, prior),
            NextTransitionOn = next,
            NextState = next is { } day ? course.On(day) : null,
            Evidence = LifecycleEvidence.Empty,
            Course = course,
        };
        return assessment with { Evidence = LifecycleEvidence.Of(assessment, situation, history, own, _policy) };
    }

    /// <summary>Classifies a customer over all vehicles: the best state holds.</summary>
    /// <param name="vehicles">The assessments of the vehicles, all of one day; at least one.</param>
    /// <returns>The customer's state.</returns>
    /// <remarks>From best to worst: Core, Active, New, AtRisk, Dormant, Lost, NeverVisited.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="vehicles"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no assessment, or they are of several days.</exception>
    public static CustomerLifecycle Combine(IEnumerable<LifecycleAssessment> vehicles)
    {
        ArgumentNullException.ThrowIfNull(vehicles);
        ImmutableArray<LifecycleAssessment> all = [.. vehicles];
        if (all.IsEmpty)
            throw new ArgumentException("A customer is classified over at least one vehicle; there was none.", nameof(vehicles));
        var asOf = all[0].AsOf;
        if (all.Any(vehicle => vehicle.AsOf != asOf))
            throw new ArgumentException("The assessments must all be of one day.", nameof(vehicles));

        var state = BestOn(all, asOf);
        var decisive = all.Where(vehicle => vehicle.State == state)
            .OrderByDescending(vehicle => vehicle.NextTransitionOn ?? LocalDate.MaxIsoValue).First();
        var next = NextChange(all, asOf, state);
        return new CustomerLifecycle
        {
            State = state,
            Decisive = decisive,
            Vehicles = all,
            NextTransitionOn = next,
            NextState = next is { } day ? BestOn(all, day) : null,
            Evidence = LifecycleEvidence.OfCustomer(state, decisive, all),
        };
    }

    internal static int ToDay(LocalDate date) => LifecycleCourse.DaysBetween(Epoch, date);

    private static bool IsFresh(LifecycleState state) => state is LifecycleState.New or LifecycleState.Active or LifecycleState.Core;

    private static int Worseness(LifecycleState state) => state switch
    {
        LifecycleState.Core => 0,
        LifecycleState.Active => 1,
        LifecycleState.New => 2,
        LifecycleState.AtRisk => 3,
        LifecycleState.Dormant => 4,
        LifecycleState.Lost => 5,
        _ => 6,
    };

    private static LifecycleState BestOn(ImmutableArray<LifecycleAssessment> all, LocalDate date)
    {
        var best = LifecycleState.NeverVisited;
        foreach (var vehicle in all)
        {
            var state = vehicle.Course.On(date);
            if (Worseness(state) < Worseness(best))
                best = state;
        }

        return best;
    }

    // One vehicle's change need not change the best of all: days of change are walked until it does.
    private static LocalDate? NextChange(ImmutableArray<LifecycleAssessment> all, LocalDate asOf, LifecycleState state)
    {
        var from = asOf;
        while (true)
        {
            var day = all.Select(vehicle => vehicle.Course.ChangesAfter(from)).Min();
            if (day is null || BestOn(all, day.Value) != state)
                return day;
            from = day.Value;
        }
    }

    private LifecycleCourse CourseAfter(ReadOnlySpan<int> days, OwnInterval own)
    {
        if (days.IsEmpty)
            return LifecycleCourse.Constant(LifecycleState.NeverVisited);
        var fresh = days.Length == 1 ? LifecycleState.New
            : days.Length >= _policy.CoreFromVisits ? LifecycleState.Core
            : LifecycleState.Active;
        var lastVisit = Epoch.PlusDays(days[days.Length - 1]);
        var lostFrom = _policy.LostAfterDays + 1L;
        return own.IsKnown
            ? new LifecycleCourse(
                fresh,
                lastVisit,
                _atRisk.FirstIdleDaysAbove(own),
                _dormant.FirstIdleDaysAbove(own),
                Math.Min(lostFrom, _lost.FirstIdleDaysAbove(own)))
            : new LifecycleCourse(fresh, lastVisit, LifecycleCourse.Never, _policy.DormantAfterDaysWhenIntervalUnknown + 1L, lostFrom);
    }

    private ChurnWarning WarningOf(LifecycleState state, OwnInterval own, int? idle) => state switch
    {
        LifecycleState.Dormant => ChurnWarning.High,
        LifecycleState.AtRisk => ChurnWarning.Medium,
        LifecycleState.New or LifecycleState.Active or LifecycleState.Core
            when own.IsKnown && idle >= _warning.FirstIdleDaysAbove(own) => ChurnWarning.Low,
        _ => ChurnWarning.None,
    };

    private bool WasAway(ReadOnlySpan<int> days, int? prior)
    {
        if (days.Length < 2)
            return false;
        var before = days.Slice(0, days.Length - 1);
        var course = CourseAfter(before, OwnInterval.From(before, prior, _policy.PriorWeight));
        return course.After(days[days.Length - 1] - before[before.Length - 1]) is LifecycleState.Dormant or LifecycleState.Lost;
    }
}
