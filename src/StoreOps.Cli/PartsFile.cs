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
    /// <summary>Reads the file, or says what is wrong with the first line that cannot be read.</summary>
    /// <exception cref="FormatException">A line cannot be read; the message says which and why.</exception>
    public static PartsList Read(Stream csv, Currency currency)
    {
        using var lines = new TextFieldParser(csv) { TextFieldType = FieldType.Delimited, Delimiters = [","] };
        var header = lines.ReadFields() ?? [];
        var parts = new List<StockedPart>();
        while (!lines.EndOfData)
        {
            var number = lines.LineNumber;
            var fields = lines.ReadFields() ?? [];
            string Field(string name) => Array.IndexOf(header, name) is >= 0 and var at && at < fields.Length
                ? fields[at].Trim()
                : throw new FormatException($"Line {number}: the column \"{name}\" is needed; it was missing.");
            decimal Number(string name) => decimal.TryParse(Field(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new FormatException($"Line {number}: \"{name}\" is a number such as 82.00; it was \"{Field(name)}\".");
            if (!Money.TryFromAmount(Number("price"), currency, out var price))
                throw new FormatException($"Line {number}: \"price\" has at most {currency.DecimalDigits} decimals; it was \"{Field("price")}\".");
            parts.Add(new StockedPart(
                new Part
                {
                    Id = Field("id"),
                    Slot = Field("slot"),
                    Brand = Field("brand"),
                    Name = new LocalizedText(Field("name_zh"), Field("name_en")),
                    Specification = Field("specification") is { Length: > 0 } specification ? specification : null,
                    Unit = Enum.TryParse<PartUnit>(Field("unit"), ignoreCase: true, out var unit)
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
                            Quantity = Number("quantity"),
                        },
                    ],
                },
                price,
                Number("on_hand"),
                Field("orderable") == "true"));
        }

        return new PartsList(parts);
    }

    /// <summary>Reads a powertrain as files and command lines write it: petrol, plug-in-hybrid; null for anything else.</summary>
    public static Powertrain? ParsePowertrain(string word) =>
        Enum.TryParse<Powertrain>(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true, out var powertrain) && Enum.IsDefined(powertrain)
            ? powertrain
            : null;

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
