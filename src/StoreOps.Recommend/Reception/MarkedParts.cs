using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Reception;

/// <summary>Parts of a model that are gathered one by one into a set.</summary>
internal sealed class MarkedParts(PartsModel model)
{
    private readonly ulong[] _words = new ulong[(model.PartCount + 63) / 64];

    public bool Contains(int part) => (_words[part >> 6] & (1UL << (part & 63))) != 0;

    public void Add(int part) => _words[part >> 6] |= 1UL << (part & 63);

    public void Add(ReadOnlySpan<int> parts)
    {
        foreach (var part in parts)
            Add(part);
    }

    /// <summary>Returns the set of what was gathered; nothing may be added afterwards.</summary>
    public PartSet ToSet() => PartSet.OfWords(_words);

    /// <summary>Returns the parts, in order of their numbers.</summary>
    public int[] ToArray()
    {
        var parts = new List<int>();
        for (var word = 0; word < _words.Length; word++)
        {
            for (var bits = _words[word]; bits != 0; bits &= bits - 1)
                parts.Add((word << 6) + Bits.First(bits));
        }

        return [.. parts];
    }
}
