namespace StoreOps.Recommend;

/// <summary>Exponential and logarithm that give the same bits on every machine: the runtime's may differ in the last place.</summary>
/// <remarks>Both are within 2 units in the last place over the range in use; plain products and sums only, never fused.</remarks>
internal static class StableMath
{
    // One over the factorials from 13 down to 0.
    private static readonly double[] Factors =
    [
        1.6059043836821613e-10,
        2.08767569878681e-09,
        2.505210838544172e-08,
        2.755731922398589e-07,
        2.7557319223985893e-06,
        2.48015873015873e-05,
        0.0001984126984126984,
        0.001388888888888889,
        0.008333333333333333,
        0.041666666666666664,
        0.16666666666666666,
        0.5,
        1.0,
        1.0,
    ];

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
        // The Taylor series to the 13th power: |rest| is at most ln 2 / 2, which leaves an error below 1e-17.
        var sum = Factors[0];
        for (var i = 1; i < Factors.Length; i++)
            sum = (sum * rest) + Factors[i];
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
        var sum = 0.0;
        for (var odd = 25; odd >= 1; odd -= 2)
            sum = (1.0 / odd) + (square * sum);
        return (2.0 * ratio * sum) + (exponent * Ln2Low) + (exponent * Ln2High);
    }

    /// <summary>Returns the chance that log-odds stand for.</summary>
    public static double Logistic(double logOdds) => 1.0 / (1.0 + Exp(-logOdds));
}
