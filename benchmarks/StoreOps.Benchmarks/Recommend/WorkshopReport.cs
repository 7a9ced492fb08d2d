using System.Globalization;

using BenchmarkDotNet.Environments;

using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Tests.Workshops;
using StoreOps.Testing.Workshops;

namespace StoreOps.Benchmarks.Recommend;

/// <summary>Measures on a made-up workshop, whose truth is known, how well parts are ranked, needs predicted and offers judged; writes Workshop.md.</summary>
/// <remarks>The same figures on every machine: nothing of it is a time.</remarks>
internal static class WorkshopReport
{
    private const int Lately = 30_000;

    public static int Run()
    {
        var trial = WorkshopTrial.Default;
        var lines = new List<string>
        {
            "# Workshop",
            "",
        };
        lines.AddRange(ResultsExporter.Origin(HostEnvironmentInfo.GetCurrent()));
        lines.Add("- Job: one run, `-- workshop`; no figure is a time, all are the same on every machine");
        lines.Add("");
        lines.Add(Text($"Learned from {WorkshopTrial.Learned:N0} vehicles, asked for the last visit of {trial.Cases.Length:N0} others, {trial.Shop.PartCount} parts."));
        AddRanking(trial, lines);
        AddTags(trial, lines);
        AddRecency(trial, lines);
        AddThresholds(lines);
        AddEstimates(lines);
        AddAlarms(lines);
        ResultsExporter.Write("Workshop", lines);
        return 0;
    }

    private static void AddRanking(WorkshopTrial trial, List<string> lines)
    {
        var results = trial.Rank();
        var best = results[3];
        lines.AddRange(["", "## Ranking, among the first ten", "", "| | Recall | NDCG | Hits | Of what can be known |", "|-|-------:|-----:|-----:|--------------------:|"]);
        lines.AddRange(results.Select(one => Text(
            $"| {one.Name} | {one.Recall:F4} | {one.Ndcg:F4} | {one.HitRate:F4} | {one.Recall / best.Recall:P1}, {one.Ndcg / best.Ndcg:P1}, {one.HitRate / best.HitRate:P1} |")));
        var (chances, taken) = trial.Judge();
        var table = ReliabilityTable.Of(chances, taken);
        lines.AddRange(["", Text($"Calibration error {table.CalibrationError:F4} over {chances.Length:N0} candidates, in fifteen bins of equal count:"), ""]);
        lines.AddRange(["| Chance told | Share taken |", "|------------:|------------:|"]);
        lines.AddRange(table.Bins.Select(bin => Text($"| {bin.Chance:F4} | {bin.Share:F4} |")));
    }

    private static void AddTags(WorkshopTrial trial, List<string> lines)
    {
        var (expected, taken, _) = trial.CountTags();
        lines.AddRange(["", "## Predictive tags", "", "| Tag | Lines expected | Lines taken | Expected for one taken |", "|-----|---------------:|------------:|-----------------------:|"]);
        lines.AddRange(Enumerable.Range(0, DemandTags.Count).Select(tag => Text($"| {(DemandTag)tag} | {expected[tag]:F0} | {taken[tag]} | {expected[tag] / taken[tag]:F3} |")));
    }

    private static void AddRecency(WorkshopTrial trial, List<string> lines)
    {
        lines.AddRange(
        [
            "", Text($"The same by when the vehicle last had something of the tag, of any brand; \"lately\" is within {Lately:N0} km:"), "",
            "| Tag | Never: expected | taken | Lately: expected | taken | Longer ago: expected | taken |", "|-----|---:|---:|---:|---:|---:|---:|",
        ]);
        foreach (var tag in new[] { DemandTag.Tires, DemandTag.Battery, DemandTag.Cooling, DemandTag.Transmission })
        {
            var (expected, taken) = trial.CountTagSince(tag, Lately);
            lines.Add(Text($"| {tag} | {expected[0]:F0} | {taken[0]} | {expected[1]:F0} | {taken[1]} | {expected[2]:F0} | {taken[2]} |"));
        }
    }

    private static void AddThresholds(List<string> lines)
    {
        lines.AddRange(
        [
            "", "## Adding lines without asking", "", Text($"A threshold found on half of the vehicles, its precision measured on the others, in {CounterTrial.Runs} draws of outcomes:"), "",
            "| Precision asked | Promise held within the 95 % interval | Where found | Fresh | Share of taken candidates added |", "|---:|---:|---:|---:|---:|",
        ]);
        foreach (var precision in new[] { 0.5, 0.55, 0.6 })
        {
            var (held, found, promised, fresh, recall) = CounterTrial.AutoAdd(precision);
            lines.Add(Text($"| {precision:F2} | {held} of {found} | {promised:F4} | {fresh:F4} | {recall:F4} |"));
        }
    }

    private static void AddEstimates(List<string> lines)
    {
        lines.AddRange(
        [
            "", "## Another way of choosing", "",
            Text($"The counter leaves its last place to chance at 30 % of calls; the other way always does. How often 95 % intervals hold the truth, in {CounterTrial.Runs} logs of {CounterTrial.Calls.Length:N0} calls:"), "",
            "| Customers who take nothing | Truth | IPS, mean | held | SNIPS, mean | held |", "|---:|---:|---:|---:|---:|---:|",
        ]);
        foreach (var mood in new[] { 0, 0.3 })
        {
            var (ips, snips, truth, meanIps, meanSnips) = CounterTrial.OffPolicy(new WorkshopCounter(0) { Exploration = 1 }.PropensityOf, mood);
            lines.Add(Text($"| {mood:P0} | {truth:F4} | {meanIps:F4} | {ips} | {meanSnips:F4} | {snips} |"));
        }
    }

    private static void AddAlarms(List<string> lines)
    {
        lines.AddRange(
        [
            "", "## Drift alarm", "", Text($"Of {CounterTrial.Runs} weeks of 200 calls, how many ring:"), "",
            "| Customers who take nothing | As before | Taking 30 % less |", "|---:|---:|---:|",
        ]);
        foreach (var mood in new[] { 0, 0.3 })
            lines.Add(Text($"| {mood:P0} | {CounterTrial.Alarms(1, mood)} | {CounterTrial.Alarms(0.7, mood)} |"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
