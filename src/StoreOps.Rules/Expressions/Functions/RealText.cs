using System.Globalization;
using System.Numerics;
using System.Text;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>Writes binary numbers with a number of decimals: the exact value, rounded once, half to even, on every target alike.</summary>
internal static class RealText
{
    public static string Of(double value, int precision, bool isScientific)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var sign = bits < 0 ? "-" : string.Empty;
        var biased = (int)((bits >> 52) & 0x7ff);
        var fraction = bits & 0xfffffffffffffL;
        // value = mantissa * 2^power, exactly.
        var mantissa = new BigInteger(biased == 0 ? fraction : fraction | (1L << 52));
        var power = Math.Max(biased, 1) - 1075;
        if (!isScientific)
            return sign + WithPoint(Scaled(mantissa, power, precision).ToString(CultureInfo.InvariantCulture), precision);
        if (mantissa.IsZero)
            return sign + WithPoint(new string('0', precision + 1), precision) + "e+00";
        var exponent = CelText.Digits(Math.Abs(value)).Exponent;
        var digits = Scaled(mantissa, power, precision - exponent).ToString(CultureInfo.InvariantCulture);
        // Rounding may have made one digit more.
        if (digits.Length > precision + 1)
            digits = Scaled(mantissa, power, precision - ++exponent).ToString(CultureInfo.InvariantCulture);
        return sign + WithPoint(digits, precision) + (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString("D2", CultureInfo.InvariantCulture);
    }

    /// <summary>Returns mantissa * 2^power * 10^decimals as a whole number, half to even.</summary>
    private static BigInteger Scaled(BigInteger mantissa, int power, int decimals)
    {
        var numerator = mantissa * BigInteger.Pow(10, Math.Max(decimals, 0)) * BigInteger.Pow(2, Math.Max(power, 0));
        var denominator = BigInteger.Pow(10, Math.Max(-decimals, 0)) * BigInteger.Pow(2, Math.Max(-power, 0));
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var twice = (rest * 2).CompareTo(denominator);
        return twice > 0 || (twice == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static string WithPoint(string digits, int decimals)
    {
        if (decimals == 0)
            return digits;
        var padded = new StringBuilder(digits.PadLeft(decimals + 1, '0'));
        return padded.Insert(padded.Length - decimals, '.').ToString();
    }
}
