using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

using StoreOps.Domain;
using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Reads the bytes of <see cref="PartCounts"/>; what <see cref="PartCountsCheck"/> finds impossible is refused.</summary>
internal ref struct PartCountsReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private LoadIssue? _issue;

    // Where reading is, to be told when something is wrong there.
    private string _section;
    private int _place;

    private PartCountsReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _at = PartCountsLayout.HeaderLength;
        _section = "header";
    }

    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out PartCounts? counts, out ImmutableArray<LoadIssue> issues)
    {
        counts = null;
        if (Header(bytes) is { } wrong)
        {
            issues = [wrong];
            return false;
        }

        var reader = new PartCountsReader(bytes);
        var read = reader.Content();
        issues = reader._issue is { } issue ? [issue] : PartCountsCheck.Of(read!);
        counts = issues.IsEmpty ? read : null;
        return counts is not null;
    }

    private static LoadIssue? Header(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < PartCountsLayout.HeaderLength || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != PartCountsLayout.Magic)
            return new LoadIssue(PartCountsCodes.NotCounts, "$.header", "The bytes do not start as those of counts do.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) is var version && version != PartCountsLayout.Version)
            return new LoadIssue(PartCountsCodes.Version, "$.header", Text($"The version was {version}; this library reads {PartCountsLayout.Version}."));
        if (BinaryPrimitives.ReadInt64LittleEndian(bytes[PartCountsLayout.LengthOffset..]) is var length && length != bytes.Length)
            return new LoadIssue(PartCountsCodes.Length, "$.header", Text($"The header says {length} bytes; there were {bytes.Length}."));
        return FileHash.IsRight(bytes)
            ? null
            : new LoadIssue(PartCountsCodes.Damaged, "$.header.hash", "The content does not match the hash in the header: it was damaged or altered.");
    }

    private PartCounts? Content()
    {
        var (parts, families, tags) = (Names("parts"), Names("families"), Names("tags"));
        var tables = new CountTable[(int)CountKind.Sequence + 1];
        for (var kind = CountKind.General; kind <= CountKind.Sequence && _issue is null; kind++)
            tables[(int)kind] = Table(kind);
        if (_issue is null && _at != _bytes.Length)
            Wrong(PartCountsCodes.Length, Text($"After this last count {_bytes.Length - _at} bytes were left."));
        return _issue is null ? new PartCounts(parts, families, tags, tables) : null;
    }

    private string[] Names(string section)
    {
        (_section, _place) = (section, 0);
        var names = new List<string>();
        for (var left = Number(); left > 0 && _issue is null; left--, _place++)
        {
            var length = Number();
            if (length == 0 || length > (ulong)(_bytes.Length - _at))
            {
                Wrong(PartCountsCodes.Unreadable, Text($"A name of {length} bytes was announced; there were {_bytes.Length - _at}."));
                break;
            }

            try
            {
                names.Add(Strict.GetString(_bytes.Slice(_at, (int)length).ToArray()));
            }
            catch (DecoderFallbackException)
            {
                Wrong(PartCountsCodes.Unreadable, "The name was not UTF-8.");
                break;
            }

            _at += (int)length;
            if (names.Count > 1 && CodePointOrder.Instance.Compare(names[^2], names[^1]) >= 0)
                Wrong(PartCountsCodes.Order, "Names stand in the order of their bytes, each once; \"" + names[^1] + "\" did not.");
        }

        return [.. names];
    }

    private CountTable Table(CountKind kind)
    {
        (_section, _place) = (kind.ToString(), 0);
        // Of what the bytes announce nothing is reserved: only what is there takes room.
        var table = new CountTable.Builder(0);
        var (row, column) = (0L, -1L);
        for (var left = Number(); left > 0 && _issue is null; left--, _place++)
        {
            var step = Number();
            if (step == 0)
            {
                var rows = Number();
                (row, column) = (row + (long)Math.Min(rows, int.MaxValue), -1);
                step = Number();
                if (rows == 0 || step == 0)
                    Wrong(PartCountsCodes.Order, "Counts stand in the order of their rows and columns, each once.");
            }

            column += (long)Math.Min(step, int.MaxValue);
            var whole = Number();
            var earlier = (whole & 1) == 0 ? whole >> 1 : Number();
            whole >>= 1;
            if (row > int.MaxValue || column > int.MaxValue || Math.Max(whole, earlier) > PartCountsCheck.Most || (whole | earlier) == 0)
                Wrong(PartCountsCodes.Impossible, Text($"The count was {whole}, {earlier} without the last visits; one of both is above 0, and both are at most {PartCountsCheck.Most}."));
            if (_issue is null)
                table.Add((int)row, (int)column, (long)earlier, (long)whole);
        }

        return table.Build();
    }

    private ulong Number()
    {
        var number = 0UL;
        for (var shift = 0; shift <= 56 && _at < _bytes.Length; shift += 7)
        {
            var next = _bytes[_at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }

        Wrong(PartCountsCodes.Unreadable, Text($"At byte {_at} a number did not end."));
        return 0;
    }

    // What is wrong first is told: what follows it cannot be told from it.
    private void Wrong(string code, string detail) => _issue ??= new LoadIssue(code, Text($"$.{_section}[{_place}]"), detail);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
