using StoreOps.Domain.Monetary;
using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>The operators <c>+ - * / %</c> and the minus sign.</summary>
internal static class Arithmetic
{
    public static CelValue Add(ref Evaluation e, in CelValue a, in CelValue b)
    {
        switch (a.Kind, b.Kind)
        {
            case (CelKind.String, CelKind.String):
                return e.Charge((a.Text.Length + b.Text.Length) >> 4) ? CelValue.Of(a.Text + b.Text) : Outcome.TooMuch;
            case (CelKind.Bytes, CelKind.Bytes):
                return e.Charge((a.AsBytes.Length + b.AsBytes.Length) >> 4) ? CelValue.OfOwned([.. a.AsBytes, .. b.AsBytes]) : Outcome.TooMuch;
            case (CelKind.List, CelKind.List):
                return e.Charge((long)a.List!.Count + b.List!.Count) ? Concat(a.List, b.List) : Outcome.TooMuch;
            case (CelKind.Timestamp, CelKind.Duration):
                return TimeFunctions.Shift(a, b.Bits, isBack: false);
            case (CelKind.Duration, CelKind.Timestamp):
                return TimeFunctions.Shift(b, a.Bits, isBack: false);
            default:
                return Compute('+', a, b);
        }
    }

    public static CelValue Subtract(ref Evaluation e, in CelValue a, in CelValue b) => (a.Kind, b.Kind) switch
    {
        (CelKind.Timestamp, CelKind.Duration) => TimeFunctions.Shift(a, b.Bits, isBack: true),
        (CelKind.Timestamp, CelKind.Timestamp) => TimeFunctions.Between(b, a),
        _ => Compute('-', a, b),
    };

    public static CelValue Multiply(ref Evaluation e, in CelValue a, in CelValue b) => Compute('*', a, b);

    public static CelValue Divide(ref Evaluation e, in CelValue a, in CelValue b) => Compute('/', a, b);

    public static CelValue Modulo(ref Evaluation e, in CelValue a, in CelValue b) => Compute('%', a, b);

    public static CelValue Negate(ref Evaluation e, in CelValue a) => a.Kind switch
    {
        CelKind.Int => a.Bits == long.MinValue ? Outcome.Overflow : CelValue.Of(-a.Bits),
        CelKind.Double => CelValue.Of(-a.AsDouble),
        CelKind.Decimal => CelValue.Of(-a.ToDecimal()),
        CelKind.Money when a.Money!.Value is { MinorUnits: > long.MinValue } money => CelValue.Of(-money),
        CelKind.Duration => a.Bits == long.MinValue ? Outcome.Overflow : CelValue.OfNanoseconds(-a.Bits),
        _ => Outcome.NoOverload("-", a),
    };

    private static CelValue Compute(char sign, in CelValue a, in CelValue b)
    {
        try
        {
            switch (a.Kind)
            {
                case CelKind.Int when b.Kind == CelKind.Int:
                    return OfInts(sign, a.Bits, b.Bits);
                case CelKind.Uint when b.Kind == CelKind.Uint:
                    return OfUints(sign, a.AsUlong, b.AsUlong);
                case CelKind.Double when b.Kind == CelKind.Double && sign != '%':
                    return OfDoubles(sign, a.AsDouble, b.AsDouble);
                case CelKind.Duration when b.Kind == CelKind.Duration && sign is '+' or '-':
                    return CelValue.OfNanoseconds(checked(sign == '+' ? a.Bits + b.Bits : a.Bits - b.Bits));
                case CelKind.Money when b.Kind == CelKind.Money && sign is '+' or '-':
                    return OfMoney(sign, a.Money!.Value, b.Money!.Value);
                case CelKind.Money when b.Kind == CelKind.Int && sign == '*':
                    return CelValue.Of(a.Money!.Value * b.Bits);
                case CelKind.Int when b.Kind == CelKind.Money && sign == '*':
                    return CelValue.Of(b.Money!.Value * a.Bits);
            }

            return IsExact(a) && IsExact(b) ? OfDecimals(sign, a.Number, b.Number) : Outcome.NoOverload(sign.ToString(), a, b);
        }
        catch (OverflowException)
        {
            return Outcome.Overflow;
        }
    }

    // One side is a decimal here, the other a decimal or an int: a uint mixes with nothing, as CEL has it.
    private static bool IsExact(in CelValue value) => value.Kind is CelKind.Int or CelKind.Decimal;

    private static CelValue OfInts(char sign, long a, long b)
    {
        switch (sign)
        {
            case '+':
                return CelValue.Of(checked(a + b));
            case '-':
                return CelValue.Of(checked(a - b));
            case '*':
                return CelValue.Of(checked(a * b));
        }

        if (b == 0)
            return ByZero(sign);
        if (b == -1)
            return sign == '%' ? CelValue.Of(0L) : CelValue.Of(checked(-a));
        return CelValue.Of(sign == '/' ? a / b : a % b);
    }

    private static CelValue OfUints(char sign, ulong a, ulong b)
    {
        switch (sign)
        {
            case '+':
                return CelValue.Of(checked(a + b));
            case '-':
                return CelValue.Of(checked(a - b));
            case '*':
                return CelValue.Of(checked(a * b));
        }

        return b == 0 ? ByZero(sign) : CelValue.Of(sign == '/' ? a / b : a % b);
    }

    private static CelValue OfDoubles(char sign, double a, double b) => CelValue.Of(sign switch
    {
        '+' => a + b,
        '-' => a - b,
        '*' => a * b,
        _ => a / b,
    });

    private static CelValue OfDecimals(char sign, decimal a, decimal b)
    {
        if (b == 0m && sign is '/' or '%')
            return ByZero(sign);
        return CelValue.Of(sign switch
        {
            '+' => a + b,
            '-' => a - b,
            '*' => a * b,
            '/' => a / b,
            _ => a % b,
        });
    }

    private static CelValue OfMoney(char sign, Money a, Money b) => a.Currency != b.Currency
        ? Outcome.Fail("Amounts of two currencies do not add up; they were " + a + " and " + b + ".")
        : CelValue.Of(sign == '+' ? a + b : a - b);

    private static CelValue ByZero(char sign) => Outcome.Fail(sign == '/' ? "Nothing is divided by zero." : "There is no rest of a division by zero.");

    private static CelValue Concat(CelList a, CelList b)
    {
        var values = new CelValue[a.Count + b.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = i < a.Count ? a[i] : b[i - a.Count];
        return CelValue.OfOwned(values, values.Length);
    }
}
