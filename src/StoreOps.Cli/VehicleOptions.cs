using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;

using NodaTime;
using NodaTime.Text;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Cli;

/// <summary>What a person types about a vehicle and its past.</summary>
internal sealed class VehicleOptions
{
    private readonly Option<string?> _vin = new("--vin") { Description = "the VIN" };
    private readonly Option<int> _kilometers = new("--km") { Description = "today's odometer in kilometers", Required = true };
    private readonly Option<string?> _date = new("--date") { Description = "the day, as 2026-11-23; today if not given" };
    private readonly Option<string?> _make = new("--make") { Description = "the make, where the VIN does not tell it" };
    private readonly Option<string?> _model = new("--model") { Description = "the model" };
    private readonly Option<int?> _year = new("--year") { Description = "the model year" };
    private readonly Option<string?> _market = new("--market") { Description = "the market, for example China" };
    private readonly Option<string?> _powertrain = new("--powertrain") { Description = "petrol, diesel, hybrid, plug-in-hybrid or electric" };
    private readonly Option<string?> _registered = new("--registered") { Description = "first registration, as 2023-06-09" };
    private readonly Option<string[]> _engine = new("--engine") { Description = "engine or gearbox codes" };
    private readonly Option<string[]> _severe = new("--severe") { Description = "letters of the schedule's severe conditions" };
    private readonly Option<string[]> _done = new("--done") { Description = "services done, as item:action:km:date; km or date may be empty" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _vin, _kilometers, _date, _make, _model, _year, _market, _powertrain, _registered, _engine, _severe, _done })
            command.Options.Add(option);
    }

    /// <summary>The vehicle today, with what its VIN tells and what was done.</summary>
    public MaintenanceSituation Situation(ParseResult parsed)
    {
        var vehicle = Vehicle(parsed);
        var today = Date(parsed);
        if (vehicle.Vin is { } vin)
            vehicle = new VinDecoder().Decode(vin, new VinContext(vehicle.Market, vehicle.FirstRegistration, today)).Complete(vehicle);
        return new MaintenanceSituation
        {
            Vehicle = vehicle,
            Today = today,
            Odometer = Odometer(parsed),
            History = History(parsed),
            SevereUse = SevereUse(parsed),
        };
    }

    public LocalDate Date(ParseResult parsed) => parsed.GetValue(_date) is { } text
        ? ParseDate("--date", text)
        : SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb.GetSystemDefault()).Date;

    public Odometer Odometer(ParseResult parsed)
    {
        var kilometers = parsed.GetValue(_kilometers);
        return kilometers is >= 0 and <= Domain.Vehicles.Odometer.MaxKilometers
            ? Domain.Vehicles.Odometer.FromKilometers(kilometers)
            : throw new InputException($"--km is from 0 to {Domain.Vehicles.Odometer.MaxKilometers}; it was {kilometers}.");
    }

    public ImmutableArray<string> SevereUse(ParseResult parsed) => [.. parsed.GetValue(_severe) ?? []];

    public Vehicle Vehicle(ParseResult parsed)
    {
        Vin? vin = null;
        if (parsed.GetValue(_vin) is { } text)
            vin = ParseVin(text);
        var registered = parsed.GetValue(_registered) is { } day ? ParseDate("--registered", day) : (LocalDate?)null;
        if (registered > Date(parsed))
            throw new InputException($"--registered is not after the day of --date; it was \"{parsed.GetValue(_registered)}\".");
        return new Vehicle
        {
            Id = "vehicle",
            Vin = vin,
            Make = parsed.GetValue(_make),
            Model = parsed.GetValue(_model),
            ModelYear = parsed.GetValue(_year),
            Market = parsed.GetValue(_market),
            EngineCodes = [.. parsed.GetValue(_engine) ?? []],
            FirstRegistration = registered,
            Powertrain = parsed.GetValue(_powertrain) is { } word
                ? PartsFile.ParsePowertrain(word) ?? throw new InputException($"--powertrain is petrol, diesel, hybrid, plug-in-hybrid or electric; it was \"{word}\".")
                : Powertrain.Unknown,
        };
    }

    public ImmutableArray<ServiceRecord> History(ParseResult parsed) => [.. (parsed.GetValue(_done) ?? []).Select(ParseRecord)];

    public static Vin ParseVin(string text) =>
        Vin.TryParse(text, out var vin, out var problem) ? vin : throw new InputException(problem.ToString());

    public static LocalDate ParseDate(string option, string text)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success ? parsed.Value : throw new InputException($"{option} is a day such as 2026-11-23; it was \"{text}\".");
    }

    private static ServiceRecord ParseRecord(string text)
    {
        var fields = text.Split(':');
        if (fields.Length != 4 || fields[0].Length == 0 || !Words.TryParse<ServiceAction>(fields[1], out var action))
            throw new InputException($"--done is item:action:km:date, for example engine-oil:replace:50100:2025-11-30; it was \"{text}\".");
        Odometer? odometer = null;
        if (fields[2].Length > 0)
        {
            odometer = int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var kilometers) && kilometers <= Domain.Vehicles.Odometer.MaxKilometers
                ? Domain.Vehicles.Odometer.FromKilometers(kilometers)
                : throw new InputException($"--done: kilometers are a whole number; they were \"{fields[2]}\".");
        }

        return new ServiceRecord(fields[0], action, fields[3].Length > 0 ? ParseDate("--done", fields[3]) : null, odometer);
    }
}
