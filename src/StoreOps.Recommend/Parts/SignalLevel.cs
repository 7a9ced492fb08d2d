namespace StoreOps.Recommend.Parts;

/// <summary>Turns the value of a signal into one of 256 levels: exact below 32, then sixteen to each doubling.</summary>
/// <remarks>Values are whole numbers, so that the level of a sum hangs neither on the order of its terms nor on the machine.</remarks>
internal static class SignalLevel
{
    public const int Count = 256;

    /// <summary>The greatest value that is told from others.</summary>
    public const uint Most = (1u << 19) - 1;

    /// <summary>The level of the greatest value.</summary>
    public const int Highest = 255;

    public static int Of(uint value)
    {
        unchecked
        {
            value = Math.Min(value, Most);
            // Below 16 nothing is shifted, so that the smallest values need no way of their own.
            var shift = Bits.Last(value | 16) - 4;
            return (shift << 4) + (int)(value >> shift);
        }
    }

    /// <summary>Returns the least value of a level.</summary>
    public static uint LeastOf(int level)
    {
        if (level < 32)
            return (uint)level;
        var shift = (level >> 4) - 1;
        return (uint)(16 + (level & 15)) << shift;
    }

    public static byte Of(double value) => (byte)Of(value <= 0 ? 0u : value >= Most ? Most : (uint)value);
}
