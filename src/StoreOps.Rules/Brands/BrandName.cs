using System.Collections.Immutable;

using StoreOps.Domain.Parts;

namespace StoreOps.Rules.Brands;

/// <summary>Reads the names that brand rules write.</summary>
internal static class BrandName
{
    /// <summary>Tells whether a name means a part: its brand, alone or followed by whole first words of the specification.</summary>
    public static bool Means(string name, Part part)
    {
        if (!name.StartsWith(part.Brand, StringComparison.OrdinalIgnoreCase))
            return false;
        if (name.Length == part.Brand.Length)
            return true;
        if (name[part.Brand.Length] != ' ' || part.Specification is not { } specification)
            return false;
        var words = name.Substring(part.Brand.Length + 1);
        return specification.StartsWith(words, StringComparison.OrdinalIgnoreCase)
            && (specification.Length == words.Length || specification[words.Length] == ' ');
    }

    /// <summary>The place of the first name that means the part; null for none.</summary>
    public static int? IndexIn(ImmutableArray<string> names, Part part)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (Means(names[i], part))
                return i;
        }

        return null;
    }
}
