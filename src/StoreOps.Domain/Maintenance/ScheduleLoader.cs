using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StoreOps.Domain.Maintenance;

internal static class ScheduleLoader
{
    public const int MaxKilometers = 2_000_000;

    private const int MaxMonths = 600;

    public static bool TryLoad(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out MaintenanceSchedule? schedule, out ImmutableArray<LoadIssue> issues)
    {
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var config = JsonShape.Read(utf8Json, MaintenanceJson.Default.ScheduleConfig, "SOD", found);
        if (config is not null)
            Check(config, found);
        issues = found.ToImmutable();
        schedule = config is null || found.Count > 0 ? null : ScheduleBuilder.ToSchedule(config);
        return schedule is not null;
    }

    public static bool TryRead(ScheduleConfig config, [NotNullWhen(true)] out MaintenanceSchedule? schedule, out ImmutableArray<LoadIssue> issues)
    {
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        Check(config, found);
        issues = found.ToImmutable();
        schedule = found.Count > 0 ? null : ScheduleBuilder.ToSchedule(config);
        return schedule is not null;
    }

    private static void Check(ScheduleConfig config, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (config.SchemaVersion != 1)
            issues.Add(new LoadIssue("SOD010", "$.schemaVersion", "Version 1 is read; it was " + Show(config.SchemaVersion) + "."));
        for (var i = 0; i < (config.Vehicle.Keys?.Length ?? 0); i++)
        {
            if (config.Vehicle.Keys![i].System.Length == 0 || config.Vehicle.Keys[i].Value.Length == 0)
                issues.Add(new LoadIssue("SOD046", "$.vehicle.keys[" + Show(i) + "]", "A key has a system and a value; one was empty."));
        }

        if (config.Vehicle.FromModelYear > config.Vehicle.ToModelYear)
            issues.Add(new LoadIssue("SOD024", "$.vehicle.fromModelYear", "The first model year is not after the last; it was " + Show(config.Vehicle.FromModelYear.Value) + "."));
        if (config.BaseVisit is { } visit)
            CheckLimits(visit, "$.baseVisit", issues);
        foreach (var pair in config.SevereTriggers ?? [])
            RuleChecks.Trigger(pair.Key, pair.Value, issues);
        for (var i = 0; i < config.Rules.Length; i++)
            CheckRule(config, config.Rules[i], "$.rules[" + Show(i) + "]", issues);
    }

    private static void CheckRule(ScheduleConfig config, RuleConfig rule, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (rule.Component.Length == 0)
            issues.Add(new LoadIssue("SOD020", path + ".component", "A rule names a component; it was empty."));
        if (rule.Actions.Length == 0)
            issues.Add(new LoadIssue("SOD021", path + ".actions", "A rule names at least one action; there was none."));
        CheckLimits(rule, path, issues);
        RuleChecks.Features(rule, path, issues);
        CheckMarkets(rule.Markets, path + ".markets", issues);
        if (rule.Severe is { } severe)
        {
            CheckLimits(severe, path + ".severe", issues);
            CheckMarkets(severe.Markets, path + ".severe.markets", issues);
            var letters = config.SevereConditions;
            foreach (var letter in (severe.When ?? []).Where(letter => letters?.ContainsKey(letter) == false && config.SevereTriggers?.ContainsKey(letter) != true))
                issues.Add(new LoadIssue("SOD022", path + ".severe.when", "The condition \"" + letter + "\" is not one of $.severeConditions."));
        }

        if (rule.Follows is { } follows && !config.Rules.Any(other => other.Component == follows && other.Follows is null))
            issues.Add(new LoadIssue("SOD023", path + ".follows", "No rule with limits of its own is about \"" + follows + "\"."));
    }

    private static void CheckMarkets(MarketLimitsConfig[]? markets, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        for (var i = 0; i < (markets?.Length ?? 0); i++)
            CheckLimits(markets![i], path + "[" + Show(i) + "]", issues);
    }

    public static void CheckLimits(LimitsConfig limits, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        CheckLimit(limits.EveryKilometers, MaxKilometers, path + ".everyKilometers", issues);
        CheckLimit(limits.EveryMonths, MaxMonths, path + ".everyMonths", issues);
        CheckLimit(limits.FirstKilometers, MaxKilometers, path + ".firstKilometers", issues);
        CheckLimit(limits.FirstMonths, MaxMonths, path + ".firstMonths", issues);
    }

    private static void CheckLimit(int? value, int most, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (value is <= 0 || value > most)
            issues.Add(new LoadIssue("SOD025", path, "A limit is from 1 to " + Show(most) + "; it was " + Show(value.Value) + "."));
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
