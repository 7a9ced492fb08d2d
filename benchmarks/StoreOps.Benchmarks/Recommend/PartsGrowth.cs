using System.Diagnostics;
using System.Globalization;
using System.Text;

using BenchmarkDotNet.Environments;

using NodaTime;

using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Benchmarks.Recommend;

/// <summary>How a call grows with the parts of the shop, the lines of the order and the threads that ask: single calls timed one by one, so that the slow ones show.</summary>
internal static class PartsGrowth
{
    private const int Vehicles = 256;
    private const int Calls = 20_000;

    private static readonly int[] PartCounts = [100, 250, 500, 1_000, 2_000, 4_000, 8_000, 12_000];
    private static readonly int[] LineCounts = [0, 1, 2, 4, 8, 16, 32];
    private static readonly int[] ThreadCounts = [1, 2, 4, 8];

    public static int Run()
    {
        var table = new StringBuilder();
        var byParts = new List<(double, double)>();
        var preparedByParts = new List<(double, double)>();
        table.Append("| Parts | Lines | Median us | 99 % below us | prepared: median us | 99 % below us | related: median us |\n|---:|---:|---:|---:|---:|---:|---:|\n");
        Bench? usual = null;
        foreach (var parts in PartCounts)
        {
            var bench = new Bench(parts);
            usual = parts == 500 ? bench : usual;
            var (plain, prepared) = (bench.Time(8, prepared: false), bench.Time(8, prepared: true));
            byParts.Add((parts, plain.Median));
            preparedByParts.Add((parts, prepared.Median));
            Row(table, parts, 8, plain, prepared, bench.TimeRelated(8));
        }

        var byLines = new List<(double, double)>();
        var preparedByLines = new List<(double, double)>();
        foreach (var lines in LineCounts)
        {
            var (plain, prepared) = (usual!.Time(lines, prepared: false), usual.Time(lines, prepared: true));
            byLines.Add((lines, plain.Median));
            preparedByLines.Add((lines, prepared.Median));
            if (lines != 8)
                Row(table, 500, lines, plain, prepared, usual.TimeRelated(lines));
        }

        table.Append("\n| Threads | Calls a second, 500 parts, 8 lines | Against one |\n|---:|---:|---:|\n");
        var single = 0.0;
        foreach (var threads in ThreadCounts)
        {
            var rate = usual!.CallsPerSecond(threads);
            single = threads == 1 ? rate : single;
            table.Append(CultureInfo.InvariantCulture, $"| {threads} | {rate:N0} | {rate / single:F2} |\n");
        }

        string[] document =
        [
            "# PartsGrowth",
            "",
            .. ResultsExporter.Origin(HostEnvironmentInfo.GetCurrent()),
            string.Create(CultureInfo.InvariantCulture, $"- Job: {Calls:N0} calls each, timed one by one, `-- parts-growth`; ten parts with three reasons, {Vehicles} vehicles and orders in turn"),
            "",
            table.ToString().TrimEnd(),
            "",
            "![Median of a call by parts](PartsGrowth-parts.svg)",
            "",
            "![Median of a call by lines](PartsGrowth-lines.svg)",
        ];
        ResultsExporter.Write("PartsGrowth", document);
        File.WriteAllText(ResultsExporter.PlaceOf("PartsGrowth-parts.svg"), LinePlot.Svg("parts of the shop, orders of 8 lines", [("as it comes", byParts), ("prepared", preparedByParts)]));
        File.WriteAllText(ResultsExporter.PlaceOf("PartsGrowth-lines.svg"), LinePlot.Svg("lines of the order, 500 parts", [("as it comes", byLines), ("prepared", preparedByLines)]));
        return 0;
    }

    private static void Row(StringBuilder table, int parts, int lines, Times plain, Times prepared, Times related) => table.Append(
        CultureInfo.InvariantCulture,
        $"| {parts:N0} | {lines} | {plain.Median:F2} | {plain.Slow:F2} | {prepared.Median:F2} | {prepared.Slow:F2} | {related.Median:F2} |\n");

    /// <summary>The median, and what 99 of 100 calls stay below, in microseconds.</summary>
    private readonly record struct Times(double Median, double Slow);

    private sealed class Bench
    {
        private readonly PartsRecommender _recommender;
        private readonly PartHistory[] _histories;
        private readonly PartHistory[] _prepared;
        private readonly int[][] _lines;

        public Bench(int parts)
        {
            var options = RecommendTrainerOptions.Default with { Neighbors = parts > 1_000 ? 32 : 64 };
            var model = RecommendTrainer.Fit(BenchmarkShop.Vehicles(20_000, parts), options, BenchmarkShop.Parts(parts)).Model;
            _recommender = new PartsRecommender(model);
            _histories = [.. BenchmarkShop.Vehicles(Vehicles, parts).Select(vehicle => PartHistory.From(model, vehicle.Visits))];
            _prepared = [.. _histories.Select(history => history.PreparedFor(model))];
            var random = new Random(7);
            _lines = [.. Enumerable.Range(0, Vehicles).Select(_ => Enumerable.Range(0, 32).Select(_ => random.Next(random.Next(1, parts))).ToArray())];
        }

        public Times Time(int lines, bool prepared)
        {
            var (results, reasons, histories) = (new Recommendation[10], new PartReason[30], prepared ? _prepared : _histories);
            return Time(call => Ask(call, lines, histories, results, reasons));
        }

        public Times TimeRelated(int lines)
        {
            var results = new RelatedPart[10];
            return Time(call => _recommender.Related(_lines[call].AsSpan(0, lines), results));
        }

        public double CallsPerSecond(int threads)
        {
            var watch = Stopwatch.StartNew();
            var workers = Enumerable.Range(0, threads).Select(worker => new Thread(() =>
            {
                var (results, reasons) = (new Recommendation[10], new PartReason[30]);
                for (var i = 0; i < Calls * 10; i++)
                    Ask((i + worker) % Vehicles, 8, _histories, results, reasons);
            })).ToArray();
            foreach (var worker in workers)
                worker.Start();
            foreach (var worker in workers)
                worker.Join();
            return Calls * 10.0 * threads / watch.Elapsed.TotalSeconds;
        }

        private int Ask(int call, int lines, PartHistory[] histories, Recommendation[] results, PartReason[] reasons)
        {
            var query = new RecommendQuery
            {
                Date = new LocalDate(2026, 1, 31),
                History = histories[call],
                Kilometers = 90_000,
                Family = call % 24,
                Lines = _lines[call].AsSpan(0, lines),
            };
            return _recommender.Recommend(query, results, reasons, out _);
        }

        private static Times Time(Func<int, int> ask)
        {
            // Until the code is compiled as it stays, which happens beside.
            for (var round = 0; round < 5; round++)
            {
                for (var i = 0; i < Calls; i++)
                    ask(i % Vehicles);
                Thread.Sleep(120);
            }

            var ticks = new long[Calls];
            for (var i = 0; i < Calls; i++)
            {
                var start = Stopwatch.GetTimestamp();
                ask(i % Vehicles);
                ticks[i] = Stopwatch.GetTimestamp() - start;
            }

            Array.Sort(ticks);
            return new Times(Microseconds(ticks[Calls / 2]), Microseconds(ticks[Calls * 99 / 100]));
        }

        private static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
    }
}
