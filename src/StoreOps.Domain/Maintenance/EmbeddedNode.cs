using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace StoreOps.Domain.Maintenance;

/// <summary>A value of the library's own files, which are JSON turned into a few bytes: each text once, then the values in their order.</summary>
/// <remarks>
/// A process that asks its first question has to compile all that reads. A JSON parser is much more of that than these methods;
/// classes and arrays of classes rather than structs, because generic code over classes comes compiled with the runtime.
/// </remarks>
internal sealed class EmbeddedNode
{
    private readonly NodeKind _kind;
    private readonly int _number;
    private readonly string[] _names = [];
    private readonly EmbeddedNode[] _values = [];
    private readonly string _text = string.Empty;

    private EmbeddedNode(byte[] bytes, ref int at, string[] texts)
    {
        _kind = (NodeKind)bytes[at++];
        switch (_kind)
        {
            case NodeKind.Number:
                _number = Integer(bytes, ref at);
                break;
            case NodeKind.Text or NodeKind.Decimal:
                _text = texts[Integer(bytes, ref at)];
                break;
            case NodeKind.List or NodeKind.Members:
                _values = new EmbeddedNode[Integer(bytes, ref at)];
                _names = _kind == NodeKind.Members ? new string[_values.Length] : _names;
                for (var i = 0; i < _values.Length; i++)
                {
                    if (_kind == NodeKind.Members)
                        _names[i] = texts[Integer(bytes, ref at)];
                    _values[i] = new EmbeddedNode(bytes, ref at, texts);
                }

                break;
        }
    }

    /// <summary>Gets the elements of a list, or the values of the members.</summary>
    public EmbeddedNode[] Values => _values;

    /// <summary>Gets the names of the members.</summary>
    public string[] Names => _names;

    /// <summary>Reads a file of the library.</summary>
    /// <param name="bytes">The file: how many texts, each with its length, then the value.</param>
    /// <returns>The value.</returns>
    public static EmbeddedNode Read(byte[] bytes)
    {
        var at = 0;
        var texts = new string[Integer(bytes, ref at)];
        for (var i = 0; i < texts.Length; i++)
        {
            var length = Integer(bytes, ref at);
            texts[i] = Encoding.UTF8.GetString(bytes, at, length);
            at += length;
        }

        return new EmbeddedNode(bytes, ref at, texts);
    }

    public EmbeddedNode? Find(string name)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (_names[i] == name)
                return _values[i]._kind == NodeKind.Null ? null : _values[i];
        }

        return null;
    }

    public EmbeddedNode GetProperty(string name) => Find(name) ?? throw new UnreachableException("The library's files lack a \"" + name + "\".");

    public string GetString() => _text;

    public int GetInt32() => _number;

    public bool GetBoolean() => _kind == NodeKind.True;

    public decimal GetDecimal() => _kind == NodeKind.Number ? _number : decimal.Parse(_text, NumberStyles.Float, CultureInfo.InvariantCulture);

    public string[] GetTexts()
    {
        var texts = new string[_values.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = _values[i]._text;
        return texts;
    }

    // Seven bits a byte, the lowest first; the last byte is below 128.
    private static int Integer(byte[] bytes, ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
