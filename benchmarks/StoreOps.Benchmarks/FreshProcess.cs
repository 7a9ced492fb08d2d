using System.Diagnostics;
using System.Globalization;

namespace StoreOps.Benchmarks;

/// <summary>Starts a program again and again: what a process does first is done once only.</summary>
internal static class FreshProcess
{
    /// <summary>Runs the program so many times.</summary>
    /// <param name="runs">How many times.</param>
    /// <param name="program">The program, an assembly.</param>
    /// <param name="arguments">What it is to do: it writes numbers with blanks between them.</param>
    /// <param name="settings">Variables of its environment.</param>
    /// <returns>The numbers of each run.</returns>
    public static double[][] Measure(int runs, string program, IReadOnlyList<string> arguments, (string Name, string Value)[] settings)
    {
        var measured = new double[runs][];
        for (var i = 0; i < runs; i++)
        {
            var start = new ProcessStartInfo("dotnet", ["exec", program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true };
            foreach (var (setting, value) in settings)
                start.Environment[setting] = value;
            using var process = Process.Start(start)!;
            measured[i] = [.. process.StandardOutput.ReadToEnd().Split(' ').Select(one => double.Parse(one, CultureInfo.InvariantCulture))];
            process.WaitForExit();
        }

        return measured;
    }
}
