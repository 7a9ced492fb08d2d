using System.Text;

using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>Functions of texts. Places and lengths count code points, never the units of UTF-16.</summary>
internal static class Strings
{
    public static CelValue Size(ref Evaluation e, in CelValue a)
    {
        switch (a.Kind)
        {
            case CelKind.String:
                return e.Charge(a.Text.Length >> 4) ? CelValue.Of((long)CountPoints(a.Text)) : Outcome.TooMuch;
            case CelKind.Bytes:
                return CelValue.Of((long)a.AsBytes.Length);
            case CelKind.List:
                return CelValue.Of((long)a.List!.Count);
            case CelKind.Map:
                return CelValue.Of((long)a.Map!.Count);
            default:
                return Outcome.NoOverload("size", a);
        }
    }

    public static CelValue Contains(ref Evaluation e, in CelValue a, in CelValue b) => !AreTexts(a, b) ? Outcome.NoOverload("contains", a, b)
        : e.Charge((a.Text.Length * (1L + (b.Text.Length >> 4))) >> 4) ? CelValue.Of(Has(a.Text, b.Text)) : Outcome.TooMuch;

    public static CelValue StartsWith(ref Evaluation e, in CelValue a, in CelValue b) => AreTexts(a, b)
        ? CelValue.Of(a.Text.StartsWith(b.Text, StringComparison.Ordinal)) : Outcome.NoOverload("startsWith", a, b);

    public static CelValue EndsWith(ref Evaluation e, in CelValue a, in CelValue b) => AreTexts(a, b)
        ? CelValue.Of(a.Text.EndsWith(b.Text, StringComparison.Ordinal)) : Outcome.NoOverload("endsWith", a, b);

    public static CelValue CharAt(ref Evaluation e, in CelValue a, in CelValue b)
    {
        if (a.Kind != CelKind.String || b.Kind != CelKind.Int)
            return Outcome.NoOverload("charAt", a, b);
        if (!e.Charge(a.Text.Length >> 4))
            return Outcome.TooMuch;
        var count = CountPoints(a.Text);
        if (b.Bits == count)
            return CelValue.Of(string.Empty);
        if (b.Bits < 0 || b.Bits > count)
            return OutOfText(b.Bits, count);
        var at = UnitOf(a.Text, (int)b.Bits);
        return CelValue.Of(a.Text.Substring(at, LengthAt(a.Text, at)));
    }

    public static CelValue IndexOf(ref Evaluation e, CelValue[] x) => Find("indexOf", ref e, x, isLast: false);

    public static CelValue LastIndexOf(ref Evaluation e, CelValue[] x) => Find("lastIndexOf", ref e, x, isLast: true);

    public static CelValue Lower(ref Evaluation e, in CelValue a) => Map("lowerAscii", ref e, a, c => c is >= 'A' and <= 'Z' ? (char)(c + 32) : c);

    public static CelValue Upper(ref Evaluation e, in CelValue a) => Map("upperAscii", ref e, a, c => c is >= 'a' and <= 'z' ? (char)(c - 32) : c);

    public static CelValue Trim(ref Evaluation e, in CelValue a)
    {
        if (a.Kind != CelKind.String)
            return Outcome.NoOverload("trim", a);
        var text = a.Text;
        var (start, end) = (0, text.Length);
        while (start < end && IsSpace(text[start]))
            start++;
        while (end > start && IsSpace(text[end - 1]))
            end--;
        return e.Charge(text.Length >> 4) ? CelValue.Of(text.Substring(start, end - start)) : Outcome.TooMuch;
    }

    public static CelValue Reverse(ref Evaluation e, in CelValue a)
    {
        if (a.Kind != CelKind.String)
            return Outcome.NoOverload("reverse", a);
        if (!e.Charge(a.Text.Length >> 4))
            return Outcome.TooMuch;
        var text = a.Text;
        var reversed = new StringBuilder(text.Length);
        for (var at = text.Length; at > 0;)
        {
            var length = at > 1 && char.IsLowSurrogate(text[at - 1]) && char.IsHighSurrogate(text[at - 2]) ? 2 : 1;
            at -= length;
            reversed.Append(text, at, length);
        }

        return CelValue.Of(reversed.ToString());
    }

    public static CelValue Substring(ref Evaluation e, CelValue[] x)
    {
        if (x[0].Kind != CelKind.String || x[1].Kind != CelKind.Int || (x.Length > 2 && x[2].Kind != CelKind.Int))
            return Outcome.NoOverload("substring", x);
        var text = x[0].Text;
        if (!e.Charge(text.Length >> 3))
            return Outcome.TooMuch;
        var count = CountPoints(text);
        var (start, end) = (x[1].Bits, x.Length > 2 ? x[2].Bits : count);
        if (start < 0 || start > count)
            return OutOfText(start, count);
        if (end < start || end > count)
            return Outcome.Fail("The end of a part lies between its start and the end of the text; it was " + CelValue.Of(end) + ".");
        var at = UnitOf(text, (int)start);
        return CelValue.Of(text.Substring(at, UnitOf(text, (int)(end - start), at) - at));
    }

    public static CelValue Replace(ref Evaluation e, CelValue[] x)
    {
        if (x[0].Kind != CelKind.String || x[1].Kind != CelKind.String || x[2].Kind != CelKind.String || (x.Length > 3 && x[3].Kind != CelKind.Int))
            return Outcome.NoOverload("replace", x);
        var (text, old, by) = (x[0].Text, x[1].Text, x[2].Text);
        var left = x.Length > 3 && x[3].Bits >= 0 ? x[3].Bits : long.MaxValue;
        var result = new StringBuilder();
        var at = 0;
        while (left > 0)
        {
            // Nothing stands before every character and after the last.
            var found = old.Length == 0 ? at : text.IndexOf(old, at, StringComparison.Ordinal);
            if (found < 0)
                break;
            if (!e.Charge(1 + ((found - at + by.Length) >> 4)))
                return Outcome.TooMuch;
            result.Append(text, at, found - at).Append(by);
            at = found + old.Length;
            left--;
            if (old.Length > 0)
                continue;
            if (at >= text.Length)
                return CelValue.Of(result.ToString());
            var length = LengthAt(text, at);
            result.Append(text, at, length);
            at += length;
        }

        return e.Charge((text.Length - at) >> 4) ? CelValue.Of(result.Append(text, at, text.Length - at).ToString()) : Outcome.TooMuch;
    }

    public static CelValue Split(ref Evaluation e, CelValue[] x)
    {
        if (x[0].Kind != CelKind.String || x[1].Kind != CelKind.String || (x.Length > 2 && x[2].Kind != CelKind.Int))
            return Outcome.NoOverload("split", x);
        var (text, by) = (x[0].Text, x[1].Text);
        var most = x.Length > 2 && x[2].Bits >= 0 ? x[2].Bits : long.MaxValue;
        var parts = new List<CelValue>();
        var at = 0;
        while (most > 0)
        {
            if (!e.Charge(1))
                return Outcome.TooMuch;
            var isLast = parts.Count + 1 == most;
            var found = isLast ? -1 : by.Length > 0 ? text.IndexOf(by, at, StringComparison.Ordinal) : at < text.Length ? at + LengthAt(text, at) : -1;
            if (by.Length == 0 && found >= text.Length)
                found = -1;
            if (found < 0)
            {
                if (at < text.Length || by.Length > 0)
                    parts.Add(CelValue.Of(text.Substring(at)));
                break;
            }

            parts.Add(CelValue.Of(text.Substring(at, found - at)));
            at = found + by.Length;
        }

        return CelValue.OfOwned([.. parts], parts.Count);
    }

    public static CelValue Join(ref Evaluation e, CelValue[] x)
    {
        if (x[0].List is not { } list || (x.Length > 1 && x[1].Kind != CelKind.String))
            return Outcome.NoOverload("join", x);
        var by = x.Length > 1 ? x[1].Text : string.Empty;
        var text = new StringBuilder();
        for (var i = 0; i < list.Count; i++)
        {
            var one = list[i];
            if (one.Kind != CelKind.String)
                return one.IsKnown ? Outcome.Fail("Texts are joined; one element was " + Kinds.Name(one) + ".") : one;
            if (!e.Charge(1 + ((one.Text.Length + by.Length) >> 4)))
                return Outcome.TooMuch;
            text.Append(i > 0 ? by : string.Empty).Append(one.Text);
        }

        return CelValue.Of(text.ToString());
    }

    public static CelValue Quote(ref Evaluation e, in CelValue a)
    {
        if (a.Kind != CelKind.String)
            return Outcome.NoOverload("strings.quote", a);
        if (!e.Charge(a.Text.Length >> 4))
            return Outcome.TooMuch;
        var text = new StringBuilder("\"");
        for (var at = 0; at < a.Text.Length; at++)
        {
            var c = a.Text[at];
            _ = c switch
            {
                '\a' => text.Append("\\a"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\v' => text.Append("\\v"),
                '\\' => text.Append("\\\\"),
                '"' => text.Append("\\\""),
                _ when char.IsSurrogate(c) && LengthAt(a.Text, at) == 1 => text.Append('\ufffd'),
                _ when char.IsSurrogate(c) => text.Append(c).Append(a.Text[++at]),
                _ => text.Append(c),
            };
        }

        return CelValue.Of(text.Append('"').ToString());
    }

    public static int CountPoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
                count--;
        }

        return count;
    }

    private static bool Has(string text, string sought) =>
#if NET
        text.Contains(sought, StringComparison.Ordinal);
#else
        text.IndexOf(sought, StringComparison.Ordinal) >= 0;
#endif

    private static CelValue Find(string name, ref Evaluation e, CelValue[] x, bool isLast)
    {
        if (x[0].Kind != CelKind.String || x[1].Kind != CelKind.String || (x.Length > 2 && x[2].Kind != CelKind.Int))
            return Outcome.NoOverload(name, x);
        var (text, sought) = (x[0].Text, x[1].Text);
        if (!e.Charge((text.Length * (1L + (sought.Length >> 4))) >> 3))
            return Outcome.TooMuch;
        var count = CountPoints(text);
        var from = x.Length > 2 ? x[2].Bits : isLast ? count : 0;
        if (from < 0 || from > count)
            return OutOfText(from, count);
        var unit = UnitOf(text, (int)from);
        var at = isLast
            ? LastIndex(text, sought, unit)
            : text.IndexOf(sought, unit, StringComparison.Ordinal);
        return CelValue.Of(at < 0 ? -1L : CountPoints(text.Substring(0, at)));
    }

    // The framework's own search from the end looks at what ends before a place; here it is what starts at or before it.
    private static int LastIndex(string text, string sought, int from)
    {
        for (var at = Math.Min(from, text.Length - sought.Length); at >= 0; at--)
        {
            if (string.CompareOrdinal(text, at, sought, 0, sought.Length) == 0)
                return at;
        }

        return -1;
    }

    private static CelValue Map(string name, ref Evaluation e, in CelValue a, Func<char, char> map)
    {
        if (a.Kind != CelKind.String)
            return Outcome.NoOverload(name, a);
        if (!e.Charge(a.Text.Length >> 4))
            return Outcome.TooMuch;
        var characters = a.Text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
            characters[i] = map(characters[i]);
        return CelValue.Of(new string(characters));
    }

    private static CelValue OutOfText(long place, int count) =>
        Outcome.Fail("A place in this text is from 0 to " + CelValue.Of(count) + "; it was " + CelValue.Of(place) + ".");

    private static bool AreTexts(in CelValue a, in CelValue b) => a.Kind == CelKind.String && b.Kind == CelKind.String;

    private static int LengthAt(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private static int UnitOf(string text, int points, int at = 0)
    {
        for (; points > 0; points--)
            at += LengthAt(text, at);
        return at;
    }

    // White space as Unicode has it (White_Space); U+180E and the zero-width ones are not.
    private static bool IsSpace(char c) => c is (>= '\t' and <= '\r') or ' ' or '\u0085' or '\u00a0' or '\u1680'
        or (>= '\u2000' and <= '\u200a') or '\u2028' or '\u2029' or '\u202f' or '\u205f' or '\u3000';
}
