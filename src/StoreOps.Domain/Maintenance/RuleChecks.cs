using System.Collections.Immutable;
using System.Globalization;

namespace StoreOps.Domain.Maintenance;

/// <summary>Checks what a rule of a schedule file has beside its interval.</summary>
internal static class RuleChecks
{
    private const int MaxPoints = 30;
    private const int MaxMeter = 10_000_000;

    public static void Trigger(string letter, SevereTriggerConfig trigger, ImmutableArray<LoadIssue>.Builder issues)
    {
        var path = "$.severeTriggers." + letter;
        Range(trigger.FromAgeYears, 1, 100, path + ".fromAgeYears", issues);
        Range(trigger.FromKilometers, 1, ScheduleLoader.MaxKilometers, path + ".fromKilometers", issues);
    }

    public static void Features(RuleConfig rule, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        Points(rule, path, issues);
        if (rule.MeterLimit is { } meter)
        {
            if (meter.Meter.Length == 0)
                issues.Add(new LoadIssue("SOD027", path + ".meterLimit.meter", "A meter has an id; it was empty."));
            Range(meter.Every, 1, MaxMeter, path + ".meterLimit.every", issues);
            Range(meter.First, 1, MaxMeter, path + ".meterLimit.first", issues);
        }

        Range(rule.Tolerance?.Kilometers, 0, 50_000, path + ".tolerance.kilometers", issues);
        Range(rule.Tolerance?.Days, 0, 3_650, path + ".tolerance.days", issues);
        if (rule.Measurement is { } measurement && (measurement.AtMost ?? measurement.AtLeast) is null)
            issues.Add(new LoadIssue("SOD028", path + ".measurement", "A measurement has a threshold, \"atMost\" or \"atLeast\"; neither was there."));
        if (rule.FromModelYear > rule.ToModelYear)
            issues.Add(new LoadIssue("SOD024", path + ".fromModelYear", "The first model year is not after the last; it was " + Show(rule.FromModelYear.Value) + "."));
    }

    private static void Points(RuleConfig rule, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (rule.PointsKilometers is not { } points)
        {
            if (rule.PointsRepeat is not null)
                issues.Add(new LoadIssue("SOD026", path + ".pointsRepeat", "Only a list of points repeats; there was no pointsKilometers."));
            return;
        }

        path += ".pointsKilometers";
        if (points.Length is 0 or > MaxPoints)
            issues.Add(new LoadIssue("SOD026", path, "A list has 1 to 30 points; it had " + Show(points.Length) + "."));
        if ((rule.EveryKilometers ?? rule.FirstKilometers) is not null)
            issues.Add(new LoadIssue("SOD026", path, "A rule has points or an interval in kilometers, not both."));
        for (var i = 0; i < points.Length; i++)
        {
            Range(points[i], 1, ScheduleLoader.MaxKilometers, path + "[" + Show(i) + "]", issues);
            if (i > 0 && points[i] <= points[i - 1])
                issues.Add(new LoadIssue("SOD026", path + "[" + Show(i) + "]", "Points ascend; " + Show(points[i]) + " followed " + Show(points[i - 1]) + "."));
        }
    }

    private static void Range(int? value, int least, int most, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (value < least || value > most)
            issues.Add(new LoadIssue("SOD025", path, "It is from " + Show(least) + " to " + Show(most) + "; it was " + Show(value.Value) + "."));
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
