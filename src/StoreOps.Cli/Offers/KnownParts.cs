using StoreOps.Recommend.Training;

namespace StoreOps.Cli.Offers;

/// <summary>What a shop knows of its parts, read from CSV with the columns part, category, every_km and every_months.</summary>
internal static class KnownParts
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be read; the message tells every line that is wrong.</exception>
    public static List<TrainingPart> Read(string path)
    {
        var (parts, ids) = (new List<TrainingPart>(), new HashSet<string>(StringComparer.Ordinal));
        CsvTable.Read(path, ["part"], ["category", "every_km", "every_months"], row =>
        {
            var part = new TrainingPart(row.Needed("part"))
            {
                Category = row.Text("category"),
                EveryKilometers = row.Whole("every_km", 1, 9_999_999),
                EveryMonths = row.Whole("every_months", 1, 1_200),
            };
            if (!row.IsRowGood)
                return;
            if (ids.Add(part.Id))
                parts.Add(part);
            else
                row.Refuse($"a part stands once in a file; \"{part.Id}\" was there before");
        });
        return parts;
    }
}
