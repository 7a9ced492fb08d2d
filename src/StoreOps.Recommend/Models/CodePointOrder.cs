namespace StoreOps.Recommend.Models;

/// <summary>The order of texts by code points, which is that of their UTF-8 bytes; ordinal order differs beyond U+FFFF.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    public static CodePointOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return x is null ? (y is null ? 0 : -1) : 1;
        var shorter = Math.Min(x.Length, y.Length);
        for (var i = 0; i < shorter; i++)
        {
            if (x[i] != y[i])
                return Rank(x[i]).CompareTo(Rank(y[i]));
        }

        return x.Length.CompareTo(y.Length);
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
