using System.Collections.Immutable;

namespace StoreOps.Recommend.Evaluation.Baselines;

/// <summary>How often parts are taken by all.</summary>
internal static class Popularity
{
    public static int[] Of(IReadOnlyList<NextBasketCase> histories, int parts)
    {
        var counts = new int[parts];
        foreach (var history in histories)
        {
            foreach (var visit in history.History)
            {
                foreach (var part in visit)
                    counts[part]++;
            }
        }

        return counts;
    }

    /// <summary>Returns the parts, the one taken most first.</summary>
    public static int[] Ranked(int[] counts)
    {
        var order = new int[counts.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (one, other) => counts[one] != counts[other] ? counts[other].CompareTo(counts[one]) : one.CompareTo(other));
        return order;
    }

    /// <summary>Fills up with the parts taken most that are not there yet.</summary>
    public static int Fill(int[] order, Span<int> ranked, int count)
    {
        for (var i = 0; i < order.Length && count < ranked.Length; i++)
        {
            if (ranked[..count].IndexOf(order[i]) < 0)
                ranked[count++] = order[i];
        }

        return count;
    }

    /// <summary>Returns the parts of a history, each once.</summary>
    public static HashSet<int> Distinct(ImmutableArray<ImmutableArray<int>> history) => [.. history.SelectMany(visit => visit)];
}
