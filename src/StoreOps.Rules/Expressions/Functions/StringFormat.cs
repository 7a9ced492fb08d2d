using System.Globalization;
using System.Text;

using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>The function <c>format</c>: %s %d %f %e %b %o %x %X and %%, as the strings extension of CEL has them.</summary>
internal static class StringFormat
{
    private const int MaxPrecision = 1_000;

    public static CelValue Format(ref Evaluation e, in CelValue a, in CelValue b)
    {
        if (a.Kind != CelKind.String || b.List is not { } values)
            return Outcome.NoOverload("format", a, b);
        var (template, text) = (a.Text, new StringBuilder());
        var next = 0;
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] != '%')
            {
                text.Append(template[at]);
                continue;
            }

            if (++at >= template.Length)
                return Outcome.Fail("After % stands a letter; the format ends with it.");
            if (template[at] == '%')
            {
                text.Append('%');
                continue;
            }

            var precision = -1;
            if (template[at] == '.')
            {
                precision = 0;
                for (at++; at < template.Length && template[at] is >= '0' and <= '9'; at++)
                    precision = Math.Min((precision * 10) + template[at] - '0', MaxPrecision + 1);
                if (at >= template.Length || precision > MaxPrecision)
                    return Outcome.Fail("A precision is from 0 to 1000, with a letter after it.");
            }

            if (next >= values.Count)
                return Outcome.Fail("The format asks for more values than the " + CelValue.Of(values.Count) + " given.");
            var length = text.Length;
            var value = values[next++];
            if (!value.IsKnown)
                return value;
            if (!TryOne(template[at], precision, value, text, ref e, out var problem))
                return Outcome.Fail(problem);
            if (!e.Charge(1 + ((text.Length - length) >> 4)))
                return Outcome.TooMuch;
        }

        return e.Charge(text.Length >> 4) ? CelValue.Of(text.ToString()) : Outcome.TooMuch;
    }

    private static bool TryOne(char clause, int precision, in CelValue value, StringBuilder text, ref Evaluation e, out string problem)
    {
        problem = "%" + clause + " does not write " + Kinds.Name(value) + ".";
        switch (clause)
        {
            case 's':
                return TryText(value, text, ref e, ref problem);
            case 'd':
                return TryWhole(value, text);
            case 'f' or 'e':
                return TryReal(clause, precision < 0 ? 6 : precision, value, text);
            case 'b' or 'o' or 'x' or 'X':
                return TryRadix(clause, value, text, ref e);
            default:
                problem = "%" + clause + " is not known; the letters are s, d, f, e, b, o, x and X.";
                return false;
        }
    }

    private static bool TryText(in CelValue value, StringBuilder text, ref Evaluation e, ref string problem)
    {
        if (!e.Charge(1 + (value.Kind == CelKind.String ? value.Text.Length >> 4 : 0)))
        {
            problem = Node.TooMuchWork;
            return false;
        }

        switch (value.Kind)
        {
            case CelKind.Null:
                text.Append("null");
                return true;
            case CelKind.Double:
                text.Append(Special(value.AsDouble) ?? CelText.OfDouble(value.AsDouble, mayUseExponent: false));
                return true;
            case CelKind.Type:
                text.Append(value.NamedType!.Name);
                return true;
            case CelKind.Bytes:
                text.Append(Encoding.UTF8.GetString(value.AsBytes));
                return true;
            case CelKind.List:
                text.Append('[');
                for (var i = 0; i < value.List!.Count; i++)
                {
                    text.Append(i > 0 ? ", " : string.Empty);
                    if (!TryText(value.List[i], text, ref e, ref problem))
                        return false;
                }

                text.Append(']');
                return true;
            case CelKind.Map:
                return TryMap(value.Map!, text, ref e, ref problem);
            default:
                var written = Conversions.ToText(ref e, value);
                if (written.Kind != CelKind.String)
                    return false;
                text.Append(written.Text);
                return true;
        }
    }

    // Entries are in the order of their keys as texts, so that equal maps are written alike.
    private static bool TryMap(CelMap map, StringBuilder text, ref Evaluation e, ref string problem)
    {
        var entries = new List<(string Key, CelValue Value)>(map.Count);
        foreach (var key in map.Keys)
        {
            var name = new StringBuilder();
            if (!TryText(key, name, ref e, ref problem))
                return false;
            map.TryGet(key, out var value);
            entries.Add((name.ToString(), value));
        }

        entries.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        text.Append('{');
        for (var i = 0; i < entries.Count; i++)
        {
            text.Append(i > 0 ? ", " : string.Empty).Append(entries[i].Key).Append(": ");
            if (!TryText(entries[i].Value, text, ref e, ref problem))
                return false;
        }

        text.Append('}');
        return true;
    }

    private static bool TryWhole(in CelValue value, StringBuilder text)
    {
        switch (value.Kind)
        {
            case CelKind.Int or CelKind.Uint:
                text.Append(value.Number.ToString(CultureInfo.InvariantCulture));
                return true;
            case CelKind.Decimal:
                text.Append(value.Number.ToString(CultureInfo.InvariantCulture));
                return true;
            case CelKind.Double when Special(value.AsDouble) is { } special:
                text.Append(special);
                return true;
            case CelKind.Double:
                text.Append(CelText.OfDouble(value.AsDouble, mayUseExponent: false));
                return true;
            default:
                return false;
        }
    }

    private static bool TryReal(char clause, int precision, in CelValue value, StringBuilder text)
    {
        if (value.Kind is CelKind.Decimal or CelKind.Int or CelKind.Uint && clause == 'f')
        {
            text.Append(precision <= 28
                ? decimal.Round(value.Number, precision, MidpointRounding.ToEven).ToString("F" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                : value.Number.ToString("F" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
            return true;
        }

        var number = value.Kind switch
        {
            CelKind.Double => value.AsDouble,
            CelKind.Int => value.Bits,
            CelKind.Uint => value.AsUlong,
            CelKind.Decimal => (double)value.Number,
            _ => (double?)null,
        };
        if (number is not { } known)
            return false;
        text.Append(Special(known) ?? RealText.Of(known, precision, clause == 'e'));
        return true;
    }

    private static bool TryRadix(char clause, in CelValue value, StringBuilder text, ref Evaluation e)
    {
        switch (value.Kind)
        {
            case CelKind.Bool when clause == 'b':
                text.Append(value.IsTrue ? '1' : '0');
                return true;
            case CelKind.Int or CelKind.Uint:
                var isNegative = value is { Kind: CelKind.Int, Bits: < 0 };
                var magnitude = isNegative ? unchecked((ulong)-value.Bits) : value.AsUlong;
                text.Append(isNegative ? "-" : string.Empty).Append(InRadix(magnitude, clause switch { 'b' => 1, 'o' => 3, _ => 4 }, clause == 'X'));
                return true;
            case CelKind.String or CelKind.Bytes when clause is 'x' or 'X':
                var bytes = value.Kind == CelKind.Bytes ? value.AsBytes : Encoding.UTF8.GetBytes(value.Text);
                if (!e.Charge(bytes.Length >> 3))
                    return false;
                foreach (var one in bytes)
                    text.Append(one.ToString(clause == 'x' ? "x2" : "X2", CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }

    private static string InRadix(ulong number, int bits, bool isUpper)
    {
        var digits = new StringBuilder();
        do
        {
            var digit = (int)(number & ((1UL << bits) - 1));
            digits.Insert(0, (isUpper ? "0123456789ABCDEF" : "0123456789abcdef")[digit]);
            number >>= bits;
        }
        while (number > 0);
        return digits.ToString();
    }

    private static string? Special(double value) =>
        double.IsNaN(value) ? "NaN" : double.IsInfinity(value) ? (value > 0 ? "Infinity" : "-Infinity") : null;
}
