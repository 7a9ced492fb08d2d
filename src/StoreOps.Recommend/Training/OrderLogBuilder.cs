using System.Collections.Immutable;

using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Gathers vehicles into an <see cref="OrderLog"/>: each in one reading, whatever the order they come in.</summary>
internal sealed class OrderLogBuilder
{
    private readonly Dictionary<string, int> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Gathered> _vehicles = new(StringComparer.Ordinal);

    /// <summary>Takes a part that the host knows, whether it was ever sold or not.</summary>
    public void Know(string part) => NumberOf(_parts, part);

    /// <summary>Takes the names that counts know.</summary>
    public void Know(PartCounts counts)
    {
        foreach (var part in counts.PartNames)
            NumberOf(_parts, part);
        foreach (var family in counts.FamilyNames)
            NumberOf(_families, family);
        foreach (var tag in counts.TagNames)
            NumberOf(_tags, tag);
    }

    public void Add(TrainingVehicle vehicle)
    {
        if (vehicle is null || string.IsNullOrEmpty(vehicle.Id))
            throw new ArgumentException("A vehicle was null or had no id.", nameof(vehicle));
        if (!_vehicles.TryGetValue(vehicle.Id, out var gathered))
            _vehicles.Add(vehicle.Id, gathered = new Gathered());
        if (vehicle.Family.Length > 0)
        {
            NumberOf(_families, vehicle.Family);
            gathered.Family = gathered.Family is { } family && string.CompareOrdinal(family, vehicle.Family) < 0 ? family : vehicle.Family;
        }

        if (vehicle.InServiceSince is { } since)
            gathered.InServiceDay = Math.Max(gathered.InServiceDay, DayNumber.Of(since));
        foreach (var tag in vehicle.UsageTags.IsDefault ? [] : vehicle.UsageTags)
        {
            NumberOf(_tags, tag);
            gathered.Tags.Add(tag);
        }

        foreach (var visit in vehicle.Visits.IsDefault ? [] : vehicle.Visits)
        {
            if (visit.Parts.IsDefaultOrEmpty)
                continue;
            var km = visit.Kilometers is >= 0 and { } read ? read : OrderLog.NoKilometers;
            gathered.Visits.Add(new Visit(DayNumber.Of(visit.Date), km, NumbersOf(visit.Parts), NumbersOf(visit.Findings)));
        }
    }

    public OrderLog Build()
    {
        var (parts, partNumbers) = InOrder(_parts);
        var (families, familyNumbers) = InOrder(_families);
        var (tags, tagNumbers) = InOrder(_tags);
        var ids = _vehicles.Where(vehicle => vehicle.Value.Visits.Count > 0).Select(vehicle => vehicle.Key).ToArray();
        Array.Sort(ids, StringComparer.Ordinal);
        var (visitStarts, lineStarts) = (new List<int>(ids.Length + 1) { 0 }, new List<int> { 0 });
        var (days, kilometers, lines, findings) = (new List<int>(), new List<int>(), new List<int>(), new List<int[]>());
        var vehicles = new Gathered[ids.Length];
        var (together, found) = (new List<int>(), new SortedSet<int>());
        for (var i = 0; i < ids.Length; i++)
        {
            var vehicle = vehicles[i] = _vehicles[ids[i]];
            vehicle.Visits.Sort(static (one, other) => one.Day.CompareTo(other.Day));
            for (var at = 0; at < vehicle.Visits.Count;)
            {
                var day = vehicle.Visits[at].Day;
                var km = OrderLog.NoKilometers;
                together.Clear();
                found.Clear();
                for (; at < vehicle.Visits.Count && vehicle.Visits[at].Day == day; at++)
                {
                    km = Math.Max(km, vehicle.Visits[at].Kilometers);
                    foreach (var part in vehicle.Visits[at].Parts)
                        together.Add(partNumbers[part]);
                    foreach (var part in vehicle.Visits[at].Findings)
                        found.Add(partNumbers[part]);
                }

                together.Sort();
                for (var j = 0; j < together.Count; j++)
                {
                    if (j == 0 || together[j] != together[j - 1])
                        lines.Add(together[j]);
                }

                lineStarts.Add(lines.Count);
                days.Add(day);
                kilometers.Add(km);
                findings.Add(found.Count == 0 ? [] : [.. found]);
            }

            visitStarts.Add(days.Count);
        }

        return new OrderLog
        {
            Parts = parts,
            Families = families,
            Tags = tags,
            VisitStarts = [.. visitStarts],
            LineStarts = [.. lineStarts],
            Days = [.. days],
            Kilometers = [.. kilometers],
            Lines = [.. lines],
            FamilyOf = [.. vehicles.Select(vehicle => vehicle.Family is { } family ? familyNumbers[_families[family]] : -1)],
            InServiceDay = [.. vehicles.Select(vehicle => vehicle.InServiceDay)],
            TagsOf = [.. vehicles.Select(vehicle => vehicle.Tags.Select(tag => tagNumbers[_tags[tag]]).OrderBy(tag => tag).ToArray())],
            FindingsOf = [.. findings],
            Hashes = [.. ids.Select(StableHash.Of)],
        };
    }

    private int[] NumbersOf(ImmutableArray<string> parts)
    {
        if (parts.IsDefaultOrEmpty)
            return [];
        var numbers = new int[parts.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = NumberOf(_parts, parts[i]);
        return numbers;
    }

    private static int NumberOf(Dictionary<string, int> numbers, string name)
    {
        if (string.IsNullOrEmpty(name))
            throw new ArgumentException("A part, family or tag was null or empty.", nameof(name));
        if (!numbers.TryGetValue(name, out var number))
            numbers.Add(name, number = numbers.Count);
        return number;
    }

    private static (string[] Names, int[] NewNumbers) InOrder(Dictionary<string, int> numbers)
    {
        var names = numbers.Keys.ToArray();
        Array.Sort(names, CodePointOrder.Instance);
        var newNumbers = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
            newNumbers[numbers[names[i]]] = i;
        return (names, newNumbers);
    }

    private readonly record struct Visit(int Day, int Kilometers, int[] Parts, int[] Findings);

    private sealed class Gathered
    {
        public string? Family { get; set; }

        public int InServiceDay { get; set; } = OrderLog.NoDay;

        public SortedSet<string> Tags { get; } = new(StringComparer.Ordinal);

        public List<Visit> Visits { get; } = [];
    }
}
