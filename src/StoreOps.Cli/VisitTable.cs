using System.Globalization;

using StoreOps.Cli.Localization;
using StoreOps.Domain;
using StoreOps.Domain.Maintenance;

namespace StoreOps.Cli;

/// <summary>The customer's table: rows are items, columns are kilometers from 5,000 to 200,000 with the months beside.</summary>
internal static class VisitTable
{
    private const int Step = 5_000;
    private const int PerLine = 20;

    public static void Write(MaintenancePlan plan, int kilometersPerYear, bool isJson, Language language, TextWriter output)
    {
        var table = MaintenanceTable.Of(plan, Step, kilometersPerYear: kilometersPerYear);
        if (isJson)
            output.WriteLine(ToJson(table, language));
        else
            Print(table, language, output);
    }

    // Forty columns are more than a terminal shows: the table goes on below.
    private static void Print(MaintenanceTable table, Language language, TextWriter output)
    {
        for (var from = 0; from < table.Kilometers.Length; from += PerLine)
        {
            var to = Math.Min(from + PerLine, table.Kilometers.Length);
            output.WriteLine(Line("1,000 km", from, to, i => (table.Kilometers[i] / 1_000).ToString(CultureInfo.InvariantCulture)));
            output.WriteLine(Line(VisitText.Months(language), from, to, i => table.Months[i]?.ToString(CultureInfo.InvariantCulture) ?? string.Empty));
            foreach (var row in table.Rows)
            {
                var name = row.Service.Component.Name.In(language) + " " + VisitText.Of(row.Service.Action, language);
                output.WriteLine(Line(name, from, to, i => row.IsDoneAt[i] ? "x" : "."));
            }

            output.WriteLine();
        }

        output.WriteLine(VisitText.Version(language, table.ContentHash()));
    }

    private static string Line(string name, int from, int to, Func<int, string> cell) =>
        Padded(name, 44) + string.Concat(Enumerable.Range(from, to - from).Select(i => cell(i).PadLeft(4)));

    // A Chinese character takes two places of a terminal.
    private static string Padded(string name, int width) =>
        name + new string(' ', Math.Max(1, width - name.Sum(c => c >= 0x2e80 ? 2 : 1)));

    private static string ToJson(MaintenanceTable table, Language language) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("contentHash", table.ContentHash());
        writer.WriteStartArray("kilometers");
        foreach (var kilometers in table.Kilometers)
            writer.WriteNumberValue(kilometers);
        writer.WriteEndArray();
        writer.WriteStartArray("months");
        foreach (var months in table.Months)
        {
            if (months is { } known)
                writer.WriteNumberValue(known);
            else
                writer.WriteNullValue();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            writer.WriteStartObject();
            writer.WriteString("component", row.Service.Component.Id);
            writer.WriteString("name", row.Service.Component.Name.In(language));
            writer.WriteString("action", row.Service.Action.ToString());
            writer.WriteStartArray("kilometers");
            for (var i = 0; i < row.IsDoneAt.Length; i++)
            {
                if (row.IsDoneAt[i])
                    writer.WriteNumberValue(table.Kilometers[i]);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
