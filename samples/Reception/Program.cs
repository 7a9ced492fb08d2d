using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using NodaTime.Text;

using Spectre.Console;

using StoreOps.Cli;
using StoreOps.Domain;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Reception;
using StoreOps.Samples.Reception;

const string Usage = """
    usage: Reception [--lang zh|en] [--json] [--html FILE]
                     [--vin VIN --km KILOMETERS [--date YYYY-MM-DD] [--make MAKE] [--model MODEL] [--year YEAR]
                      [--powertrain petrol|diesel|hybrid|plug-in-hybrid|electric] [--registered YYYY-MM-DD]]
    """;

var options = new Dictionary<string, string>(StringComparer.Ordinal);
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--json")
        options["--json"] = "true";
    else if (args[i] is "--lang" or "--html" or "--vin" or "--km" or "--date" or "--make" or "--model" or "--year" or "--powertrain" or "--registered" && i + 1 < args.Length)
        options[args[i]] = args[++i];
    else
        return Refuse("\"" + args[i] + "\" is not an option, or lacks its value." + Environment.NewLine + Usage);
}

if (options.GetValueOrDefault("--lang", "zh") is not ("zh" or "en"))
    return Refuse("--lang is zh or en.");
var language = options.GetValueOrDefault("--lang") == "en" ? Language.English : Language.Chinese;
Arrival[] arrivals;
try
{
    arrivals = options.ContainsKey("--vin") || options.ContainsKey("--km") ? [GivenCar()] : [.. HuayuanRoad.Arrivals()];
}
catch (Exception error) when (error is FormatException or ArgumentException or UnparsableValueException)
{
    return Refuse(error.Message);
}

var desk = HuayuanRoad.OpenDesk();
var sheets = arrivals.Select(desk.Receive).ToArray();
if (options.ContainsKey("--json"))
{
    using var output = Console.OpenStandardOutput();
    using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    writer.WriteStartArray();
    foreach (var sheet in sheets)
        sheet.WriteTo(writer);
    writer.WriteEndArray();
}
else
{
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
    console.Profile.Width = Math.Max(console.Profile.Width, 130);
    foreach (var sheet in sheets)
        new SheetView(console, language).Show(sheet);
}

if (options.TryGetValue("--html", out var file))
    File.WriteAllText(file, SheetPage.Write(sheets[0], language));
return 0;

Arrival GivenCar()
{
    var vehicle = new Vehicle
    {
        Id = "walk-in",
        Vin = options.TryGetValue("--vin", out var vin) ? Vin.Parse(vin) : null,
        Make = options.GetValueOrDefault("--make"),
        Model = options.GetValueOrDefault("--model"),
        ModelYear = options.TryGetValue("--year", out var year) ? Whole("--year", year) : null,
        Powertrain = options.TryGetValue("--powertrain", out var word)
            ? PartsFile.ParsePowertrain(word) ?? throw new FormatException("--powertrain is petrol, diesel, hybrid, plug-in-hybrid or electric; it was \"" + word + "\".")
            : Powertrain.Unknown,
        FirstRegistration = options.TryGetValue("--registered", out var registered) ? LocalDatePattern.Iso.Parse(registered).Value : null,
    };
    var kilometers = options.TryGetValue("--km", out var km) ? Whole("--km", km) : throw new FormatException("--km is needed: the odometer in kilometers.");
    var date = options.TryGetValue("--date", out var day) ? LocalDatePattern.Iso.Parse(day).Value : HuayuanRoad.Today;
    return HuayuanRoad.Walk(vehicle, Odometer.FromKilometers(kilometers), date);
}

static int Whole(string option, string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
    ? number
    : throw new FormatException(option + " is a whole number; it was \"" + text + "\".");

static int Refuse(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
