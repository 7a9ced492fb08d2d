using System.Diagnostics;
using System.Globalization;

using StoreOps.Recommend.Training;

namespace StoreOps.Conformance.Baskets;

/// <summary>Tells how long each stage of a training took.</summary>
internal sealed class TrainingWatch(TrainingVehicle[] vehicles) : IProgress<TrainingProgress>
{
    private readonly List<(TrainingStage Stage, TimeSpan At)> _heard = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly TimeSpan _processorAtStart = Processor();
    private TimeSpan _processor;

    public void Report(TrainingProgress value)
    {
        _heard.Add((value.Stage, _watch.Elapsed));
        _processor = Processor() - _processorAtStart;
    }

    public override string ToString()
    {
        var lines = vehicles.Sum(vehicle => vehicle.Visits.Sum(visit => visit.Parts.Length));
        var stages = _heard.Zip(_heard.Skip(1), (from, to) => (from.Stage, Took: to.At - from.At))
            .GroupBy(part => part.Stage, (stage, parts) => FormattableString.Invariant($"{stage} {parts.Sum(part => part.Took.TotalSeconds):F2}"));
        return string.Create(CultureInfo.InvariantCulture, $"trained on {lines} lines in {_heard[^1].At.TotalSeconds:F2} s, {_processor.TotalSeconds:F2} s of processor ({string.Join(", ", stages)})");
    }

    /// <summary>Builds the neighbors by vehicle alone and tells the least time of several: the first pays for compiling.</summary>
    public static string NeighborsAlone(TrainingVehicle[] vehicles, int most)
    {
        var builder = new OrderLogBuilder();
        foreach (var vehicle in vehicles)
            builder.Add(vehicle);
        var log = builder.Build();
        var visits = log.Lengths(less: 0);
        var tally = PartTally.Of(log, visits, CancellationToken.None);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        var (least, processor, pairs) = (double.MaxValue, double.MaxValue, 0);
        for (var time = 0; time < 7; time++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Processor());
            pairs = Neighbors.Of(new LogPairs(log, visits), PairKind.SameVehicle, tally, most, parallel).Pairs.Length;
            (least, processor) = (Math.Min(least, watch.Elapsed.TotalMilliseconds), Math.Min(processor, (Processor() - before).TotalMilliseconds));
        }

        return FormattableString.Invariant($"neighbors by vehicle alone: {pairs} pairs in {least:F0} ms, {processor:F0} ms of processor, at best; two threads");
    }

    private static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
