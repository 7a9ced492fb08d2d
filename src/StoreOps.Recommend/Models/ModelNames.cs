using System.Runtime.InteropServices;
using System.Text;

namespace StoreOps.Recommend.Models;

/// <summary>Reads a section of names: where each starts, then their UTF-8 bytes, in the order of those bytes.</summary>
internal static class ModelNames
{
    public static int Find(ReadOnlySpan<byte> section, int count, string name)
    {
        var sought = Encoding.UTF8.GetBytes(name).AsSpan();
        var (low, high) = (0, count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = BytesOf(section, count, middle).SequenceCompareTo(sought);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    public static string At(ReadOnlySpan<byte> section, int count, int index) => Encoding.UTF8.GetString(BytesOf(section, count, index).ToArray());

    /// <summary>Returns whether a section holds so many names, and nothing beside them.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> section, long count)
    {
        if (count < 0 || (count + 1) * 4 > section.Length)
            return false;
        var starts = MemoryMarshal.Cast<byte, uint>(section)[..(int)(count + 1)];
        if (starts[0] != 0 || starts[^1] + ((count + 1) * 4) != section.Length)
            return false;
        for (var i = 1; i < starts.Length; i++)
        {
            if (starts[i] < starts[i - 1])
                return false;
        }

        for (var i = 1; i < count; i++)
        {
            if (BytesOf(section, (int)count, i - 1).SequenceCompareTo(BytesOf(section, (int)count, i)) >= 0)
                return false;
        }

        return true;
    }

    private static ReadOnlySpan<byte> BytesOf(ReadOnlySpan<byte> section, int count, int index)
    {
        var starts = MemoryMarshal.Cast<byte, uint>(section);
        var text = section[((count + 1) * 4)..];
        return text[(int)starts[index]..(int)starts[index + 1]];
    }
}
