namespace StoreOps.Rules.Expressions;

/// <summary>Finds what a mistyped name most likely meant.</summary>
internal static class NearestName
{
    /// <summary>Returns the candidate with the fewest insertions, deletions and replacements, if they are fewer than half of the name.</summary>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = Math.Min(name.Length, 64) / 2;
        foreach (var candidate in candidates.OrderBy(candidate => candidate, StringComparer.Ordinal))
        {
            if (name.Length > 64 || candidate.Length > 64)
                continue;
            var distance = Distance(name, candidate);
            if (distance < least || (distance == least && nearest is null))
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
