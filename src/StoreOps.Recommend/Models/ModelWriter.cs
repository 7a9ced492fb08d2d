using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace StoreOps.Recommend.Models;

/// <summary>Writes tables as a model file.</summary>
internal static class ModelWriter
{
    public static byte[] Write(ModelTables tables)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Model files are little-endian; this processor is not.");
        var sections = new byte[ModelLayout.Sections][];
        Put(ModelSection.PartNames, Names(tables.Parts));
        Put(ModelSection.FamilyNames, Names(tables.Families));
        Put(ModelSection.TagNames, Names(tables.Tags));
        Put(ModelSection.CategoryNames, Names(tables.Categories));
        Put(ModelSection.PartLevels, tables.PartLevels);
        Put(ModelSection.PartVisits, Bytes<uint>(tables.PartVisits));
        Put(ModelSection.Categories, Bytes<ushort>(tables.CategoryOf));
        Put(ModelSection.Intervals, Bytes<int>(tables.Intervals));
        Put(ModelSection.Season, tables.Season);
        Put(ModelSection.Rhythm, tables.Rhythm);
        Put(ModelSection.KilometersSince, tables.KilometersSince);
        Put(ModelSection.MonthsSince, tables.MonthsSince);
        PutRelation(ModelSection.SameVehicleRows, tables.SameVehicle);
        PutRelation(ModelSection.SameVisitRows, tables.SameVisit);
        PutRelation(ModelSection.SequenceRows, tables.Sequence);
        PutRelation(ModelSection.SimilarRows, tables.Similar);
        PutRelation(ModelSection.UsageRows, tables.Usage);
        Put(ModelSection.Popular, Bytes<uint>(tables.Popular));
        Put(ModelSection.Tables, Bytes<float>(tables.Tables));
        Put(ModelSection.Intercepts, Bytes<float>(tables.Intercepts));
        Put(ModelSection.Floors, Bytes<uint>(tables.Floors));
        Put(ModelSection.Facts, Bytes<long>(tables.Facts));
        return Join(sections);

        void Put(ModelSection section, byte[] bytes) => sections[(int)section] = bytes;

        void PutRelation(ModelSection rows, Relation relation)
        {
            Put(rows, Bytes<uint>(relation.Rows));
            Put(rows + 1, Bytes<uint>(relation.Pairs));
        }
    }

    private static byte[] Join(byte[][] sections)
    {
        var length = ModelLayout.HeaderLength + sections.Sum(section => Aligned(section.Length));
        var file = new byte[length];
        var header = file.AsSpan();
        BinaryPrimitives.WriteUInt64LittleEndian(header, ModelLayout.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], ModelLayout.Version);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], ModelLayout.Sections);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], length);
        var offset = ModelLayout.HeaderLength;
        for (var i = 0; i < sections.Length; i++)
        {
            var entry = header[(ModelLayout.TableOffset + (i * 16))..];
            BinaryPrimitives.WriteInt64LittleEndian(entry, offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], sections[i].Length);
            sections[i].CopyTo(file, offset);
            offset += Aligned(sections[i].Length);
        }

        FileHash.Of(file).CopyTo(file, FileHash.Offset);
        return file;
    }

    private static int Aligned(int length) => (length + ModelLayout.Alignment - 1) / ModelLayout.Alignment * ModelLayout.Alignment;

    private static byte[] Bytes<T>(ReadOnlySpan<T> values)
        where T : struct => MemoryMarshal.AsBytes(values).ToArray();

    private static byte[] Names(string[] names)
    {
        var text = names.Select(Encoding.UTF8.GetBytes).ToArray();
        var starts = new uint[names.Length + 1];
        for (var i = 0; i < text.Length; i++)
            starts[i + 1] = starts[i] + (uint)text[i].Length;
        return [.. Bytes<uint>(starts), .. text.SelectMany(bytes => bytes)];
    }
}
