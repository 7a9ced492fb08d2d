using System.Globalization;

using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Expressions;

/// <summary>When values are equal, and which comes first.</summary>
internal sealed class CelEquality : IEqualityComparer<CelValue>
{
    public static CelEquality Instance { get; } = new();

    public bool Equals(CelValue left, CelValue right)
    {
        var cost = long.MaxValue;
        return AreSame(left, right, isNanSame: true, ref cost);
    }

    /// <summary>Equality as the language has it: "not a number" equals nothing. What is left of the cost falls with the work; below zero the answer is of no use.</summary>
    public static bool AreEqual(in CelValue left, in CelValue right, ref long cost) => AreSame(left, right, isNanSame: false, ref cost);

    public int GetHashCode(CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.Bool or CelKind.Duration or CelKind.Timestamp:
                return value.Bits.GetHashCode() ^ value.Extra;
            case CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.Decimal or CelKind.Money:
                return HashOf(value);
            case CelKind.Bytes:
                return value.AsBytes.Length;
            case CelKind.List:
                return value.List!.Count;
            case CelKind.Map:
                return value.Map!.Count;
            case CelKind.Optional:
                return value.OptionalValue is { } inner ? GetHashCode(inner) : 0;
            case CelKind.String:
                return StringComparer.Ordinal.GetHashCode((string)value.Reference!);
            default:
                return value.Reference?.GetHashCode() ?? 0;
        }
    }

    /// <summary>Orders two values.</summary>
    public static Order Compare(in CelValue left, in CelValue right) => Compare(left, right, isExact: false);

    private static Order Compare(in CelValue left, in CelValue right, bool isExact)
    {
        if (left.Kind == right.Kind)
        {
            switch (left.Kind)
            {
                case CelKind.Bool or CelKind.Int or CelKind.Duration:
                    return Of(left.Bits.CompareTo(right.Bits));
                case CelKind.Uint:
                    return Of(left.AsUlong.CompareTo(right.AsUlong));
                case CelKind.Double:
                    return CompareDoubles(left.AsDouble, right.AsDouble);
                case CelKind.String:
                    return Of(CompareCodePoints((string)left.Reference!, (string)right.Reference!));
                case CelKind.Bytes:
                    return Of(left.AsBytes.AsSpan().SequenceCompareTo(right.AsBytes));
                case CelKind.Timestamp:
                    return Of(left.Bits != right.Bits ? left.Bits.CompareTo(right.Bits) : left.Extra.CompareTo(right.Extra));
                case CelKind.Decimal when left.Extra == right.Extra && left.Reference is null && right.Reference is null:
                    return Of(left.Bits.CompareTo(right.Bits));
                case CelKind.Money:
                    var (a, b) = ((Money)left.Reference!, (Money)right.Reference!);
                    return a.Currency == b.Currency ? Of(a.MinorUnits.CompareTo(b.MinorUnits)) : Order.Incomparable;
            }
        }

        if (!IsNumber(left.Kind) || !IsNumber(right.Kind))
            return Order.Incomparable;
        if (left.Kind == CelKind.Double)
            return Reverse(CompareWithDouble(right, left.AsDouble, isExact));
        return right.Kind == CelKind.Double ? CompareWithDouble(left, right.AsDouble, isExact) : Of(left.Number.CompareTo(right.Number));
    }

    /// <summary>The exact decimal that a binary number stands for: the shortest that reads as it.</summary>
    public static bool TryDecimal(double value, out decimal number) =>
        decimal.TryParse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out number)
        && (number != 0m || value == 0d);

    internal static bool IsNumber(CelKind kind) => kind is >= CelKind.Int and <= CelKind.Money;

    // Ordinal comparison is by UTF-16 units, which puts U+FF00 after U+1F600; CEL orders by code points.
    private static int CompareCodePoints(string a, string b)
    {
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
        {
            if (a[i] == b[i])
                continue;
            return char.IsSurrogate(a[i]) == char.IsSurrogate(b[i]) ? a[i].CompareTo(b[i]) : char.IsSurrogate(a[i]) ? 1 : -1;
        }

        return a.Length.CompareTo(b.Length);
    }

    private static Order Of(int comparison) => comparison < 0 ? Order.Less : comparison > 0 ? Order.Greater : Order.Equal;

    private static Order Reverse(Order order) => order switch { Order.Less => Order.Greater, Order.Greater => Order.Less, _ => order };

    private static Order CompareDoubles(double a, double b) =>
        a < b ? Order.Less : a > b ? Order.Greater : a == b ? Order.Equal : Order.Unordered;

    // The language rounds a whole number to a binary one before it compares, so that 2^63 - 1 equals 2^63. Keys of maps are told apart exactly.
    private static Order CompareWithDouble(in CelValue value, double number, bool isExact)
    {
        if (double.IsNaN(number))
            return Order.Unordered;
        switch (value.Kind)
        {
            case CelKind.Int:
                if (number > 9_223_372_036_854_775_808d || (isExact && number == 9_223_372_036_854_775_808d))
                    return Order.Less;
                if (number < -9_223_372_036_854_775_808d)
                    return Order.Greater;
                return isExact && value.Bits != (long)number ? Of(value.Bits.CompareTo((long)number)) : CompareDoubles(value.Bits, number);
            case CelKind.Uint:
                if (number > 18_446_744_073_709_551_616d || (isExact && number == 18_446_744_073_709_551_616d))
                    return Order.Less;
                if (number < 0d)
                    return Order.Greater;
                return isExact && value.AsUlong != (ulong)number ? Of(value.AsUlong.CompareTo((ulong)number)) : CompareDoubles(value.AsUlong, number);
            default:
                return TryDecimal(number, out var exact) ? Of(value.Number.CompareTo(exact))
                    : Math.Abs(number) < 1d ? CompareDoubles((double)value.Number, number)
                    : number > 0d ? Order.Less : Order.Greater;
        }
    }

    // As values, also "not a number" is the same as itself, and numbers are told apart exactly.
    private static bool AreSame(in CelValue left, in CelValue right, bool isNanSame, ref long cost)
    {
        if (--cost < 0)
            return false;
        if (left.Kind != right.Kind)
            return IsNumber(left.Kind) && IsNumber(right.Kind) && Compare(left, right, isExact: isNanSame) == Order.Equal;
        switch (left.Kind)
        {
            case CelKind.String:
                cost -= ((string)left.Reference!).Length >> 4;
                return string.Equals((string)left.Reference!, (string)right.Reference!, StringComparison.Ordinal);
            case CelKind.Bytes:
                cost -= left.AsBytes.Length >> 4;
                return left.AsBytes.AsSpan().SequenceEqual(right.AsBytes);
            case CelKind.List:
                return AreSame(left.List!, right.List!, isNanSame, ref cost);
            case CelKind.Map:
                return AreSame(left.Map!, right.Map!, isNanSame, ref cost);
            case CelKind.Optional:
                return left.OptionalValue is { } inner
                    ? right.OptionalValue is { } other && AreSame(inner, other, isNanSame, ref cost)
                    : right.OptionalValue is null;
            case CelKind.Double when isNanSame && double.IsNaN(left.AsDouble):
                return double.IsNaN(right.AsDouble);
            case CelKind.Unknown or CelKind.Null:
                return true;
            case CelKind.Type:
                return left.NamedType!.Name == right.NamedType!.Name;
            case CelKind.Error or CelKind.IpAddress or CelKind.IpRange:
                return Equals(left.Reference, right.Reference);
            default:
                return Compare(left, right) == Order.Equal;
        }
    }

    private static bool AreSame(CelList left, CelList right, bool isNanSame, ref long cost)
    {
        if (left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!AreSame(left[i], right[i], isNanSame, ref cost))
                return false;
        }

        return true;
    }

    private static bool AreSame(CelMap left, CelMap right, bool isNanSame, ref long cost)
    {
        if (left.Count != right.Count)
            return false;
        foreach (var key in left.Keys)
        {
            if (!left.TryGet(key, out var one) || !right.TryGet(key, out var other) || !AreSame(one, other, isNanSame, ref cost))
                return false;
        }

        return true;
    }

    // Equal numbers of different kinds hash alike: whole ones as a long, others as the nearest binary number.
    private static int HashOf(in CelValue value)
    {
        if (value.Kind == CelKind.Int)
            return value.Bits.GetHashCode();
        var number = value.Kind == CelKind.Double ? value.AsDouble : (double)value.Number;
        var isWhole = number is >= -9_223_372_036_854_775_808d and < 9_223_372_036_854_775_808d && Math.Floor(number) == number;
        return isWhole && value.Kind != CelKind.Double && value.Number is >= long.MinValue and <= long.MaxValue ? ((long)value.Number).GetHashCode()
            : isWhole ? ((long)number).GetHashCode()
            : number.GetHashCode();
    }
}

/// <summary>How two values lie to one another.</summary>
internal enum Order
{
    Less = -1,
    Equal = 0,
    Greater = 1,

    /// <summary>One of them is "not a number": every comparison but != is false.</summary>
    Unordered = 2,

    /// <summary>They are of kinds that have no order: an error.</summary>
    Incomparable = 3,
}
