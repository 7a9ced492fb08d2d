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
        var makers = new Option<string[]>("--makers") { Description = "a list of makers of your own; it goes before what comes with the tool" };
        var json = new Option<bool>("--json") { Description = "for machines" };
        var command = new Command("vin", "Tells what a VIN says. Status 1 when its check digit is wrong where one is required, or its maker is not known; 2 when the text is no VIN. Either way it proposes what the text may have meant.") { text, registered, market, makers, json };
        command.SetAction(parsed =>
        {
            var day = parsed.GetValue(registered) is { } given ? VehicleOptions.ParseDate("--registered", given) : (NodaTime.LocalDate?)null;
            var context = new VinContext(parsed.GetValue(market), day);
            var catalog = Makers(parsed.GetValue(makers) ?? [], out var conflicts);
            var reading = new VinRepair(catalog).Read(parsed.GetValue(text)!, context);
            var decoded = reading.Vin is { } vin ? new VinDecoder(catalog).Decode(vin, context) : (DecodedVin?)null;
            if (parsed.GetValue(json))
                output.WriteLine(VinJson.Of(reading, decoded, conflicts));
            else
                Print(reading, decoded, conflicts, output);
            if (decoded is not { } known)
                throw new InputException(reading.Problem.ToString());
            return known.Maker is null || known.CheckDigit == CheckDigitVerdict.Invalid ? StoreOpsTool.No : StoreOpsTool.Done;
        });
        return command;
    }

    private static WmiCatalog Makers(string[] paths, out List<WmiConflict> conflicts)
    {
        conflicts = [];
        var catalog = WmiCatalog.BuiltIn;
        foreach (var path in paths)
        {
            if (!WmiOverlay.TryLoad(InputFile.Read(path), out var overlay, out var issues))
                throw new InputException(string.Join(Environment.NewLine, issues.Select(issue => path + ": " + issue)));
            conflicts.AddRange(overlay.ConflictsWith(catalog));
            catalog = catalog.With(overlay);
        }

        return catalog;
    }

    private static void Print(VinReading reading, DecodedVin? decoded, List<WmiConflict> conflicts, TextWriter output)
    {
        foreach (var conflict in conflicts)
            output.WriteLine($"conflict      {conflict}");
        if (decoded is { } known)
            Print(known, output);
        if (reading.Candidates.IsEmpty)
            return;
        output.WriteLine("did you mean  (compare with the car; nothing was changed)");
        foreach (var candidate in reading.Candidates)
            output.WriteLine($"              {candidate.Vin}  {candidate.Decoded.Make ?? "unknown maker"}, {Year(candidate.Decoded.ModelYear)}: {string.Join(", ", candidate.Changes.Select(Describe))}");
    }

    // A change's own text hides the serial number, as logs need; the person at the counter has to see it.
    private static string Describe(VinChange change) => change.Kind switch
    {
        VinChangeKind.Notation => "separators or another script",
        VinChangeKind.Transposed => $"positions {change.Position} and {change.Position + 1} exchanged",
        VinChangeKind.Removed => $"{change.From} at position {change.Position} left out",
        VinChangeKind.Inserted => $"{change.To} put in at position {change.Position}",
        VinChangeKind.Replaced => $"{change.From} at position {change.Position} is {change.To} by the check digit",
        _ => $"{change.From} at position {change.Position} looks like {change.To}",
    };

    private static void Print(DecodedVin decoded, TextWriter output)
    {
        output.WriteLine($"VIN           {decoded.Vin}");
        output.WriteLine($"maker         {(decoded.Maker is { } maker ? $"{maker.Manufacturer} ({maker.Wmi}; {maker.Reference ?? maker.Sources.ToString()})" : "unknown: " + decoded.Vin.MakerCode + " is in no list, and is not guessed")}");
        output.WriteLine($"make          {decoded.Make ?? "unknown"}{(decoded.Maker is { Makes.Length: > 1 } several ? " (of " + string.Join(", ", several.Makes) + ")" : string.Empty)}");
        output.WriteLine($"model year    {Year(decoded.ModelYear)}");
        output.WriteLine($"check digit   {decoded.Vin.CheckDigit}: {decoded.CheckDigit switch { CheckDigitVerdict.Valid => "right", CheckDigitVerdict.Invalid => "warning: wrong, should be " + decoded.Vin.ExpectedCheckDigit, CheckDigitVerdict.Doubtful => "does not match, and none is required: it may be the maker's own", _ => "not used in this market" }}");
    }

    private static string Year(ModelYear year) => year.Certainty switch
    {
        ModelYearCertainty.Certain => $"{year.Year}",
        ModelYearCertainty.Ambiguous => $"{year.Year}, or {year.OtherYear}: the code repeats every thirty years",
        _ => "not encoded",
    };
}
