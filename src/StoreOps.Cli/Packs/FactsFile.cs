using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;

using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;

namespace StoreOps.Cli.Packs;

/// <summary>Reads recorded situations: one document, or line by line, however many there are.</summary>
internal static class FactsFile
{
    public static IEnumerable<FactSet> Read(string path, TextWriter progress)
    {
        if (!path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
            return Situations(InputFile.Read(path), path, string.Empty);
        if (!File.Exists(path))
            throw new FileNotFoundException($"The file \"{path}\" was not found.", path);
        return Lines(path, progress);
    }

    private static IEnumerable<FactSet> Lines(string path, TextWriter progress)
    {
        var clock = Stopwatch.StartNew();
        var said = 1L;
        var line = 0;
        foreach (var text in File.ReadLines(path, Encoding.UTF8))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            foreach (var facts in Situations(Encoding.UTF8.GetBytes(text), path, string.Create(CultureInfo.InvariantCulture, $":{line}")))
                yield return facts;
            if (clock.ElapsedMilliseconds < said * 1_000)
                continue;
            said = (clock.ElapsedMilliseconds / 1_000) + 1;
            progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line:N0} lines"));
        }
    }

    private static ImmutableArray<FactSet> Situations(byte[] utf8Json, string path, string place) =>
        RecordedFacts.TryLoad(utf8Json, StandardFacts.Schema, out var facts, out var issues)
            ? facts
            : throw new InputException($"The situations in \"{path}\" cannot be read:" + string.Concat(issues.Take(20).Select(issue => Environment.NewLine + path + place + ": " + issue)));
}
