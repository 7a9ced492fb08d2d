using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>The math extension.</summary>
internal static class MathFunctions
{
    public static CelValue Greatest(ref Evaluation e, CelValue[] x) => Extreme("math.greatest", ref e, x, Order.Greater);

    public static CelValue Least(ref Evaluation e, CelValue[] x) => Extreme("math.least", ref e, x, Order.Less);

    public static CelValue Ceil(ref Evaluation e, in CelValue a) => Real("math.ceil", a, Math.Ceiling, decimal.Ceiling);

    public static CelValue Floor(ref Evaluation e, in CelValue a) => Real("math.floor", a, Math.Floor, decimal.Floor);

    public static CelValue Trunc(ref Evaluation e, in CelValue a) => Real("math.trunc", a, Math.Truncate, decimal.Truncate);

    public static CelValue Round(ref Evaluation e, in CelValue a) =>
        Real("math.round", a, one => Math.Round(one, MidpointRounding.AwayFromZero), one => decimal.Round(one, MidpointRounding.AwayFromZero));

    public static CelValue Sqrt(ref Evaluation e, in CelValue a) => a.Kind switch
    {
        CelKind.Double => CelValue.Of(Math.Sqrt(a.AsDouble)),
        CelKind.Int => CelValue.Of(Math.Sqrt(a.Bits)),
        CelKind.Uint => CelValue.Of(Math.Sqrt(a.AsUlong)),
        _ => Outcome.NoOverload("math.sqrt", a),
    };

    public static CelValue Abs(ref Evaluation e, in CelValue a) => a.Kind switch
    {
        CelKind.Int => a.Bits == long.MinValue ? Outcome.Overflow : CelValue.Of(Math.Abs(a.Bits)),
        CelKind.Uint => a,
        CelKind.Double => CelValue.Of(Math.Abs(a.AsDouble)),
        CelKind.Decimal => CelValue.Of(Math.Abs(a.ToDecimal())),
        _ => Outcome.NoOverload("math.abs", a),
    };

    public static CelValue Sign(ref Evaluation e, in CelValue a) => a.Kind switch
    {
        CelKind.Int => CelValue.Of((long)Math.Sign(a.Bits)),
        CelKind.Uint => CelValue.Of(a.Bits == 0 ? 0UL : 1UL),
        CelKind.Double => double.IsNaN(a.AsDouble) ? a : CelValue.Of((double)Math.Sign(a.AsDouble)),
        CelKind.Decimal => CelValue.Of((decimal)Math.Sign(a.ToDecimal())),
        _ => Outcome.NoOverload("math.sign", a),
    };

    public static CelValue IsInf(ref Evaluation e, in CelValue a) => a.Kind == CelKind.Double ? CelValue.Of(double.IsInfinity(a.AsDouble)) : Outcome.NoOverload("math.isInf", a);

    public static CelValue IsNaN(ref Evaluation e, in CelValue a) => a.Kind == CelKind.Double ? CelValue.Of(double.IsNaN(a.AsDouble)) : Outcome.NoOverload("math.isNaN", a);

    public static CelValue IsFinite(ref Evaluation e, in CelValue a) => a.Kind == CelKind.Double
        ? CelValue.Of(!double.IsNaN(a.AsDouble) && !double.IsInfinity(a.AsDouble)) : Outcome.NoOverload("math.isFinite", a);

    public static CelValue BitNot(ref Evaluation e, in CelValue a) => a.Kind is CelKind.Int or CelKind.Uint ? new CelValue(a.Kind, ~a.Bits) : Outcome.NoOverload("math.bitNot", a);

    public static CelValue BitAnd(ref Evaluation e, in CelValue a, in CelValue b) => Bitwise("math.bitAnd", a, b, a.Bits & b.Bits);

    public static CelValue BitOr(ref Evaluation e, in CelValue a, in CelValue b) => Bitwise("math.bitOr", a, b, a.Bits | b.Bits);

    public static CelValue BitXor(ref Evaluation e, in CelValue a, in CelValue b) => Bitwise("math.bitXor", a, b, a.Bits ^ b.Bits);

    public static CelValue ShiftLeft(ref Evaluation e, in CelValue a, in CelValue b) => Shift("math.bitShiftLeft", a, b, isLeft: true);

    public static CelValue ShiftRight(ref Evaluation e, in CelValue a, in CelValue b) => Shift("math.bitShiftRight", a, b, isLeft: false);

    private static CelValue Bitwise(string name, in CelValue a, in CelValue b, long bits) =>
        a.Kind == b.Kind && a.Kind is CelKind.Int or CelKind.Uint ? new CelValue(a.Kind, bits) : Outcome.NoOverload(name, a, b);

    // A shift to the right fills with zeros, also where the number is negative.
    private static CelValue Shift(string name, in CelValue a, in CelValue b, bool isLeft)
    {
        if (a.Kind is not (CelKind.Int or CelKind.Uint) || b.Kind != CelKind.Int)
            return Outcome.NoOverload(name, a, b);
        if (b.Bits < 0)
            return Outcome.Fail("A shift is zero or above; it was " + b + ".");
        return new CelValue(a.Kind, b.Bits >= 64 ? 0L : isLeft ? a.Bits << (int)b.Bits : unchecked((long)(a.AsUlong >> (int)b.Bits)));
    }

    private static CelValue Real(string name, in CelValue a, Func<double, double> ofDouble, Func<decimal, decimal> ofDecimal) => a.Kind switch
    {
        CelKind.Double => CelValue.Of(ofDouble(a.AsDouble)),
        CelKind.Decimal => CelValue.Of(ofDecimal(a.ToDecimal())),
        _ => Outcome.NoOverload(name, a),
    };

    private static CelValue Extreme(string name, ref Evaluation e, CelValue[] x, Order wanted)
    {
        if (x.Length == 1 && x[0].List is { } list)
        {
            if (!e.Charge(list.Count))
                return Outcome.TooMuch;
            x = [.. list];
        }

        if (x.Length == 0)
            return Outcome.Fail("\"" + name + "\" asks for at least one number.");
        var best = x[0];
        foreach (var one in x)
        {
            if (!one.IsKnown)
                return one;
            if (!CelEquality.IsNumber(one.Kind) || one.Kind == CelKind.Money)
                return Outcome.NoOverload(name, one);
            if (CelEquality.Compare(one, best) == wanted)
                best = one;
        }

        return best;
    }
}
