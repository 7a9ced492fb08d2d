#if NET
using System.Numerics;
#endif

namespace StoreOps.Recommend.Parts;

/// <summary>Counts and finds the bits of a word.</summary>
internal static class Bits
{
    public static int WordsFor(int parts) => (parts + 63) >> 6;

#if NET
    public static int Count(ulong word) => BitOperations.PopCount(word);

    public static int First(ulong word) => BitOperations.TrailingZeroCount(word);

    public static int Last(ulong word) => BitOperations.Log2(word);
#else
    public static int Count(ulong word)
    {
        var count = 0;
        for (; word != 0; word &= word - 1)
            count++;
        return count;
    }

    public static int Last(ulong word)
    {
        var place = 0;
        while ((word >>= 1) != 0)
            place++;
        return place;
    }

    public static int First(ulong word)
    {
        var place = 0;
        while ((word & 0xFF) == 0)
            (word, place) = (word >> 8, place + 8);
        while ((word & 1) == 0)
            (word, place) = (word >> 1, place + 1);
        return place;
    }
#endif
}
