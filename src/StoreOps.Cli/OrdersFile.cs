using Microsoft.VisualBasic.FileIO;

using NodaTime.Text;

using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;

namespace StoreOps.Cli;

/// <summary>Reads a shop's past orders from CSV with the columns order_id, date, vehicle_id and items; items are joined by a space.</summary>
internal static class OrdersFile
{
    /// <summary>Reads the file, or says what is wrong with the first line that cannot be read.</summary>
    /// <exception cref="FormatException">A line cannot be read; the message says which and why.</exception>
    public static IReadOnlyList<WorkOrder> Read(Stream csv, Currency currency)
    {
        using var lines = new TextFieldParser(csv) { TextFieldType = FieldType.Delimited, Delimiters = [","] };
        var header = PartsFile.ReadFields(lines);
        if (header.Length == 0)
            throw new FormatException("Line 1: the names of the columns are needed; the file was empty.");
        var orders = new List<WorkOrder>();
        while (!lines.EndOfData)
        {
            var number = lines.LineNumber;
            var fields = PartsFile.ReadFields(lines);
            string Needed(string name) => Array.IndexOf(header, name) is >= 0 and var at && at < fields.Length && fields[at].Trim() is { Length: > 0 } text
                ? text
                : throw new FormatException($"Line {number}: \"{name}\" is needed; it was missing or empty.");
            var date = LocalDatePattern.Iso.Parse(Needed("date"));
            if (!date.Success)
                throw new FormatException($"Line {number}: \"date\" is a day such as 2026-11-23; it was \"{Needed("date")}\".");
            orders.Add(new WorkOrder
            {
                Id = Needed("order_id"),
                ShopId = "shop",
                Date = date.Value,
                VehicleId = Needed("vehicle_id"),
                Lines =
                [
                    .. Needed("items").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Select(item => new WorkOrderLine
                    {
                        Id = item,
                        Kind = LineKind.Labor,
                        ListAmount = Money.Zero(currency),
                        ItemId = item,
                    }),
                ],
            });
        }

        return orders;
    }
}
