using System.Globalization;
using System.Text;

using NodaTime.Text;

namespace StoreOps.Rules.Expressions;

/// <summary>Values as text.</summary>
internal static class CelText
{
    private static readonly InstantPattern TimestampPattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFF'Z'");

    /// <summary>Returns the value as it would be written in an expression.</summary>
    public static string Of(in CelValue value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    /// <summary>Returns a moment as RFC 3339 writes it, in UTC.</summary>
    public static string OfTimestamp(in CelValue value) => TimestampPattern.Format(value.AsInstant);

    /// <summary>Returns a length of time in seconds, for example "1.5s".</summary>
    public static string OfDuration(in CelValue value)
    {
        var seconds = value.Bits / TimeRange.NanosecondsPerSecond;
        var rest = Math.Abs(value.Bits % TimeRange.NanosecondsPerSecond);
        var sign = value.Bits < 0 && seconds == 0 ? "-" : string.Empty;
        var fraction = rest == 0 ? string.Empty : "." + rest.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        return sign + seconds.ToString(CultureInfo.InvariantCulture) + fraction + "s";
    }

    /// <summary>Returns a binary number in its shortest form; with an exponent below 1e-4 and from 1e21 on where asked for.</summary>
    public static string OfDouble(double value, bool mayUseExponent)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "+Inf" : "-Inf";
        var (sign, digits, exponent) = Digits(value);
        // The exponent of d.ddd; from 21 digits on, numbers are written with it.
        if (mayUseExponent && (exponent < -4 || exponent >= 21))
        {
            return sign + digits[0] + (digits.Length > 1 ? "." + digits.Substring(1) : string.Empty)
                + (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString("D2", CultureInfo.InvariantCulture);
        }

        if (exponent < 0)
            return sign + "0." + new string('0', -exponent - 1) + digits;
        return digits.Length <= exponent + 1
            ? sign + digits + new string('0', exponent + 1 - digits.Length)
            : sign + digits.Substring(0, exponent + 1) + "." + digits.Substring(exponent + 1);
    }

    /// <summary>Takes a binary number apart: the fewest digits that read as it, without zeros at the end, and the exponent of the first.</summary>
    public static (string Sign, string Digits, int Exponent) Digits(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var sign = BitConverter.DoubleToInt64Bits(value) < 0 ? "-" : string.Empty;
        var digits = new StringBuilder();
        var e = shortest.IndexOf('E');
        var mantissa = e < 0 ? shortest : shortest.Substring(0, e);
        var point = mantissa.IndexOf('.');
        var exponent = e < 0 ? 0 : int.Parse(shortest.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        foreach (var c in mantissa)
        {
            if (c is >= '0' and <= '9')
                digits.Append(c);
        }

        var whole = (point < 0 ? mantissa.Length : point) - (mantissa[0] == '-' ? 1 : 0);
        var lead = 0;
        while (lead < digits.Length - 1 && digits[lead] == '0')
            lead++;
        var kept = digits.ToString(lead, digits.Length - lead).TrimEnd('0');
        return kept.Length == 0 ? (sign, "0", 0) : (sign, kept, exponent + whole - 1 - lead);
    }

    /// <summary>Writes a text between quotes, with escapes.</summary>
    public static void WriteQuoted(string value, StringBuilder text, char quote = '\'')
    {
        text.Append(quote);
        foreach (var c in value)
        {
            var escape = c switch
            {
                '\a' => "\\a",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\v' => "\\v",
                '\\' => "\\\\",
                _ => null,
            };
            if (escape is not null)
                text.Append(escape);
            else if (c == quote)
                text.Append('\\').Append(c);
            else if (c < ' ' || c == 0x7f)
                text.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        text.Append(quote);
    }

    public static void WriteBytes(byte[] bytes, StringBuilder text)
    {
        text.Append("b'");
        foreach (var one in bytes)
        {
            if (one is >= 0x20 and < 0x7f and not (byte)'\'' and not (byte)'\\')
                text.Append((char)one);
            else
                text.Append("\\x").Append(one.ToString("x2", CultureInfo.InvariantCulture));
        }

        text.Append('\'');
    }

    /// <summary>Writes a binary number so that it reads as one again.</summary>
    public static string Literal(double value)
    {
        var text = OfDouble(value, mayUseExponent: true);
        return text switch
        {
            "NaN" => "double('NaN')",
            "+Inf" => "double('Infinity')",
            "-Inf" => "double('-Infinity')",
            _ => text.IndexOfAny(['.', 'e']) < 0 ? text + ".0" : text,
        };
    }

    private static void Write(in CelValue value, StringBuilder text)
    {
        switch (value.Kind)
        {
            case CelKind.Unknown:
                text.Append("unknown");
                break;
            case CelKind.Error:
                text.Append("error: ").Append(value.Error!.Detail);
                break;
            case CelKind.Null:
                text.Append("null");
                break;
            case CelKind.Bool:
                text.Append(value.IsTrue ? "true" : "false");
                break;
            case CelKind.Int or CelKind.Uint or CelKind.Decimal:
                text.Append(value.Number.ToString(CultureInfo.InvariantCulture)).Append(value.Kind == CelKind.Uint ? "u" : string.Empty);
                break;
            case CelKind.Double:
                text.Append(Literal(value.AsDouble));
                break;
            case CelKind.Money:
                text.Append(value.Money);
                break;
            case CelKind.String:
                WriteQuoted(value.Text, text);
                break;
            case CelKind.Bytes:
                WriteBytes(value.AsBytes, text);
                break;
            case CelKind.List:
                WriteList(value.List!, text);
                break;
            case CelKind.Map:
                WriteMap(value.Map!, text);
                break;
            case CelKind.Type:
                text.Append(value.NamedType!.Name);
                break;
            case CelKind.Timestamp:
                text.Append("timestamp('").Append(OfTimestamp(value)).Append("')");
                break;
            case CelKind.Duration:
                text.Append("duration('").Append(OfDuration(value)).Append("')");
                break;
            case CelKind.Optional when value.OptionalValue is { } inner:
                text.Append("optional.of(");
                Write(inner, text);
                text.Append(')');
                break;
            case CelKind.Optional:
                text.Append("optional.none()");
                break;
            default:
                text.Append(value.Kind == CelKind.IpAddress ? "ip('" : "cidr('").Append(value.Reference).Append("')");
                break;
        }
    }

    private static void WriteList(CelList list, StringBuilder text)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            Write(list[i], text);
        }

        text.Append(']');
    }

    private static void WriteMap(CelMap map, StringBuilder text)
    {
        text.Append('{');
        for (var i = 0; i < map.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            Write(map.Keys[i], text);
            text.Append(": ");
            map.TryGet(map.Keys[i], out var value);
            Write(value, text);
        }

        text.Append('}');
    }
}
