using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>A set of parts of one model, such as all that fit a vehicle or all in stock. Immutable; made once and used in many calls.</summary>
public sealed class PartSet
{
    private PartSet(ulong[] words) => Words = words;

    internal ulong[] Words { get; }

    /// <summary>Makes a set.</summary>
    /// <param name="model">The model.</param>
    /// <param name="parts">The numbers of the parts.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not one of a part of the model.</exception>
    public static PartSet Of(PartsModel model, params ReadOnlySpan<int> parts)
    {
        ArgumentNullException.ThrowIfNull(model);
        var words = new ulong[(model.PartCount + 63) / 64];
        foreach (var part in parts)
        {
            if (unchecked((uint)part) >= (uint)model.PartCount)
                throw new ArgumentOutOfRangeException(nameof(parts), part, "The number of a part is from 0 to below PartCount.");
            words[part >> 6] |= 1UL << (part & 63);
        }

        return new PartSet(words);
    }

    /// <summary>Makes a set from ids.</summary>
    /// <param name="model">The model.</param>
    /// <param name="partIds">The ids; those that the model does not know are left out.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static PartSet OfIds(PartsModel model, IEnumerable<string> partIds)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(partIds);
        return Of(model, [.. partIds.Select(model.FindPart).Where(part => part >= 0)]);
    }

    /// <summary>Returns whether a part is in the set.</summary>
    /// <param name="part">The part's number.</param>
    /// <returns>Whether it is; false for a number that no part has.</returns>
    public bool Contains(int part) => unchecked((uint)(part >> 6)) < (uint)Words.Length && (Words[part >> 6] & (1UL << (part & 63))) != 0;

    /// <summary>Makes a set of bits that the caller hands over: part 0 is the lowest of the first word.</summary>
    internal static PartSet OfWords(ulong[] words) => new(words);

    /// <summary>Returns 64 parts of the set, those from 64 times the word on.</summary>
    internal ulong WordAt(int word) => word < Words.Length ? Words[word] : 0;
}
