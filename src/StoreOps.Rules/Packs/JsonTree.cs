using System.Globalization;
using System.Text;

namespace StoreOps.Rules.Packs;

/// <summary>What a part of a document is.</summary>
internal enum JsonPart : byte
{
    Object = 0,
    Array = 1,
    Name = 2,
    Text = 3,
    Number = 4,
    True = 5,
    False = 6,
    Null = 7,
}

/// <summary>A JSON document laid out flat: every part with its place in the bytes, parts of a whole after it.</summary>
/// <remarks>
/// <para>It knows documents that are right, and most of them; of all others the framework's reader tells what is wrong. It is here because a program
/// that has just started needs a fifth of the time with it.</para>
/// <para>Each name that is asked for is marked: what is left over is not known, or stands twice.</para>
/// </remarks>
internal sealed class JsonTree
{
    private Token[] _tokens;

    private JsonTree(byte[] utf8Json)
    {
        Utf8Json = utf8Json;
        _tokens = new Token[Math.Max(16, utf8Json.Length / 8)];
    }

    private struct Token
    {
        public int Start;
        public int Length;
        public int Next;
        public JsonPart Part;
        public bool HasEscapes;
        public bool IsTaken;
    }

    public byte[] Utf8Json { get; }

    public int Count { get; private set; }

    /// <summary>Reads a document.</summary>
    /// <returns>The tree; null where it is not one of the documents that are known here.</returns>
    public static JsonTree? Parse(byte[] utf8Json)
    {
        var tree = new JsonTree(utf8Json);
        return new JsonTreeParser(utf8Json, tree).Run() ? tree : null;
    }

    public JsonPart PartOf(int at) => _tokens[at].Part;

    /// <summary>Returns the part after this one and all that is in it.</summary>
    public int Next(int at) => _tokens[at].Next;

    /// <summary>Returns where a part starts; for texts and names, after the quotation mark.</summary>
    public int StartOf(int at) => _tokens[at].Start;

    /// <summary>Returns how many bytes a part has; for texts and names, without the quotation marks.</summary>
    public int LengthOf(int at) => _tokens[at].Length;

    public ReadOnlySpan<byte> BytesOf(int at) => Utf8Json.AsSpan(_tokens[at].Start, _tokens[at].Length);

    /// <summary>Returns the value of a member and marks it; -1 where there is none.</summary>
    public int Find(int at, string name)
    {
        var end = _tokens[at].Next;
        for (var member = at + 1; member < end; member = _tokens[member + 1].Next)
        {
            if (!Is(member, name))
                continue;
            _tokens[member].IsTaken = true;
            return member + 1;
        }

        return -1;
    }

    /// <summary>Marks every name in a part, those of nested ones included.</summary>
    public void Take(int at)
    {
        for (var i = at; i < _tokens[at].Next; i++)
            _tokens[i].IsTaken = true;
    }

    /// <summary>Marks one name.</summary>
    public void TakeName(int at) => _tokens[at].IsTaken = true;

    /// <summary>Tells whether every name was asked for.</summary>
    public bool IsAllTaken()
    {
        for (var i = 0; i < Count; i++)
        {
            if (_tokens[i].Part == JsonPart.Name && !_tokens[i].IsTaken)
                return false;
        }

        return true;
    }

    public string TextOf(int at)
    {
        ref var token = ref _tokens[at];
        var text = Encoding.UTF8.GetString(Utf8Json, token.Start, token.Length);
        return token.HasEscapes ? Unescaped(text) : text;
    }

    internal int Add(JsonPart part, int start, int length, bool hasEscapes)
    {
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, Count * 2);
        ref var token = ref _tokens[Count];
        token.Start = start;
        token.Length = length;
        token.Part = part;
        token.HasEscapes = hasEscapes;
        token.Next = ++Count;
        return Count - 1;
    }

    internal void Close(int at, int end)
    {
        _tokens[at].Next = Count;
        _tokens[at].Length = end - _tokens[at].Start;
    }

    private bool Is(int at, string name)
    {
        ref var token = ref _tokens[at];
        if (token.Length != name.Length || token.HasEscapes)
            return false;
        var start = token.Start;
        for (var i = 0; i < name.Length; i++)
        {
            if (Utf8Json[start + i] != name[i])
                return false;
        }

        return true;
    }

    private static string Unescaped(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                written.Append(text[i]);
                continue;
            }

            var escape = text[++i];
            if (escape == 'u')
            {
                written.Append((char)int.Parse(text.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
                continue;
            }

            written.Append(escape switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => escape });
        }

        return written.ToString();
    }
}
