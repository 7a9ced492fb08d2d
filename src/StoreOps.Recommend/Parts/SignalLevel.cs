#if NET
using System.Numerics;
#endif

namespace StoreOps.Recommend.Parts;

/// <summary>Turns the value of a signal into one of 256 levels: exact below 16, then eight to each doubling.</summary>
/// <remarks>Values are whole numbers, so that the level of a sum hangs neither on the order of its terms nor on the machine.</remarks>
internal static class SignalLevel
{
    public const int Count = 256;

    /// <summary>The greatest level that a value can have.</summary>
    public const int Highest = 239;

    public static int Of(uint value)
    {
        if (value < 16)
            return (int)value;
        var shift = Log2(value) - 3;
        return unchecked((shift << 3) + (int)(value >> shift));
    }

    /// <summary>Returns the least value of a level.</summary>
    public static uint LeastOf(int level)
    {
        if (level < 16)
            return (uint)level;
        var shift = (level >> 3) - 1;
        return (uint)(8 + (level & 7)) << shift;
    }

    public static byte Of(double value) => (byte)Of(value <= 0 ? 0u : value >= uint.MaxValue ? uint.MaxValue : (uint)value);

#if NET
    private static int Log2(uint value) => BitOperations.Log2(value);
#else
    private static int Log2(uint value)
    {
        var log = 0;
        while ((value >>= 1) != 0)
            log++;
        return log;
    }
#endif
}
