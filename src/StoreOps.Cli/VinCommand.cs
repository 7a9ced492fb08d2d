using System.CommandLine;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Cli;

internal static class VinCommand
{
    public static Command Create(TextWriter output)
    {
        var text = new Argument<string>("VIN") { Description = "seventeen digits and letters" };
        var registered = new Option<string?>("--registered") { Description = "first registration, as 2023-06-09" };
        var market = new Option<string?>("--market") { Description = "the market, for example China" };
        var json = new Option<bool>("--json") { Description = "for machines" };
        var command = new Command("vin", "Tells what a VIN says. Status 1 when its check digit is wrong where one is required, or its maker is not known.") { text, registered, market, json };
        command.SetAction(parsed =>
        {
            var vin = VehicleOptions.ParseVin(parsed.GetValue(text)!);
            var day = parsed.GetValue(registered) is { } given ? VehicleOptions.ParseDate("--registered", given) : (NodaTime.LocalDate?)null;
            var decoded = new VinDecoder().Decode(vin, new VinContext(parsed.GetValue(market), day));
            if (parsed.GetValue(json))
                output.WriteLine(ToJson(decoded));
            else
                Print(decoded, output);
            return decoded.Maker is null || decoded.CheckDigit == CheckDigitVerdict.Invalid ? StoreOpsTool.No : StoreOpsTool.Done;
        });
        return command;
    }

    private static void Print(DecodedVin decoded, TextWriter output)
    {
        output.WriteLine($"VIN           {decoded.Vin}");
        output.WriteLine($"maker         {(decoded.Maker is { } maker ? $"{maker.Manufacturer} ({decoded.Vin.Wmi}; {maker.Sources})" : "unknown: " + decoded.Vin.Wmi + " is in no list, and is not guessed")}");
        output.WriteLine($"make          {decoded.Make ?? "unknown"}{(decoded.Maker is { Makes.Length: > 1 } several ? " (of " + string.Join(", ", several.Makes) + ")" : string.Empty)}");
        output.WriteLine($"model year    {Year(decoded.ModelYear)}");
        output.WriteLine($"check digit   {decoded.Vin.CheckDigit}: {decoded.CheckDigit switch { CheckDigitVerdict.Valid => "right", CheckDigitVerdict.Invalid => "wrong, should be " + decoded.Vin.ExpectedCheckDigit, _ => "not used in this market" }}");
    }

    private static string Year(ModelYear year) => year.Certainty switch
    {
        ModelYearCertainty.Certain => $"{year.Year}",
        ModelYearCertainty.Ambiguous => $"{year.Year}, or {year.OtherYear}: the code repeats every thirty years",
        _ => "not encoded",
    };

    private static string ToJson(DecodedVin decoded) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("vin", decoded.Vin.ToString());
        writer.WriteString("wmi", decoded.Vin.Wmi);
        writer.WriteString("manufacturer", decoded.Maker?.Manufacturer);
        writer.WriteString("make", decoded.Make);
        writer.WriteString("modelYearCertainty", decoded.ModelYear.Certainty.ToString());
        if (decoded.ModelYear.Certainty != ModelYearCertainty.NotEncoded)
            writer.WriteNumber("modelYear", decoded.ModelYear.Year);
        writer.WriteString("checkDigit", decoded.CheckDigit.ToString());
        writer.WriteEndObject();
    });
}
