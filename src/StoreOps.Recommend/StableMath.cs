namespace StoreOps.Recommend;

/// <summary>Exponential and logarithm that give the same bits on every machine: the runtime's may differ in the last place.</summary>
/// <remarks>Both are within 2 units in the last place over the range in use; plain products and sums only, never fused.</remarks>
internal static class StableMath
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Returns e raised to a power.</summary>
    public static double Exp(double power)
    {
        if (power > 700)
            power = 700;
        if (!(power > -700))
            return 0;
        var whole = Math.Floor((power * Log2E) + 0.5);
        var rest = (power - (whole * Ln2High)) - (whole * Ln2Low);
        // The Taylor series to the 13th power: |rest| is at most ln 2 / 2, which leaves an error below 1e-17. The terms are taken in pairs, pairs
        // of pairs and so on, so that few of the products wait for one another.
        var square = rest * rest;
        var fourth = square * square;
        var low = (1 + rest) + ((0.5 + (0.16666666666666666 * rest)) * square);
        var middle = (0.041666666666666664 + (0.008333333333333333 * rest)) + ((0.001388888888888889 + (0.0001984126984126984 * rest)) * square);
        var high = (2.48015873015873e-05 + (2.7557319223985893e-06 * rest)) + ((2.755731922398589e-07 + (2.505210838544172e-08 * rest)) * square);
        var highest = 2.08767569878681e-09 + (1.6059043836821613e-10 * rest);
        var sum = low + (fourth * (middle + (fourth * (high + (fourth * highest)))));
        return sum * BitConverter.Int64BitsToDouble(((long)whole + 1023) << 52);
    }

    /// <summary>Returns the natural logarithm of a number above zero.</summary>
    public static double Log(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        var ratio = (mantissa - 1.0) / (mantissa + 1.0);
        var square = ratio * ratio;
        var fourth = square * square;
        var low = (1 + (square / 3)) + (((1.0 / 5) + (square * (1.0 / 7))) * fourth);
        var middle = ((1.0 / 9) + (square * (1.0 / 11))) + (((1.0 / 13) + (square * (1.0 / 15))) * fourth);
        var high = ((1.0 / 17) + (square * (1.0 / 19))) + (((1.0 / 21) + (square * (1.0 / 23))) * fourth);
        var eighth = fourth * fourth;
        var sum = low + (eighth * (middle + (eighth * (high + (eighth * (1.0 / 25))))));
        return (2.0 * ratio * sum) + (exponent * Ln2Low) + (exponent * Ln2High);
    }

    /// <summary>Returns the chance that log-odds stand for.</summary>
    public static double Logistic(double logOdds) => 1.0 / (1.0 + Exp(-logOdds));
}
