using System.Collections.Immutable;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>Decides which rules of a schedule hold for a vehicle, and with which limits.</summary>
internal static class RuleResolver
{
    public static ResolvedRule[] Resolve(MaintenanceSchedule schedule, MaintenanceCatalog catalog, Vehicle vehicle, SevereSituation severe)
    {
        var rules = schedule.Rules;
        var resolved = new ResolvedRule[rules.Length];
        for (var i = 0; i < rules.Length; i++)
            resolved[i] = WithAge(schedule, rules[i], catalog, vehicle, severe);
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].FollowsComponentId is { } followed && resolved[i].Fixed is PlanReason.None or PlanReason.NoIntervalStated)
                resolved[i] = Follow(resolved, rules, followed) is { } other ? other with { Replacement = -1 } : resolved[i];
        }

        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].Action != ServiceAction.Replace)
                resolved[i] = resolved[i] with { Replacement = FindReplacement(resolved, rules, rules[i].ComponentId) };
        }

        return resolved;
    }

    // From an age or an odometer on some schedules count every vehicle as used hard: both forms of the rule are kept.
    private static ResolvedRule WithAge(MaintenanceSchedule schedule, MaintenanceRule rule, MaintenanceCatalog catalog, Vehicle vehicle, SevereSituation severe)
    {
        var resolved = Resolve(schedule, rule, catalog, vehicle, severe.Letters);
        if (rule.Severe is null || severe.FromAge(rule.Severe, vehicle) is not { } age)
            return resolved;
        var hard = Resolve(schedule, rule, catalog, vehicle, severe.Letters.Add(age.Letter));
        return hard.Equals(resolved)
            ? resolved
            : resolved with { More = (resolved.More ?? new RuleFeatures()) with { Aged = new AgedRule(hard, age.FromKilometers, age.FromDay) } };
    }

    private static ResolvedRule Resolve(
        MaintenanceSchedule schedule, MaintenanceRule rule, MaintenanceCatalog catalog, Vehicle vehicle, ImmutableArray<string> severeLetters)
    {
        if (IsRuledOutByPowertrain(schedule, rule, catalog, vehicle.Powertrain))
            return Fixed(MaintenanceStatus.NotApplicable, PlanReason.NotOnThisPowertrain);
        if (!rule.Scope.MayInclude(vehicle, out var missing))
            return Fixed(MaintenanceStatus.NotApplicable, PlanReason.OtherVariant);

        var limits = ForMarket(rule.Markets, vehicle.Market) ?? rule.Limits;
        var isSevere = IsSevere(rule.Severe, vehicle, severeLetters, ref missing) || (SevereSituation.IsOilBelow(rule, vehicle) && rule.Severe is { Limits.IsEmpty: false });
        if (isSevere && rule.Severe is { } severe)
            limits = Severe(severe, limits, vehicle.Market);
        else if (rule.IsNoServiceRequired)
            return Fixed(MaintenanceStatus.NoServiceRequired, PlanReason.MakerSaysNone);
        if (!rule.PointsKilometers.IsEmpty && limits.EveryKilometers is null)
            limits = limits with { FirstKilometers = rule.PointsKilometers[0] };

        var more = Features(rule, limits);
        if (limits.IsEmpty && more.Meter is null && more.WithoutSignal is null)
        {
            // "More often" without a figure: severe use is there, but nobody knows how often.
            return rule.Severe is not { } stated || (stated.Limits.IsEmpty && stated.Markets.IsEmpty && IsNamed(stated, severeLetters))
                ? Fixed(MaintenanceStatus.Unknown, PlanReason.NoIntervalStated)
                : Fixed(MaintenanceStatus.NotApplicable, PlanReason.OnlyInSevereUse);
        }

        if (missing != PlanReason.None)
            return Fixed(MaintenanceStatus.Unknown, missing) with { Limits = limits };
        if (rule.ConditionText is not null && rule.Measurement is null)
            return Fixed(MaintenanceStatus.Unknown, PlanReason.NeedsJudgement) with { Limits = limits };
        if (rule.MeterLimit is null && rule.Meter is not (null or "odometer"))
            return Fixed(MaintenanceStatus.Unknown, PlanReason.NeedsMeter) with { Limits = limits };
        return new ResolvedRule(limits, rule.Anchor, -1, PlanReason.None, MaintenanceStatus.NotApplicable, more.IsEmpty ? null : more);
    }

    private static RuleFeatures Features(MaintenanceRule rule, ServiceLimits limits) => new()
    {
        Tolerance = rule.Tolerance,
        Points = limits.EveryKilometers is null ? rule.PointsKilometers : [],
        DoPointsRepeat = rule.DoPointsRepeat,
        Meter = rule.MeterLimit,
        IsMandatoryFirst = rule.IsMandatoryFirst,
        WithoutSignal = !limits.IsEmpty || rule.MeterLimit is not null ? null
            : rule.Measurement is not null ? (MaintenanceStatus.Unknown, PlanReason.NeedsMeasurement)
            : !rule.Events.IsEmpty ? (MaintenanceStatus.Ok, PlanReason.NoEvent)
            : rule.HasIndicator ? (MaintenanceStatus.Ok, PlanReason.WithinInterval) : null,
    };

    // A component that belongs to a catalog item exists on the powertrains of that item.
    private static bool IsRuledOutByPowertrain(MaintenanceSchedule schedule, MaintenanceRule rule, MaintenanceCatalog catalog, Powertrain powertrain)
    {
        // What a maker prescribes for just this powertrain exists on it, whatever the catalog says of the item in general.
        if (rule.Scope.Powertrains.Contains(powertrain) || (schedule.Vehicle.Powertrains.Length == 1 && schedule.Vehicle.Powertrains[0] == powertrain))
            return false;
        if (powertrain == Powertrain.Unknown || catalog.FindComponent(rule.ComponentId) is not { ItemIds.IsEmpty: false } component)
            return false;
        return !component.ItemIds.Any(itemId => catalog.FindItem(itemId)!.AppliesTo(powertrain));
    }

    private static bool IsSevere(SevereUse? severe, Vehicle vehicle, ImmutableArray<string> letters, ref PlanReason missing)
    {
        if (severe is null || (severe.Limits.IsEmpty && severe.Markets.IsEmpty) || !IsNamed(severe, letters))
            return false;
        if (severe.FittedPart is not { } part || vehicle.FittedParts.Contains(part, StringComparer.OrdinalIgnoreCase))
            return true;
        if (vehicle.FittedParts.IsEmpty && missing == PlanReason.None)
            missing = PlanReason.NeedsFittedPart;
        return vehicle.FittedParts.IsEmpty;
    }

    private static bool IsNamed(SevereUse severe, ImmutableArray<string> letters) =>
        !letters.IsEmpty && (severe.When.IsEmpty || severe.When.Any(letter => letters.Contains(letter, StringComparer.OrdinalIgnoreCase)));

    // What the severe limits leave open stays as in normal use, unless the source says that only kilometers count.
    private static ServiceLimits Severe(SevereUse severe, ServiceLimits normal, string? market)
    {
        var hard = ForMarket(severe.Markets, market) ?? severe.Limits;
        var keepsMonths = severe.IsTimeIndependent != true;
        return new ServiceLimits(
            hard.EveryKilometers ?? normal.EveryKilometers,
            hard.EveryMonths ?? (keepsMonths ? normal.EveryMonths : null),
            hard.FirstKilometers ?? (hard.EveryKilometers is null ? normal.FirstKilometers : null),
            hard.FirstMonths ?? (hard.EveryMonths is null && keepsMonths ? normal.FirstMonths : null));
    }

    private static ServiceLimits? ForMarket(ImmutableArray<MarketLimits> markets, string? market)
    {
        foreach (var one in markets)
        {
            if (market is not null && one.Markets.Contains(market, StringComparer.OrdinalIgnoreCase))
                return one.Limits;
        }

        return null;
    }

    private static ResolvedRule? Follow(ResolvedRule[] resolved, ImmutableArray<MaintenanceRule> rules, string followed)
    {
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].ComponentId == followed && rules[i].FollowsComponentId is null && resolved[i].FixedStatus != MaintenanceStatus.NoServiceRequired
                && resolved[i].Fixed is not (PlanReason.OtherVariant or PlanReason.NotOnThisPowertrain))
            {
                return resolved[i];
            }
        }

        return null;
    }

    private static int FindReplacement(ResolvedRule[] resolved, ImmutableArray<MaintenanceRule> rules, string componentId)
    {
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].ComponentId == componentId && rules[i].Action == ServiceAction.Replace && resolved[i].Fixed == PlanReason.None)
                return i;
        }

        return -1;
    }

    private static ResolvedRule Fixed(MaintenanceStatus status, PlanReason reason) =>
        new(default, IntervalAnchor.LastDone, -1, reason, status);
}
