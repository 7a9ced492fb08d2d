using System.Buffers.Binary;
using System.Text;

using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Writes <see cref="PartCounts"/>: what repeats from one count to the next is left out, and small numbers take few bytes.</summary>
internal static class PartCountsWriter
{
    public static byte[] Write(PartCounts counts)
    {
        var bytes = new List<byte>(4_096);
        bytes.AddRange(new byte[PartCountsLayout.HeaderLength]);
        foreach (var names in new[] { counts.PartNames, counts.FamilyNames, counts.TagNames })
        {
            Put(bytes, (ulong)names.Length);
            foreach (var name in names)
            {
                var text = Encoding.UTF8.GetBytes(name);
                Put(bytes, (ulong)text.Length);
                bytes.AddRange(text);
            }
        }

        for (var kind = CountKind.General; kind <= CountKind.Sequence; kind++)
            Put(bytes, counts.Table(kind));
        var file = bytes.ToArray();
        var header = file.AsSpan();
        BinaryPrimitives.WriteUInt64LittleEndian(header, PartCountsLayout.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], PartCountsLayout.Version);
        BinaryPrimitives.WriteInt64LittleEndian(header[PartCountsLayout.LengthOffset..], file.Length);
        FileHash.Of(file).CopyTo(file, FileHash.Offset);
        return file;
    }

    // A count that is the same with the last visits as without them is even, so that most take one byte.
    private static void Put(List<byte> bytes, CountTable table)
    {
        Put(bytes, (ulong)table.Count);
        var (row, column) = (0, -1);
        for (var i = 0; i < table.Count; i++)
        {
            // The distance to the column before; a new row is a zero, then the distance to the row before.
            if (table.RowOf(i) != row)
            {
                Put(bytes, 0);
                Put(bytes, (ulong)(table.RowOf(i) - row));
                (row, column) = (table.RowOf(i), -1);
            }

            Put(bytes, (ulong)(table.ColumnOf(i) - column));
            column = table.ColumnOf(i);
            var (earlier, whole) = ((ulong)table.Earlier[i], (ulong)table.Whole[i]);
            Put(bytes, (whole << 1) | (earlier == whole ? 0UL : 1UL));
            if (earlier != whole)
                Put(bytes, earlier);
        }
    }

    private static void Put(List<byte> bytes, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
            bytes.Add((byte)((number & 0x7F) | 0x80));
        bytes.Add((byte)number);
    }
}
