using System.Globalization;
using System.Text;


using StoreOps.Domain.Monetary;
using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>The functions that are named after types.</summary>
internal static class Conversions
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static CelValue ToInt(ref Evaluation e, in CelValue a)
    {
        switch (a.Kind)
        {
            case CelKind.Int:
                return a;
            case CelKind.Uint:
                return a.Bits < 0 ? Outcome.Overflow : CelValue.Of(a.Bits);
            case CelKind.Double:
                // The largest binary number below 2^63 is far from it, so that both ends are refused.
                return a.AsDouble is > -9_223_372_036_854_775_808d and < 9_223_372_036_854_775_808d ? CelValue.Of((long)a.AsDouble) : Outcome.Overflow;
            case CelKind.Decimal:
                var whole = decimal.Truncate(a.ToDecimal());
                return whole is >= long.MinValue and <= long.MaxValue ? CelValue.Of((long)whole) : Outcome.Overflow;
            case CelKind.Timestamp or CelKind.Duration:
                return CelValue.Of(a.Kind == CelKind.Timestamp ? a.Bits : a.Bits / TimeRange.NanosecondsPerSecond);
            case CelKind.String:
                return long.TryParse(a.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? CelValue.Of(number)
                    : Outcome.Fail("A whole number is written as -300; it was \"" + a.Text + "\".");
            default:
                return Outcome.NoOverload("int", a);
        }
    }

    public static CelValue ToUint(ref Evaluation e, in CelValue a)
    {
        switch (a.Kind)
        {
            case CelKind.Uint:
                return a;
            case CelKind.Int:
                return a.Bits < 0 ? Outcome.Overflow : CelValue.Of((ulong)a.Bits);
            case CelKind.Double:
                return a.AsDouble is > -1d and < 18_446_744_073_709_551_616d ? CelValue.Of((ulong)Math.Max(0d, a.AsDouble)) : Outcome.Overflow;
            case CelKind.Decimal:
                var whole = decimal.Truncate(a.ToDecimal());
                return whole is >= 0m and <= ulong.MaxValue ? CelValue.Of((ulong)whole) : Outcome.Overflow;
            case CelKind.String:
                return ulong.TryParse(a.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? CelValue.Of(number)
                    : Outcome.Fail("A whole number without sign is written as 300; it was \"" + a.Text + "\".");
            default:
                return Outcome.NoOverload("uint", a);
        }
    }

    public static CelValue ToDouble(ref Evaluation e, in CelValue a) => a.Kind switch
    {
        CelKind.Double => a,
        CelKind.Int => CelValue.Of((double)a.Bits),
        CelKind.Uint => CelValue.Of((double)a.AsUlong),
        CelKind.Decimal => CelValue.Of((double)a.ToDecimal()),
        CelKind.String => ParseDouble(a.Text),
        _ => Outcome.NoOverload("double", a),
    };

    public static CelValue ToDecimal(ref Evaluation e, in CelValue a)
    {
        switch (a.Kind)
        {
            case CelKind.Decimal:
                return a;
            case CelKind.Int or CelKind.Uint or CelKind.Money:
                return CelValue.Of(a.Number);
            case CelKind.Double:
                return CelEquality.TryDecimal(a.AsDouble, out var exact) ? CelValue.Of(exact) : Outcome.Overflow;
            case CelKind.String:
                return decimal.TryParse(a.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? CelValue.Of(number)
                    : Outcome.Fail("An exact number is written as 19.90; it was \"" + a.Text + "\".");
            default:
                return Outcome.NoOverload("decimal", a);
        }
    }

    public static CelValue ToMoney(ref Evaluation e, in CelValue amount, in CelValue currency)
    {
        var number = amount.Kind == CelKind.String ? ToDecimal(ref e, amount) : amount;
        if (number.Kind == CelKind.Double)
            number = ToDecimal(ref e, number);
        if (number.Kind == CelKind.Error)
            return number;
        if (number.Kind is not (CelKind.Int or CelKind.Uint or CelKind.Decimal) || currency.Kind != CelKind.String)
            return Outcome.NoOverload("money", amount, currency);
        if (!Currency.TryParse(currency.Text, out var known))
            return Outcome.Fail("A currency is a code of ISO 4217 such as CNY; it was \"" + currency.Text + "\".");
        return Money.TryFromAmount(number.Number, known, out var money)
            ? CelValue.Of(money)
            : Outcome.Fail("An amount has no more decimals than its currency; it was " + number + " " + currency.Text + ".");
    }

    public static CelValue ToText(ref Evaluation e, in CelValue a)
    {
        switch (a.Kind)
        {
            case CelKind.String:
                return a;
            case CelKind.Bool:
                return CelValue.Of(a.IsTrue ? "true" : "false");
            case CelKind.Int or CelKind.Uint or CelKind.Decimal:
                return CelValue.Of(a.Number.ToString(CultureInfo.InvariantCulture));
            case CelKind.Double:
                return CelValue.Of(CelText.OfDouble(a.AsDouble, mayUseExponent: true));
            case CelKind.Money:
                return CelValue.Of(a.Money!.Value.ToString());
            case CelKind.Timestamp:
                return CelValue.Of(CelText.OfTimestamp(a));
            case CelKind.Duration:
                return CelValue.Of(CelText.OfDuration(a));
            case CelKind.IpAddress or CelKind.IpRange:
                return CelValue.Of(a.Reference!.ToString());
            case CelKind.Bytes:
                if (!e.Charge(a.AsBytes.Length >> 4))
                    return Outcome.TooMuch;
                try
                {
                    return CelValue.Of(Utf8.GetString(a.AsBytes));
                }
                catch (ArgumentException)
                {
                    return Outcome.Fail("The bytes are not a text in UTF-8.");
                }

            default:
                return Outcome.NoOverload("string", a);
        }
    }

    public static CelValue ToBytes(ref Evaluation e, in CelValue a) => a.Kind switch
    {
        CelKind.Bytes => a,
        CelKind.String => e.Charge(a.Text.Length >> 4) ? CelValue.OfOwned(Encoding.UTF8.GetBytes(a.Text)) : Outcome.TooMuch,
        _ => Outcome.NoOverload("bytes", a),
    };

    public static CelValue ToBool(ref Evaluation e, in CelValue a) => a.Kind switch
    {
        CelKind.Bool => a,
        CelKind.String => a.Text switch
        {
            "1" or "t" or "T" or "true" or "TRUE" or "True" => CelValue.Of(true),
            "0" or "f" or "F" or "false" or "FALSE" or "False" => CelValue.Of(false),
            _ => Outcome.Fail("Yes and no are written as true and false; it was \"" + a.Text + "\"."),
        },
        _ => Outcome.NoOverload("bool", a),
    };

    public static CelValue ToTimestamp(ref Evaluation e, in CelValue a) => a.Kind switch
    {
        CelKind.Timestamp => a,
        CelKind.String => TimeFunctions.ParseTimestamp(a.Text),
        CelKind.Int => a.Bits is >= TimeRange.MinSeconds and <= TimeRange.MaxSeconds
            ? new CelValue(CelKind.Timestamp, a.Bits)
            : Outcome.Fail("A moment lies in the years 1 to 9999; " + a + " seconds from 1970 do not."),
        _ => Outcome.NoOverload("timestamp", a),
    };

    public static CelValue ToDuration(ref Evaluation e, in CelValue a) => a.Kind switch
    {
        CelKind.Duration => a,
        CelKind.String => TimeFunctions.ParseDuration(a.Text),
        CelKind.Int => a.Bits is > -9_223_372_036 and < 9_223_372_036 ? CelValue.OfNanoseconds(a.Bits * TimeRange.NanosecondsPerSecond) : Outcome.Overflow,
        _ => Outcome.NoOverload("duration", a),
    };

    public static CelValue TypeOf(ref Evaluation e, in CelValue a) => CelValue.Of(Kinds.TypeOf(a));

    public static CelValue Same(ref Evaluation e, in CelValue a) => a;

    private static CelValue ParseDouble(string text) => text switch
    {
        "NaN" or "nan" => CelValue.Of(double.NaN),
        "Infinity" or "+Infinity" or "Inf" or "+Inf" or "inf" or "infinity" => CelValue.Of(double.PositiveInfinity),
        "-Infinity" or "-Inf" or "-inf" or "-infinity" => CelValue.Of(double.NegativeInfinity),
        _ when double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) => CelValue.Of(number),
        _ => Outcome.Fail("A number is written as -1.5e3; it was \"" + text + "\"."),
    };
}
