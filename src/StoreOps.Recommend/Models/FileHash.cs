using System.Security.Cryptography;

namespace StoreOps.Recommend.Models;

/// <summary>The hash in the header of the files that the library writes: SHA-256 of the whole file, with the place of the hash as zeros.</summary>
internal static class FileHash
{
    public const int Offset = 32;

    public const int Length = 32;

    public static bool IsRight(ReadOnlySpan<byte> file) => Of(file).AsSpan().SequenceEqual(file.Slice(Offset, Length));

    public static byte[] Of(ReadOnlySpan<byte> file)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(file[..Offset]);
        Append(new byte[Length]);
        Append(file[(Offset + Length)..]);
        return sha.GetHashAndReset();

#if NET
        void Append(ReadOnlySpan<byte> bytes) => sha.AppendData(bytes);
#else
        void Append(ReadOnlySpan<byte> bytes) => sha.AppendData(bytes.ToArray());
#endif
    }
}
