using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics;

namespace StoreOps.Domain.Vehicles;

/// <summary>The embedded table of makers, searched as it lies in the library. An entry is made when it is first asked for.</summary>
/// <remarks>Its format is described where it is written, in eng/build-wmi.py. Nothing is unpacked: a counter's tool starts in milliseconds.</remarks>
internal sealed class WmiTable
{
    private const int HeaderBytes = 12;
    private const int KeyBytes = 8;
    private const int RecordBytes = 8;
    private const int Prefixes = 1 << 12;

    private readonly byte[] _bytes;
    private readonly ulong[] _keys;
    private readonly WmiEntry?[] _entries;

    // Of the three-character keys that start with the same two characters, where the first stands: a search looks at a handful.
    private readonly ushort[] _starts = new ushort[Prefixes + 1];
    private readonly int _records;
    private readonly int _textStarts;
    private readonly int _texts;

    private WmiTable(byte[] bytes)
    {
        _bytes = bytes;
        var count = (int)ReadUInt32(4);
        _keys = new ulong[count];
        _entries = new WmiEntry?[count];
        _records = HeaderBytes + (count * KeyBytes) + (_starts.Length * 2);
        _textStarts = _records + (count * RecordBytes);
        _texts = _textStarts + (((int)ReadUInt32(8) + 1) * 4);

        // As blocks where the machine's order of bytes allows: a loop of thousands in a fresh process costs its compilation twice.
        if (BitConverter.IsLittleEndian)
        {
            Buffer.BlockCopy(bytes, HeaderBytes, _keys, 0, count * KeyBytes);
            Buffer.BlockCopy(bytes, HeaderBytes + (count * KeyBytes), _starts, 0, _starts.Length * 2);
            return;
        }

        CopySwapped();
    }

    public int Count => _keys.Length;

    public WmiEntry this[int index] => Volatile.Read(ref _entries[index]) ?? Make(index);

    public static WmiTable Load()
    {
        using var stream = typeof(WmiTable).Assembly.GetManifestResourceStream("StoreOps.Domain.Vehicles.wmi.bin")
            ?? throw new UnreachableException("The library lacks its table of makers.");
        var bytes = new byte[(int)stream.Length];
        var read = 0;
        while (read < bytes.Length && stream.Read(bytes, read, bytes.Length - read) is > 0 and var some)
            read += some;
        return new WmiTable(bytes);
    }

    public ulong KeyAt(int index) => _keys[index];

    public int IndexOf(ulong key)
    {
        if (key >= 1 << 18)
        {
            var found = Array.BinarySearch(_keys, key);
            return found < 0 ? -1 : found;
        }

        var keys = _keys;
        var end = _starts[(int)(key >> 6) + 1];
        for (var i = (int)_starts[(int)(key >> 6)]; i < end; i++)
        {
            if (keys[i] == key)
                return i;
        }

        return -1;
    }

    private void CopySwapped()
    {
        for (var i = 0; i < _keys.Length; i++)
            _keys[i] = BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(HeaderBytes + (i * KeyBytes)));
        for (var i = 0; i < _starts.Length; i++)
            _starts[i] = BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(_records + ((i - _starts.Length) * 2)));
    }

    private WmiEntry Make(int index)
    {
        var record = _records + (index * RecordBytes);
        var makes = TextAt(record + 2);
        var chinese = TextAt(record + 4);
        var entry = new WmiEntry(
            VinAlphabet.Unpack(_keys[index]),
            TextAt(record),
            makes.Length == 0 ? [] : Several(makes),
            chinese.Length == 0 ? null : chinese,
            (WmiSources)_bytes[record + 6])
        {
            CycleMark = (CycleMark)_bytes[record + 7],
        };

        // Two threads may both make it; all get the first.
        return Interlocked.CompareExchange(ref _entries[index], entry, null) ?? entry;
    }

    private static ImmutableArray<string> Several(string makes)
    {
        // Most have one, and splitting is another millisecond of compilation.
        foreach (var character in makes)
        {
            if (character == ';')
                return ImmutableArray.Create(makes.Split(';'));
        }

        return ImmutableArray.Create(makes);
    }

    private string TextAt(int position)
    {
        var at = _textStarts + (BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(position)) * 4);
        var start = (int)ReadUInt32(at);
        return Decode(_bytes.AsSpan(_texts + start, (int)ReadUInt32(at + 4) - start));
    }

    // By hand, because the framework's vectorized decoder costs a fresh process four milliseconds of compilation, more than all the rest here.
    // The texts are our own: valid, and without characters beyond 16 bits.
    private static string Decode(ReadOnlySpan<byte> utf8)
    {
        var text = new char[utf8.Length];
        var length = 0;
        for (var i = 0; i < utf8.Length; i++)
        {
            int lead = utf8[i];
            if (lead >= 0xE0)
                lead = ((lead & 0x0F) << 12) | ((utf8[++i] & 0x3F) << 6) | (utf8[++i] & 0x3F);
            else if (lead >= 0xC0)
                lead = ((lead & 0x1F) << 6) | (utf8[++i] & 0x3F);
            text[length++] = (char)lead;
        }

        return new string(text, 0, length);
    }

    private uint ReadUInt32(int position) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(position));
}
