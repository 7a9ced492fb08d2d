using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Training;

namespace StoreOps.Cli.Offers;

/// <summary>A shop's sold lines, read from CSV with the columns vehicle, family, in_service, usage, date, km, part and findings, in any order of rows.</summary>
/// <remarks>Usage tags of the vehicle, and parts that the inspection of the visit found worn, are joined by ";".</remarks>
internal sealed class ShopLines
{
    private readonly SortedDictionary<string, ShopVehicle> _vehicles = new(StringComparer.Ordinal);

    /// <summary>Gets the vehicles, in order of their ids.</summary>
    public IReadOnlyCollection<ShopVehicle> Vehicles => _vehicles.Values;

    /// <summary>Gets the number of lines read.</summary>
    public int Count { get; private set; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be read; the message tells every line that is wrong.</exception>
    public static ShopLines Read(string path)
    {
        var lines = new ShopLines();
        CsvTable.Read(path, ["vehicle", "date", "part"], ["family", "in_service", "usage", "km", "findings"], lines.Take);
        return lines;
    }

    /// <summary>Returns a vehicle; null for one that has no line.</summary>
    public ShopVehicle? Find(string id) => _vehicles.GetValueOrDefault(id);

    /// <summary>Returns the vehicles with their visits before a day; null for all visits.</summary>
    public IEnumerable<TrainingVehicle> Before(LocalDate? end)
    {
        foreach (var vehicle in Vehicles)
        {
            if (vehicle.Visits(end) is { Length: > 0 } visits)
                yield return new TrainingVehicle(vehicle.Id, visits) { Family = vehicle.Family, InServiceSince = vehicle.InServiceSince, UsageTags = vehicle.UsageTags };
        }
    }

    private void Take(CsvTable row)
    {
        var (id, part) = (row.Needed("vehicle"), row.Needed("part"));
        var date = row.Needed("date").Length > 0 ? row.Day("date") : null;
        var kilometers = row.Whole("km", 0, Odometer.MaxKilometers);
        var inService = row.Day("in_service");
        if (!row.IsRowGood || date is not { } day)
            return;
        if (!_vehicles.TryGetValue(id, out var vehicle))
            _vehicles.Add(id, vehicle = new ShopVehicle(id));
        vehicle.Add(row.Text("family"), inService, row.List("usage"), new ShopLine(day, kilometers, part, row.List("findings")));
        Count++;
    }
}

/// <summary>One sold line.</summary>
internal readonly record struct ShopLine(LocalDate Date, int? Kilometers, string Part, string[] Findings);

/// <summary>One vehicle of a file of lines.</summary>
internal sealed class ShopVehicle(string id)
{
    private readonly List<ShopLine> _lines = [];
    private readonly SortedSet<string> _usage = new(StringComparer.Ordinal);

    public string Id => id;

    /// <summary>Gets the family; of several, the first by code points, as training takes it.</summary>
    public string Family { get; private set; } = string.Empty;

    /// <summary>Gets the day it was first on the road; of several, the last, as training takes it.</summary>
    public LocalDate? InServiceSince { get; private set; }

    /// <summary>Gets the usage tags of all its lines.</summary>
    public ImmutableArray<string> UsageTags => [.. _usage];

    public void Add(string family, LocalDate? inService, string[] usage, ShopLine line)
    {
        _usage.UnionWith(usage);
        if (family.Length > 0 && (Family.Length == 0 || string.CompareOrdinal(family, Family) < 0))
            Family = family;
        if (inService is { } day && (InServiceSince is not { } known || day > known))
            InServiceSince = day;
        _lines.Add(line);
    }

    /// <summary>Returns the parts that the inspection of a day found worn.</summary>
    public IEnumerable<string> FindingsOn(LocalDate day) =>
        _lines.Where(line => line.Date == day).SelectMany(line => line.Findings).Distinct(StringComparer.Ordinal);

    /// <summary>Returns the visits, the oldest first; lines of one day are one visit.</summary>
    /// <param name="end">The day before which they were; null for all.</param>
    public ImmutableArray<TrainingVisit> Visits(LocalDate? end = null) =>
    [
        .. _lines.Where(line => end is not { } day || line.Date < day)
            .GroupBy(line => line.Date)
            .OrderBy(visit => visit.Key)
            .Select(visit => new TrainingVisit(
                visit.Key, visit.Max(line => line.Kilometers), [.. visit.Select(line => line.Part).Distinct(StringComparer.Ordinal)])
            {
                Findings = [.. visit.SelectMany(line => line.Findings).Distinct(StringComparer.Ordinal)],
            }),
    ];
}
