using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>An address of the Internet Protocol.</summary>
/// <remarks>The framework's own type reads more than the standards write (octal numbers, missing parts, zones), so the text is checked before.</remarks>
internal sealed class IpAddress : IEquatable<IpAddress>
{
    private readonly byte[] _bytes;

    private IpAddress(byte[] bytes) => _bytes = bytes;

    public bool IsVersion4 => _bytes.Length == 4;

    public int BitCount => _bytes.Length * 8;

    public bool IsUnspecified => _bytes.All(one => one == 0);

    public bool IsLoopback => IsVersion4 ? _bytes[0] == 127 : _bytes.Take(15).All(one => one == 0) && _bytes[15] == 1;

    public bool IsLinkLocalUnicast => IsVersion4 ? _bytes[0] == 169 && _bytes[1] == 254 : _bytes[0] == 0xfe && (_bytes[1] & 0xc0) == 0x80;

    public bool IsLinkLocalMulticast => IsVersion4
        ? _bytes[0] == 224 && _bytes[1] == 0 && _bytes[2] == 0
        : _bytes[0] == 0xff && (_bytes[1] & 0x0f) == 0x02;

    public bool IsGlobalUnicast => !IsUnspecified && !IsLoopback && !IsLinkLocalUnicast && !IsMulticast && !(IsVersion4 && _bytes.All(one => one == 255));

    private bool IsMulticast => IsVersion4 ? (_bytes[0] & 0xf0) == 0xe0 : _bytes[0] == 0xff;

    public static bool TryParse(string text, [NotNullWhen(true)] out IpAddress? address)
    {
        var bytes = text.Length > 45 ? null : text.IndexOf(':') < 0 ? ReadVersion4(text) : ReadVersion6(text);
        address = bytes is null ? null : new IpAddress(bytes);
        return address is not null;
    }

    public bool Equals(IpAddress? other) => other is not null && _bytes.AsSpan().SequenceEqual(other._bytes);

    public override bool Equals(object? obj) => Equals(obj as IpAddress);

    public override int GetHashCode() => _bytes[_bytes.Length - 1];

    /// <summary>Returns the address as RFC 5952 writes it.</summary>
    public override string ToString()
    {
        if (IsVersion4)
            return string.Join(".", _bytes.Select(one => one.ToString(CultureInfo.InvariantCulture)));
        var groups = new int[8];
        for (var i = 0; i < 8; i++)
            groups[i] = (_bytes[2 * i] << 8) | _bytes[(2 * i) + 1];
        var (start, length) = LongestZeros(groups);
        var text = new StringBuilder();
        for (var i = 0; i < 8; i++)
        {
            if (i == start && length > 1)
            {
                text.Append("::");
                i += length - 1;
                continue;
            }

            if (text.Length > 0 && text[text.Length - 1] != ':')
                text.Append(':');
            text.Append(groups[i].ToString("x", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>Returns the address with only its first bits.</summary>
    public IpAddress Masked(int bits)
    {
        var bytes = new byte[_bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Min(8, Math.Max(0, bits - (8 * i)));
            bytes[i] = (byte)(_bytes[i] & (0xff00 >> kept));
        }

        return new IpAddress(bytes);
    }

    private static byte[]? ReadVersion4(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 4)
            return null;
        var bytes = new byte[4];
        for (var i = 0; i < 4; i++)
        {
            if (parts[i].Length is 0 or > 3 || (parts[i].Length > 1 && parts[i][0] == '0')
                || !byte.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out bytes[i]))
                return null;
        }

        return bytes;
    }

    // Addresses of version 4 written within version 6 are refused, as the extension says.
    private static byte[]? ReadVersion6(string text)
    {
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap >= 0 && text.IndexOf("::", gap + 1, StringComparison.Ordinal) >= 0)
            return null;
        var before = gap < 0 ? text : text.Substring(0, gap);
        var after = gap < 0 ? string.Empty : text.Substring(gap + 2);
        if (ReadGroups(before) is not { } first || ReadGroups(after) is not { } last)
            return null;
        if (gap < 0 ? first.Count != 8 : first.Count + last.Count > 7)
            return null;
        var bytes = new byte[16];
        for (var i = 0; i < first.Count; i++)
            (bytes[2 * i], bytes[(2 * i) + 1]) = ((byte)(first[i] >> 8), (byte)(first[i] & 0xff));
        for (var i = 0; i < last.Count; i++)
        {
            var at = 16 - (2 * (last.Count - i));
            (bytes[at], bytes[at + 1]) = ((byte)(last[i] >> 8), (byte)(last[i] & 0xff));
        }

        return bytes;
    }

    private static List<int>? ReadGroups(string text)
    {
        var groups = new List<int>();
        if (text.Length == 0)
            return groups;
        foreach (var part in text.Split(':'))
        {
            if (part.Length is 0 or > 4 || !int.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var group))
                return null;
            groups.Add(group);
        }

        return groups;
    }

    private static (int Start, int Length) LongestZeros(int[] groups)
    {
        var best = (Start: -1, Length: 0);
        for (var i = 0; i < 8; i++)
        {
            var end = i;
            while (end < 8 && groups[end] == 0)
                end++;
            if (end - i > best.Length)
                best = (i, end - i);
        }

        return best;
    }
}

/// <summary>A block of addresses: an address and how many of its bits all of them share.</summary>
internal sealed record IpRange(IpAddress Address, int PrefixLength)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out IpRange? range)
    {
        range = null;
        var slash = text.IndexOf('/');
        if (slash < 0 || !IpAddress.TryParse(text.Substring(0, slash), out var address))
            return false;
        var digits = text.Substring(slash + 1);
        if (digits.Length is 0 or > 3 || (digits.Length > 1 && digits[0] == '0')
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > address.BitCount)
            return false;
        range = new IpRange(address, length);
        return true;
    }

    public bool Contains(IpAddress other) =>
        other.BitCount == Address.BitCount && other.Masked(PrefixLength).Equals(Address.Masked(PrefixLength));

    public bool Contains(IpRange other) => other.PrefixLength >= PrefixLength && Contains(other.Address);

    public IpRange Masked() => this with { Address = Address.Masked(PrefixLength) };

    public override string ToString() => Address + "/" + PrefixLength.ToString(CultureInfo.InvariantCulture);
}
