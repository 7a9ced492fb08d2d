using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>What the host knows of the parts, in the numbers of a log.</summary>
internal sealed class PartCatalog
{
    public PartCatalog(string[] parts, IReadOnlyDictionary<string, TrainingPart> known)
    {
        Categories = [.. known.Values.Select(part => part.Category).Where(category => category.Length > 0).Distinct(StringComparer.Ordinal)];
        Array.Sort(Categories, CodePointOrder.Instance);
        CategoryOf = new ushort[parts.Length];
        Intervals = new int[parts.Length * 2];
        for (var part = 0; part < parts.Length; part++)
        {
            CategoryOf[part] = ushort.MaxValue;
            if (!known.TryGetValue(parts[part], out var own))
                continue;
            if (own.Category.Length > 0)
                CategoryOf[part] = (ushort)Array.BinarySearch(Categories, own.Category, CodePointOrder.Instance);
            Intervals[part * 2] = own.EveryKilometers ?? 0;
            Intervals[(part * 2) + 1] = own.EveryMonths ?? 0;
        }
    }

    public string[] Categories { get; }

    /// <summary>Gets each part's category; the highest number for none.</summary>
    public ushort[] CategoryOf { get; }

    public int[] Intervals { get; }
}
