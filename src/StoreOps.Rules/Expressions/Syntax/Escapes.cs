using System.Text;

namespace StoreOps.Rules.Expressions.Syntax;

/// <summary>Resolves the escapes of texts and bytes.</summary>
internal static class Escapes
{
    public const string Accepted = "The escapes are \\\\ \\' \\\" \\` \\? \\a \\b \\f \\n \\r \\t \\v, \\x with two hexadecimal digits, three octal digits from 000 to 377, "
        + "and in texts \\u with four and \\U with eight hexadecimal digits of a character.";

    public static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    public static bool TryText(string source, int begin, int end, bool isRaw, out string text, out int wrongAt)
    {
        wrongAt = source.IndexOf('\\', begin, end - begin);
        text = string.Empty;
        if (isRaw || wrongAt < 0)
        {
            text = source.Substring(begin, end - begin);
            return true;
        }

        var result = new StringBuilder(end - begin);
        for (var at = begin; at < end;)
        {
            if (source[at] != '\\')
            {
                result.Append(source[at++]);
                continue;
            }

            wrongAt = at;
            if (!TryOne(source, ref at, end, isText: true, out var value))
                return false;
            result.Append(value >= 0x10000 ? char.ConvertFromUtf32(value) : ((char)value).ToString());
        }

        text = result.ToString();
        return true;
    }

    public static bool TryBytes(string source, int begin, int end, bool isRaw, out byte[] bytes, out int wrongAt)
    {
        var result = new List<byte>(end - begin);
        wrongAt = begin;
        bytes = [];
        for (var at = begin; at < end;)
        {
            if (source[at] == '\\' && !isRaw)
            {
                wrongAt = at;
                if (!TryOne(source, ref at, end, isText: false, out var value))
                    return false;
                result.Add((byte)value);
            }
            else
            {
                var length = char.IsHighSurrogate(source[at]) && at + 1 < end && char.IsLowSurrogate(source[at + 1]) ? 2 : 1;
                result.AddRange(Encoding.UTF8.GetBytes(source.Substring(at, length)));
                at += length;
            }
        }

        bytes = [.. result];
        return true;
    }

    private static bool TryOne(string source, ref int at, int end, bool isText, out int value)
    {
        value = -1;
        if (++at >= end)
            return false;
        var c = source[at++];
        switch (c)
        {
            case '\\' or '\'' or '"' or '`' or '?':
                value = c;
                return true;
            case 'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v':
                value = c switch { 'a' => '\a', 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => '\v' };
                return true;
            case 'x' or 'X':
                return TryDigits(source, ref at, end, 2, 16, out value);
            case 'u' or 'U' when isText:
                return TryDigits(source, ref at, end, c == 'u' ? 4 : 8, 16, out value) && value <= 0x10ffff && value is < 0xd800 or > 0xdfff;
            case >= '0' and <= '3':
                at--;
                return TryDigits(source, ref at, end, 3, 8, out value);
            default:
                return false;
        }
    }

    private static bool TryDigits(string source, ref int at, int end, int count, int radix, out int value)
    {
        value = 0;
        if (at + count > end)
            return false;
        long number = 0;
        for (var i = 0; i < count; i++)
        {
            var digit = HexDigit(source[at++]);
            if (digit < 0 || digit >= radix)
                return false;
            number = (number * radix) + digit;
        }

        value = number > int.MaxValue ? int.MaxValue : (int)number;
        return true;
    }
}
