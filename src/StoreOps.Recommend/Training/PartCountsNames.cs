using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Brings the numbers of parts, families and tags of two counts together, and drops those that nothing is counted of any more.</summary>
internal static class PartCountsNames
{
    /// <summary>Adds counts up, or takes them away; null where one would fall below zero.</summary>
    public static PartCounts? Sum(PartCounts one, PartCounts other, int sign)
    {
        var parts = Union(one.PartNames, other.PartNames);
        var families = Union(one.FamilyNames, other.FamilyNames);
        var tags = Union(one.TagNames, other.TagNames);
        var tables = new CountTable[(int)CountKind.Sequence + 1];
        var (left, right) = (Numbers.From(one, parts, families, tags), Numbers.From(other, parts, families, tags));
        var isPossible = true;
        for (var kind = CountKind.General; kind <= CountKind.Sequence; kind++)
            tables[(int)kind] = left.In(one.Table(kind), kind).Plus(right.In(other.Table(kind), kind), sign, ref isPossible);
        return isPossible ? WithoutUnused(parts, families, tags, tables) : null;
    }

    public static PartCounts WithoutUnused(string[] parts, string[] families, string[] tags, CountTable[] tables)
    {
        var usedParts = Used(parts, tables[(int)CountKind.Parts], first: 0);
        var usedFamilies = Used(families, tables[(int)CountKind.FamilyVisits], first: 1);
        var usedTags = Used(tags, tables[(int)CountKind.TagVisits], first: 0);
        if (usedParts.Length == parts.Length && usedFamilies.Length == families.Length && usedTags.Length == tags.Length)
            return new PartCounts(parts, families, tags, tables);
        var numbers = new Numbers(Places(parts, usedParts), Places(families, usedFamilies), Places(tags, usedTags));
        return new PartCounts(usedParts, usedFamilies, usedTags, [.. tables.Select((table, kind) => numbers.In(table, (CountKind)kind))]);
    }

    /// <summary>Returns the place of each name among others, in the same order; below zero for one that is not there.</summary>
    public static int[] Places(string[] names, string[] others)
    {
        var places = new int[names.Length];
        var at = 0;
        for (var i = 0; i < names.Length; i++)
        {
            while (at < others.Length && CodePointOrder.Instance.Compare(others[at], names[i]) < 0)
                at++;
            places[i] = at < others.Length && others[at] == names[i] ? at : -1;
        }

        return places;
    }

    private static string[] Used(string[] names, CountTable table, int first)
    {
        var isUsed = new bool[names.Length + first];
        for (var i = 0; i < table.Count; i++)
            isUsed[table.RowOf(i)] = true;
        return [.. names.Where((_, place) => isUsed[place + first])];
    }

    private static string[] Union(string[] one, string[] other)
    {
        var names = one.Union(other, StringComparer.Ordinal).ToArray();
        Array.Sort(names, CodePointOrder.Instance);
        return names;
    }

    /// <summary>New numbers for old ones.</summary>
    private sealed record Numbers(int[] Parts, int[] Families, int[] Tags)
    {
        public static Numbers From(PartCounts counts, string[] parts, string[] families, string[] tags) =>
            new(Places(counts.PartNames, parts), Places(counts.FamilyNames, families), Places(counts.TagNames, tags));

        public CountTable In(CountTable table, CountKind kind) => kind switch
        {
            CountKind.General => table,
            CountKind.Parts => table.Renumbered(Part, Same),
            CountKind.FamilyVisits => table.Renumbered(Family, Same),
            CountKind.FamilyParts => table.Renumbered(row => (Family(row / ModelLayout.Bands) * ModelLayout.Bands) + (row % ModelLayout.Bands), Part),
            CountKind.TagVisits => table.Renumbered(Tag, Same),
            CountKind.TagParts => table.Renumbered(Tag, Part),
            _ => table.Renumbered(Part, Part),
        };

        private static int Same(int number) => number;

        private int Part(int number) => Parts[number];

        // The first stands for an unknown one.
        private int Family(int number) => number == 0 ? 0 : Families[number - 1] + 1;

        private int Tag(int number) => Tags[number];
    }
}
