using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using NodaTime.Text;

namespace StoreOps.Domain.Maintenance;

internal static class ScheduleLayerLoader
{
    public static bool TryLoad(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out ScheduleLayer? layer, out ImmutableArray<LoadIssue> issues)
    {
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var config = JsonShape.Read(utf8Json, MaintenanceJson.Default.ScheduleLayerConfig, "SOD", found);
        layer = config is null ? null : Read(config, found);
        if (found.Count > 0)
            layer = null;
        issues = found.ToImmutable();
        return layer is not null;
    }

    private static ScheduleLayer Read(ScheduleLayerConfig config, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (config.SchemaVersion != 1)
            issues.Add(new LoadIssue("SOD010", "$.schemaVersion", "Version 1 is read; it was " + Show(config.SchemaVersion) + "."));
        if (config.Id.Length == 0)
            issues.Add(new LoadIssue("SOD030", "$.id", "A layer has an id; it was empty."));
        if (config.Origin == LayerOrigin.BuiltIn)
            issues.Add(new LoadIssue("SOD031", "$.origin", "A file speaks for a vendor, a chain, a shop or a vehicle; it was \"built-in\"."));
        var schedules = ImmutableArray.CreateBuilder<MaintenanceSchedule>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < (config.Schedules?.Length ?? 0); i++)
        {
            var path = "$.schedules[" + Show(i) + "]";
            var one = config.Schedules![i];
            if (!ids.Add(one.Id))
                issues.Add(new LoadIssue("SOD011", path + ".id", "An id stands once; \"" + one.Id + "\" was there before."));
            if (ScheduleLoader.TryRead(one, out var schedule, out var wrong))
                schedules.Add(schedule);
            foreach (var issue in wrong)
                issues.Add(issue with { Path = path + issue.Path.Substring(1) });
        }

        var overrides = ImmutableArray.CreateBuilder<IntervalOverride>();
        for (var i = 0; i < (config.Overrides?.Length ?? 0); i++)
        {
            var path = "$.overrides[" + Show(i) + "]";
            if (Read(config.Overrides![i], path, issues) is not { } one)
                continue;
            if (overrides.Any(other => IsSame(other, one)))
                issues.Add(new LoadIssue("SOD035", path, "A rule changes once on a day; on " + config.Overrides[i].EffectiveFrom + " it changed before."));
            overrides.Add(one);
        }

        return new ScheduleLayer { Id = config.Id, Edition = config.Edition, Origin = config.Origin, Schedules = schedules.ToImmutable(), Overrides = overrides.ToImmutable() };
    }

    private static IntervalOverride? Read(IntervalOverrideConfig config, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        var before = issues.Count;
        if (config.Component.Length == 0)
            issues.Add(new LoadIssue("SOD020", path + ".component", "An override names a component; it was empty."));
        if (config.Reason.Trim().Length == 0)
            issues.Add(new LoadIssue("SOD032", path + ".reason", "An override says why; it was empty."));
        if (config.Schedule is not null && config.Make is not null)
            issues.Add(new LoadIssue("SOD033", path + ".make", "A schedule or a make is named, not both; it was \"" + config.Make + "\"."));
        ScheduleLoader.CheckLimits(config, path, issues);
        var limits = config.ToLimits();
        var severe = config.Severe?.ToLimits() ?? default;
        if (config.Severe is { } hard)
            CheckSevere(hard, limits, path + ".severe", issues);
        if (limits.IsEmpty && config.Severe is null)
            issues.Add(new LoadIssue("SOD034", path, "An override states at least one limit; there was none."));
        var date = LocalDatePattern.Iso.Parse(config.EffectiveFrom);
        if (!date.TryGetValue(default, out var from))
            issues.Add(new LoadIssue("SOD036", path + ".effectiveFrom", "A day is written as 2026-03-01; it was \"" + config.EffectiveFrom + "\"."));
        return issues.Count > before ? null : new IntervalOverride
        {
            ScheduleId = config.Schedule,
            Make = config.Make,
            ComponentId = config.Component,
            Action = config.Action,
            Limits = limits,
            SevereLimits = severe,
            EffectiveFrom = from,
            Reason = config.Reason,
            Author = config.Author,
        };
    }

    private static void CheckSevere(SevereLimitsConfig severe, ServiceLimits normal, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        ScheduleLoader.CheckLimits(severe, path, issues);
        if (severe.ToLimits().IsEmpty)
            issues.Add(new LoadIssue("SOD034", path, "Severe use states at least one limit; there was none."));
        NotAbove(severe.EveryKilometers, normal.EveryKilometers, path + ".everyKilometers", issues);
        NotAbove(severe.EveryMonths, normal.EveryMonths, path + ".everyMonths", issues);
        NotAbove(severe.FirstKilometers, normal.FirstDueKilometers, path + ".firstKilometers", issues);
        NotAbove(severe.FirstMonths, normal.FirstDueMonths, path + ".firstMonths", issues);
    }

    private static void NotAbove(int? severe, int? normal, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (severe > normal)
            issues.Add(new LoadIssue("SOD037", path, "Severe use allows no more than normal use, " + Show(normal.Value) + "; it was " + Show(severe.Value) + "."));
    }

    private static bool IsSame(IntervalOverride one, IntervalOverride other) =>
        one.ScheduleId == other.ScheduleId && string.Equals(one.Make, other.Make, StringComparison.OrdinalIgnoreCase)
        && one.ComponentId == other.ComponentId && one.Action == other.Action && one.EffectiveFrom == other.EffectiveFrom;

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
