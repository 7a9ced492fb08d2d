using System.Collections.Immutable;
using System.Text.Json;

using StoreOps.Recommend.Evaluation;

namespace StoreOps.Conformance.Baskets;

/// <summary>Reads the two shapes in which next-basket sets are published.</summary>
internal static class BasketFiles
{
    /// <summary>Reads every set in a folder and below; where a file is named, in its folder.</summary>
    public static IEnumerable<BasketSet> Read(string path)
    {
        var folder = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (file.EndsWith("_history.json", StringComparison.Ordinal))
                yield return HistoryAndFuture(file[..^"_history.json".Length]);
            else if (!file.EndsWith("_future.json", StringComparison.Ordinal) && !file.EndsWith("_keyset.json", StringComparison.Ordinal) && Split(file) is { } set)
                yield return set;
        }
    }

    // {"train": {"user": [[item, ...], ...]}, "validate": ..., "test": ...}: the last visit of each is the one asked for (DNNTSP).
    private static BasketSet? Split(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("train", out _) || !json.RootElement.TryGetProperty("test", out _))
            return null;
        var sets = new Dictionary<string, List<NextBasketCase>>(StringComparer.Ordinal);
        foreach (var part in json.RootElement.EnumerateObject())
        {
            var cases = sets[part.Name] = [];
            foreach (var user in part.Value.EnumerateObject())
            {
                var visits = user.Value.EnumerateArray().Select(Visit).ToArray();
                if (visits.Length > 1 && !visits[^1].IsEmpty)
                    cases.Add(new NextBasketCase(part.Name + ":" + user.Name, [.. visits[..^1]], visits[^1]));
            }
        }

        return Set(Path.GetFileNameWithoutExtension(file), [.. sets.Values.SelectMany(cases => cases)], sets.GetValueOrDefault("validate") ?? [], sets["test"]);
    }

    // Three files: the visits before, with a mark first and last; the visit asked for, likewise; and who is tested ("Reality Check").
    private static BasketSet HistoryAndFuture(string start)
    {
        using var history = JsonDocument.Parse(File.ReadAllBytes(start + "_history.json"));
        using var future = JsonDocument.Parse(File.ReadAllBytes(start + "_future.json"));
        using var keys = JsonDocument.Parse(File.ReadAllBytes(start + "_keyset.json"));
        var cases = new Dictionary<string, NextBasketCase>(StringComparer.Ordinal);
        foreach (var user in history.RootElement.EnumerateObject())
        {
            var visits = user.Value.EnumerateArray().ToArray();
            var next = future.RootElement.GetProperty(user.Name).EnumerateArray().ToArray();
            cases.Add(user.Name, new NextBasketCase(user.Name, [.. visits[1..^1].Select(Visit)], Visit(next[1])));
        }

        return Set(Path.GetFileName(start), [.. cases.Values], Named("val"), Named("test"));

        NextBasketCase[] Named(string key) => [.. keys.RootElement.GetProperty(key).EnumerateArray().Select(user => cases[user.GetString()!])];
    }

    private static BasketSet Set(string name, NextBasketCase[] all, IReadOnlyList<NextBasketCase> validation, IReadOnlyList<NextBasketCase> test)
    {
        var parts = all.SelectMany(question => question.History.SelectMany(visit => visit).Concat(question.Truth)).Max() + 1;
        return new BasketSet(name, parts, all, validation, test);
    }

    private static ImmutableArray<int> Visit(JsonElement items) => [.. items.EnumerateArray().Select(item => item.GetInt32()).Distinct().Order()];
}
