namespace StoreOps.Domain.Monetary;

/// <summary>Applies a <see cref="RoundingPolicy"/> to exact quotients.</summary>
internal static class Rounding
{
    /// <summary>Returns <c>value * numerator / denominator</c>, rounded once by the policy.</summary>
    /// <exception cref="OverflowException">The rounded value does not fit 64 bits.</exception>
    public static long Scale(long value, long numerator, long denominator, RoundingPolicy policy)
    {
        var isNegative = (value < 0) ^ (numerator < 0) ^ (denominator < 0);
        var divisor = Magnitude(denominator);
        var quotient = WideInteger.MultiplyDivide(Magnitude(value), Magnitude(numerator), divisor, out var remainder);
        if (remainder != 0 && GoesAway(policy, isNegative, isOdd: (quotient & 1) != 0, remainder, divisor))
            quotient++;
        return WithSign(quotient, isNegative);
    }

    /// <summary>Rounds a decimal to a whole number by the policy.</summary>
    public static decimal Whole(decimal value, RoundingPolicy policy)
    {
        var truncated = decimal.Truncate(value);
        var fraction = Math.Abs(value - truncated);
        if (fraction == 0m)
            return truncated;

        // Halves and their neighbors are decided on the fraction times two against one, both exact.
        var half = decimal.Compare(fraction, 0.5m);
        var away = GoesAway(policy, value < 0m, isOdd: truncated % 2m != 0m, remainder: (ulong)(half + 2), divisor: 4);
        return away ? truncated + Math.Sign(value) : truncated;
    }

    private static ulong Magnitude(long value) => value < 0 ? unchecked((ulong)-value) : (ulong)value;

    private static long WithSign(ulong magnitude, bool isNegative)
    {
        if (isNegative && magnitude == 1UL << 63)
            return long.MinValue;
        return isNegative ? -checked((long)magnitude) : checked((long)magnitude);
    }

    private static bool GoesAway(RoundingPolicy policy, bool isNegative, bool isOdd, ulong remainder, ulong divisor)
    {
        // remainder < divisor, so the subtraction cannot wrap where doubling could.
        var comparison = remainder.CompareTo(divisor - remainder);
        return policy switch
        {
            RoundingPolicy.HalfAwayFromZero => comparison >= 0,
            RoundingPolicy.HalfEven => comparison > 0 || (comparison == 0 && isOdd),
            RoundingPolicy.HalfTowardZero => comparison > 0,
            RoundingPolicy.TowardZero => false,
            RoundingPolicy.AwayFromZero => true,
            RoundingPolicy.Floor => isNegative,
            RoundingPolicy.Ceiling => !isNegative,
            _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "The rounding policy is not one of those named."),
        };
    }
}
