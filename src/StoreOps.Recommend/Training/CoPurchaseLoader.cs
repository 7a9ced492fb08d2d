using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using StoreOps.Domain;

namespace StoreOps.Recommend.Training;

/// <summary>Reads counts and refuses those that no orders could have given.</summary>
internal static class CoPurchaseLoader
{
    public const int SchemaVersion = 1;

    // Far above any chain, and low enough that a million such files add up without overflow.
    private const long MaxOrders = 1_000_000_000_000;

    public static bool TryLoad(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out CoPurchaseCounts? counts, out ImmutableArray<LoadIssue> issues)
    {
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var config = JsonShape.Read(utf8Json, CoPurchaseJson.Default.CoPurchaseConfig, "SOT", found);
        counts = config is null ? null : ToCounts(config, found);
        issues = found.ToImmutable();
        return counts is not null;
    }

    private static CoPurchaseCounts? ToCounts(CoPurchaseConfig config, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (config.SchemaVersion != SchemaVersion)
            issues.Add(new LoadIssue("SOT010", "$.schemaVersion", "Version 1 is accepted; it was " + Show(config.SchemaVersion) + "."));
        if (config.Orders is < 0 or > MaxOrders)
            issues.Add(new LoadIssue("SOT011", "$.orders", "From 0 to " + Show(MaxOrders) + " is accepted; it was " + Show(config.Orders) + "."));
        if (!TryChecksum(config.Checksum, out var checksum))
            issues.Add(new LoadIssue("SOT012", "$.checksum", "Sixteen lowercase hexadecimal digits are accepted; it was \"" + config.Checksum + "\"."));
        else if (config.Orders == 0 && checksum != 0)
            issues.Add(new LoadIssue("SOT012", "$.checksum", "Without orders it is zero; it was \"" + config.Checksum + "\"."));

        var items = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < config.Items.Length; i++)
        {
            var (item, path) = (config.Items[i], "$.items[" + Show(i) + "]");
            if (item.Item.Length == 0)
                issues.Add(new LoadIssue("SOT013", path + ".item", "An item has an id; it was empty."));
            else if (items.ContainsKey(item.Item))
                issues.Add(new LoadIssue("SOT014", path + ".item", "An item stands once; \"" + item.Item + "\" was there before."));
            else
                items.Add(item.Item, item.Orders);
            InRange(item.Orders, config.Orders, path + ".orders", issues);
        }

        CheckPairs(config, items, issues);
        if (issues.Count > 0)
            return null;
        var singles = config.Items.Select(item => new ItemOrders(item.Item, item.Orders)).ToArray();
        var pairs = config.Pairs.Select(pair => new PairOrders(pair.First, pair.Second, pair.Orders)).ToArray();
        Array.Sort(singles, CoPurchaseCounts.CompareItems);
        Array.Sort(pairs, CoPurchaseCounts.ComparePairs);
        return new CoPurchaseCounts(config.Orders, checksum, [.. singles], [.. pairs]);
    }

    private static void CheckPairs(CoPurchaseConfig config, Dictionary<string, long> items, ImmutableArray<LoadIssue>.Builder issues)
    {
        var seen = new HashSet<(string First, string Second)>();
        for (var i = 0; i < config.Pairs.Length; i++)
        {
            var (pair, path) = (config.Pairs[i], "$.pairs[" + Show(i) + "]");
            var most = config.Orders;
            foreach (var (id, member) in new[] { (pair.First, ".first"), (pair.Second, ".second") })
            {
                if (items.TryGetValue(id, out var orders))
                    most = Math.Min(most, orders);
                else
                    issues.Add(new LoadIssue("SOT015", path + member, "Both items of a pair stand among the items; \"" + id + "\" was not there."));
            }

            if (string.CompareOrdinal(pair.First, pair.Second) >= 0)
                issues.Add(new LoadIssue("SOT016", path, "The first id comes before the second; they were \"" + pair.First + "\" and \"" + pair.Second + "\"."));
            else if (!seen.Add((pair.First, pair.Second)))
                issues.Add(new LoadIssue("SOT014", path, "A pair stands once; \"" + pair.First + "\" and \"" + pair.Second + "\" were there before."));
            InRange(pair.Orders, most, path + ".orders", issues);
        }
    }

    private static void InRange(long orders, long most, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (orders < 1 || orders > most)
            issues.Add(new LoadIssue("SOT017", path, "From 1 to " + Show(most) + " is accepted; it was " + Show(orders) + "."));
    }

    private static bool TryChecksum(string text, out ulong checksum)
    {
        checksum = 0;
        return text.Length == 16 && text.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f'))
            && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out checksum);
    }

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
