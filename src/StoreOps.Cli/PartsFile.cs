using System.Globalization;

using Microsoft.VisualBasic.FileIO;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Cli;

/// <summary>Reads a shop's parts from CSV with the columns id, slot, brand, name_zh, name_en, specification, unit, price, on_hand, orderable,
/// make, models, powertrains and quantity; lists are joined by ";".</summary>
internal static class PartsFile
{
    // Far above any shop, far below where exact amounts end.
    private const decimal MaxNumber = 1_000_000_000m;
    private const decimal MaxAmount = 1_000_000_000_000m;

    /// <summary>Reads the file, or says what is wrong with the first line that cannot be read.</summary>
    /// <exception cref="FormatException">A line cannot be read; the message says which and why.</exception>
    public static PartsList Read(Stream csv, Currency currency)
    {
        using var lines = new TextFieldParser(csv) { TextFieldType = FieldType.Delimited, Delimiters = [","] };
        var header = ReadFields(lines);
        if (header.Length == 0)
            throw new FormatException("Line 1: the names of the columns are needed; the file was empty.");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var parts = new List<StockedPart>();
        while (!lines.EndOfData)
        {
            var number = lines.LineNumber;
            var fields = ReadFields(lines);
            string Field(string name) => Array.IndexOf(header, name) is >= 0 and var at && at < fields.Length
                ? fields[at].Trim()
                : throw new FormatException($"Line {number}: the column \"{name}\" is needed; it was missing.");
            string Needed(string name) => Field(name) is { Length: > 0 } text
                ? text
                : throw new FormatException($"Line {number}: \"{name}\" is needed; it was empty.");
            decimal Number(string name) => decimal.TryParse(Field(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= MaxNumber
                ? value
                : throw new FormatException($"Line {number}: \"{name}\" is a number such as 82.00, at most {MaxNumber}; it was \"{Field(name)}\".");
            if (!Money.TryFromAmount(Number("price"), currency, out var price))
                throw new FormatException($"Line {number}: \"price\" has at most {currency.DecimalDigits} decimals; it was \"{Field("price")}\".");
            var (id, quantity) = (Needed("id"), Number("quantity"));
            if (quantity <= 0)
                throw new FormatException($"Line {number}: \"quantity\" is more than zero; it was \"{Field("quantity")}\".");
            if (price.Amount * quantity > MaxAmount)
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Line {number}: a line costs up to {MaxAmount}; \"price\" by \"quantity\" was {price.Amount * quantity}."));
            if (!ids.Add(id))
                throw new FormatException($"Line {number}: \"id\" stands once in a file; \"{id}\" was there before.");
            parts.Add(new StockedPart(
                new Part
                {
                    Id = id,
                    Slot = Needed("slot"),
                    Brand = Field("brand"),
                    Name = new LocalizedText(Field("name_zh"), Field("name_en")),
                    Specification = Field("specification") is { Length: > 0 } specification ? specification : null,
                    Unit = Words.TryParse<PartUnit>(Field("unit"), out var unit)
                        ? unit
                        : throw new FormatException($"Line {number}: \"unit\" is piece, liter or set; it was \"{Field("unit")}\"."),
                    Applications =
                    [
                        new PartApplication
                        {
                            Make = Field("make") is { Length: > 0 } make ? make : null,
                            Models = [.. Split(Field("models"))],
                            Powertrains = [.. Split(Field("powertrains")).Select(word => ParsePowertrain(word) is { } powertrain
                                ? powertrain
                                : throw new FormatException($"Line {number}: \"{word}\" is no powertrain."))],
                            Quantity = quantity,
                        },
                    ],
                },
                price,
                Number("on_hand"),
                Field("orderable") switch
                {
                    "true" => true,
                    "false" or "" => false,
                    var other => throw new FormatException($"Line {number}: \"orderable\" is true or false; it was \"{other}\"."),
                }));
        }

        return new PartsList(parts);
    }

    /// <summary>Reads a powertrain as files and command lines write it: petrol, plug-in-hybrid; null for anything else.</summary>
    public static Powertrain? ParsePowertrain(string word) =>
        Words.TryParse<Powertrain>(word, out var powertrain) ? powertrain : null;

    /// <summary>Reads the fields of the next line.</summary>
    /// <exception cref="FormatException">The line is not CSV.</exception>
    public static string[] ReadFields(TextFieldParser lines)
    {
        try
        {
            return lines.ReadFields() ?? [];
        }
        catch (MalformedLineException problem)
        {
            throw new FormatException($"Line {lines.ErrorLineNumber}: a quoted field has no closing quote or text after it; the line was \"{lines.ErrorLine}\".", problem);
        }
    }

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
