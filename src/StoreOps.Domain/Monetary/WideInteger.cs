namespace StoreOps.Domain.Monetary;

/// <summary>Products of two 64-bit numbers divided by a third, exactly, on both target frameworks.</summary>
internal static class WideInteger
{
    /// <summary>Returns <c>a * b / divisor</c> and what remains.</summary>
    /// <exception cref="OverflowException">The quotient does not fit 64 bits.</exception>
    public static ulong MultiplyDivide(ulong a, ulong b, ulong divisor, out ulong remainder)
    {
        var high = Multiply(a, b, out var low);
        if (high == 0)
        {
            var quotient = low / divisor;
            remainder = low - (quotient * divisor);
            return quotient;
        }

        if (high >= divisor)
            throw new OverflowException("The amount does not fit 64 bits of minor units.");
        return Divide(high, low, divisor, out remainder);
    }

    private static ulong Multiply(ulong a, ulong b, out ulong low)
    {
#if NET
        return Math.BigMul(a, b, out low);
#else
        unchecked
        {
            ulong aLow = (uint)a, aHigh = a >> 32, bLow = (uint)b, bHigh = b >> 32;
            var lowLow = aLow * bLow;
            var middle = (aHigh * bLow) + (lowLow >> 32);
            var carry = (aLow * bHigh) + (uint)middle;
            low = (carry << 32) | (uint)lowLow;
            return (aHigh * bHigh) + (middle >> 32) + (carry >> 32);
        }
#endif
    }

    // Shift and subtract: the path is taken only by products above 2^64, where an amount in any currency is beyond a shop's books.
    private static ulong Divide(ulong high, ulong low, ulong divisor, out ulong remainder)
    {
        unchecked
        {
            var rest = high;
            ulong quotient = 0;
            for (var bit = 63; bit >= 0; bit--)
            {
                var overflow = rest >> 63;
                rest = (rest << 1) | ((low >> bit) & 1);
                quotient <<= 1;
                if (overflow != 0 || rest >= divisor)
                {
                    rest -= divisor;
                    quotient |= 1;
                }
            }

            remainder = rest;
            return quotient;
        }
    }
}
