using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>Functions of values that may be absent.</summary>
internal static class Optionals
{
    public static CelValue Of(ref Evaluation e, in CelValue a) => CelValue.Some(a);

    public static CelValue None(ref Evaluation e, CelValue[] x) => CelValue.None;

    public static CelValue OfNonZero(ref Evaluation e, in CelValue a) => IsZero(a) ? CelValue.None : CelValue.Some(a);

    public static CelValue HasValue(ref Evaluation e, in CelValue a) =>
        a.Kind == CelKind.Optional ? CelValue.Of(a.OptionalValue is not null) : Outcome.NoOverload("hasValue", a);

    public static CelValue Value(ref Evaluation e, in CelValue a) => a.Kind != CelKind.Optional ? Outcome.NoOverload("value", a)
        : a.OptionalValue ?? Outcome.Fail("The optional value is absent; hasValue() tells before, orValue() gives another.");

    public static CelValue Unwrap(ref Evaluation e, in CelValue a)
    {
        if (a.List is not { } list)
            return Outcome.NoOverload("optional.unwrap", a);
        if (!e.Charge(list.Count))
            return Outcome.TooMuch;
        var values = new List<CelValue>();
        foreach (var one in list)
        {
            if (one.Kind != CelKind.Optional)
                return Outcome.NoOverload("optional.unwrap", one);
            if (one.OptionalValue is { } inner)
                values.Add(inner);
        }

        return CelValue.OfOwned([.. values], values.Count);
    }

    public static CelValue First(ref Evaluation e, in CelValue a) => a.List is { } list
        ? list.Count > 0 ? CelValue.Some(list[0]) : CelValue.None : Outcome.NoOverload("first", a);

    public static CelValue Last(ref Evaluation e, in CelValue a) => a.List is { } list
        ? list.Count > 0 ? CelValue.Some(list[list.Count - 1]) : CelValue.None : Outcome.NoOverload("last", a);

    private static bool IsZero(in CelValue a) => a.Kind switch
    {
        CelKind.Null => true,
        CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Duration => a.Bits == 0,
        CelKind.Double => a.AsDouble == 0d,
        CelKind.Decimal or CelKind.Money => a.Number == 0m,
        CelKind.String => a.Text.Length == 0,
        CelKind.Bytes => a.AsBytes.Length == 0,
        CelKind.List => a.List!.Count == 0,
        CelKind.Map => a.Map!.Count == 0,
        CelKind.Optional => a.OptionalValue is null,
        _ => false,
    };
}
