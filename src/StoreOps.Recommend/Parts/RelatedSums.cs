namespace StoreOps.Recommend.Parts;

/// <summary>The working memory of <see cref="RelatedSearch"/>: sums that are zero between calls, and those of them that were added to, side by side.</summary>
internal sealed class RelatedSums(int parts)
{
    private uint[] _values = new uint[64];
    private int[] _parts = new int[64];

    /// <summary>Gets the sums, as long as <see cref="RelationSums.LengthFor"/> says.</summary>
    public uint[] Sums { get; } = new uint[RelationSums.LengthFor(parts)];

    /// <summary>Takes a part's sum out, where it is not zero: a part that is met again is zero by then.</summary>
    public void Take(int part, ref int count)
    {
        if (count == _values.Length)
        {
            Array.Resize(ref _values, count * 2);
            Array.Resize(ref _parts, count * 2);
        }

        (_values[count], _parts[count]) = (Sums[part], part);
        count += Sums[part] != 0 ? 1 : 0;
        Sums[part] = 0;
    }

    /// <summary>Returns the sums taken out, filled up with zeros to whole groups of 8.</summary>
    public ReadOnlySpan<uint> Values(int count)
    {
        // The room is a multiple of 64, and of 8 with it.
        var length = (count + 7) & ~7;
        _values.AsSpan(count, length - count).Clear();
        return _values.AsSpan(0, length);
    }

    public int PartAt(int place) => _parts[place];
}
