#if !NET
using System.Text;

#endif
namespace StoreOps.Rules.Packs;

/// <summary>Reads the bytes of a document into a tree, once from the first to the last. What is unusual is refused: the framework's reader is asked then.</summary>
internal sealed class JsonTreeParser(byte[] utf8Json, JsonTree tree)
{
    private const int MaxDepth = 64;

#if !NET
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
#endif

    private readonly int[] _open = new int[MaxDepth];
    private int _depth;
    private int _at;

    public bool Run()
    {
        if (utf8Json.Length >= 3 && utf8Json[0] == 0xEF && utf8Json[1] == 0xBB && utf8Json[2] == 0xBF)
            _at = 3;
        // A pack is an object; anything else is a mistake, and told by the other reader.
        if (!SkipSpace() || Current != (byte)'{' || !Value())
            return false;
        while (_depth > 0)
        {
            if (!Member())
                return false;
        }

        return SkipSpace() && _at == utf8Json.Length;
    }

    private byte Current => _at < utf8Json.Length ? utf8Json[_at] : (byte)0;

    /// <summary>Reads the next member or item of what is open, or closes it.</summary>
    private bool Member()
    {
        var open = _open[_depth - 1];
        var isObject = tree.PartOf(open) == JsonPart.Object;
        if (!SkipSpace())
            return false;
        var isFirst = tree.Count == open + 1;
        if (!isFirst && Current == (byte)',')
        {
            _at++;
            if (!SkipSpace())
                return false;
        }
        else if (!isFirst && Current != (byte)'}' && Current != (byte)']')
        {
            return false;
        }

        if (Current == (isObject ? (byte)'}' : (byte)']'))
        {
            _at++;
            tree.Close(open, _at);
            _depth--;
            return true;
        }

        if (!isObject)
            return Value();
        if (Current != (byte)'"' || !Text(JsonPart.Name))
            return false;
        SkipBlanks();
        if (Current != (byte)':')
            return false;
        _at++;
        SkipBlanks();
        return Value();
    }

    private bool Value()
    {
        switch (Current)
        {
            case (byte)'"':
                return Text(JsonPart.Text);
            case (byte)'{':
                return Open(JsonPart.Object);
            case (byte)'[':
                return Open(JsonPart.Array);
            case (byte)'t':
                return Word("true", JsonPart.True);
            case (byte)'f':
                return Word("false", JsonPart.False);
            case (byte)'n':
                return Word("null", JsonPart.Null);
            default:
                return Number();
        }
    }

    private bool Open(JsonPart part)
    {
        if (_depth == MaxDepth)
            return false;
        _open[_depth++] = tree.Add(part, _at++, 0, hasEscapes: false);
        return true;
    }

    private bool Word(string word, JsonPart part)
    {
        if (_at + word.Length > utf8Json.Length)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (utf8Json[_at + i] != word[i])
                return false;
        }

        tree.Add(part, _at, word.Length, hasEscapes: false);
        _at += word.Length;
        return IsEnd();
    }

    private bool Text(JsonPart part)
    {
        var start = _at + 1;
        var (hasEscapes, hasOthers) = (false, false);
        var at = start;
        for (; ; at++)
        {
            if (at >= utf8Json.Length)
                return false;
            var one = utf8Json[at];
            if (one == (byte)'"')
                break;
            if (one < 0x20)
                return false;
            if (one == (byte)'\\')
            {
                hasEscapes = true;
                if (!Escape(ref at))
                    return false;
            }

            hasOthers |= one >= 0x80;
        }

        if (hasOthers && !IsUnicode(start, at - start))
            return false;
        tree.Add(part, start, at - start, hasEscapes);
        _at = at + 1;
        return true;
    }

    private bool Escape(ref int at, bool isSecond = false)
    {
        at++;
        if (at >= utf8Json.Length)
            return false;
        if (utf8Json[at] != (byte)'u')
            return utf8Json[at] is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t';
        if (at + 4 >= utf8Json.Length)
            return false;
        for (var i = 1; i <= 4; i++)
        {
            if (utf8Json[at + i] is not ((>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f') or (>= (byte)'A' and <= (byte)'F')))
                return false;
        }

        var first = utf8Json[at + 1] is (byte)'D' or (byte)'d' ? utf8Json[at + 2] : (byte)'0';
        at += 4;
        if (first is >= (byte)'0' and <= (byte)'7')
            return !isSecond;
        // Halves of pairs begin with D8 to DF: the first of one has to have its second after it.
        var isFirst = first is (byte)'8' or (byte)'9' or (byte)'A' or (byte)'a' or (byte)'B' or (byte)'b';
        return isFirst != isSecond && (isSecond || (at + 2 < utf8Json.Length && utf8Json[at + 1] == (byte)'\\' && utf8Json[at + 2] == (byte)'u' && SecondHalf(ref at)));
    }

    private bool SecondHalf(ref int at)
    {
        at++;
        return Escape(ref at, isSecond: true);
    }

    private bool IsUnicode(int start, int length)
    {
#if NET
        return System.Text.Unicode.Utf8.IsValid(utf8Json.AsSpan(start, length));
#else
        try
        {
            Strict.GetCharCount(utf8Json, start, length);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
#endif
    }

    private bool Number()
    {
        var start = _at;
        if (Current == (byte)'-')
            _at++;
        var isZero = Current == (byte)'0';
        if (!Digits(out var count) || (isZero && count > 1))
            return false;
        if (Current == (byte)'.')
        {
            _at++;
            if (!Digits(out _))
                return false;
        }

        if (Current is (byte)'e' or (byte)'E')
        {
            _at++;
            if (Current is (byte)'+' or (byte)'-')
                _at++;
            if (!Digits(out _))
                return false;
        }

        tree.Add(JsonPart.Number, start, _at - start, hasEscapes: false);
        return IsEnd();
    }

    private bool Digits(out int count)
    {
        var start = _at;
        while (Current is >= (byte)'0' and <= (byte)'9')
            _at++;
        count = _at - start;
        return count > 0;
    }

    private bool IsEnd() => Current is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'/';

    private void SkipBlanks()
    {
        while (Current is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            _at++;
    }

    /// <summary>Skips blanks and comments; false for a comment that has no end.</summary>
    private bool SkipSpace()
    {
        while (true)
        {
            SkipBlanks();
            if (Current != (byte)'/')
                return true;
            var second = _at + 1 < utf8Json.Length ? utf8Json[_at + 1] : (byte)0;
            if (second == (byte)'/' ? !SkipLine() : second != (byte)'*' || !SkipStars())
                return false;
        }
    }

    private bool SkipLine()
    {
        for (_at += 2; _at < utf8Json.Length && utf8Json[_at] is not ((byte)'\n' or (byte)'\r'); _at++)
        {
            // Whether the line separators of Unicode end a comment is disputed.
            if (utf8Json[_at] == 0xE2 && _at + 2 < utf8Json.Length && utf8Json[_at + 1] == 0x80 && (utf8Json[_at + 2] is 0xA8 or 0xA9))
                return false;
        }

        return true;
    }

    private bool SkipStars()
    {
        for (_at += 2; _at + 1 < utf8Json.Length; _at++)
        {
            if (utf8Json[_at] != (byte)'*' || utf8Json[_at + 1] != (byte)'/')
                continue;
            _at += 2;
            return true;
        }

        return false;
    }
}
