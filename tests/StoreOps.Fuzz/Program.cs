using System.Diagnostics;
using System.Globalization;

using StoreOps.Fuzz;

// dotnet run -c Release --project tests/StoreOps.Fuzz -- [expressions|packs] [--seconds N] [--count N] [--seed N]
var kind = args.FirstOrDefault(arg => arg is "expressions" or "packs") ?? "expressions";
var seconds = Number("--seconds", int.MaxValue);
var count = Number("--count", seconds == int.MaxValue ? 100_000 : long.MaxValue);
var seed = (int)Number("--seed", 20261123);
Func<Random, (string? Problem, string Subject)> attack = kind == "packs" ? new PackAttack().Run : new ExpressionAttack().Run;
var clock = Stopwatch.StartNew();
var said = 1L;
var done = 0L;
for (; done < count && clock.Elapsed.TotalSeconds < seconds; done++)
{
    // Each case has a seed of its own, so that one that fails is found again alone.
    var own = unchecked(seed + (int)done);
    var before = GC.GetAllocatedBytesForCurrentThread();
    // Of the processor, not of the clock: a machine that does other things as well is no hang.
    var start = Environment.CpuUsage.TotalTime;
    var (problem, subject) = attack(new Random(own));
    var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) >> 20;
    if (problem is null && megabytes > 256)
        problem = $"allocated {megabytes} MB";
    var taken = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    if (problem is null && taken > 5_000)
        problem = string.Create(CultureInfo.InvariantCulture, $"took {taken:0} ms");
    if (problem is not null)
    {
        Console.WriteLine($"FAILED {kind} --seed {own} --count 1: {problem}{Environment.NewLine}{subject}");
        return 1;
    }

    if (clock.ElapsedMilliseconds >= said * 1_000)
    {
        said = (clock.ElapsedMilliseconds / 1_000) + 1;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:#,0} cases"));
    }
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:#,0} {kind} from seed {seed}: none failed"));
return 0;

long Number(string option, long otherwise)
{
    var at = Array.IndexOf(args, option);
    return at >= 0 && at + 1 < args.Length && long.TryParse(args[at + 1], CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
