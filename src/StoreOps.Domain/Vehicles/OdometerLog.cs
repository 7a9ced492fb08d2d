using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Maintenance;

namespace StoreOps.Domain.Vehicles;

/// <summary>The odometer readings of one vehicle: those that agree, those that are kept in quarantine, and where the vehicle probably stands.</summary>
/// <remarks>
/// <para>The order of the readings never matters, and adding them one by one says the same as all at once. Nothing is ever deleted.</para>
/// <para>
/// Distances are those since the vehicle was new: after a declared replacement they are more than the odometer shows.
/// Immutable; <see cref="With"/> takes constant time for a reading that continues the log. Estimates allocate nothing.
/// </para>
/// </remarks>
public sealed class OdometerLog
{
    private const int FarDays = 36_525;

    private readonly ImmutableArray<OdometerReplacement> _replacements;
    private readonly Node? _last;
    private readonly OdometerRate _rate;
    private readonly int _newestDay;
    private readonly LocalDate? _today;
    private readonly double _perDay;
    private readonly double _spread;

    private OdometerLog(OdometerPolicy policy, ImmutableArray<OdometerReplacement> replacements, Node? last, OdometerRate rate, int newestDay, LocalDate? today, ImmutableArray<OdometerQuarantine> quarantined)
    {
        (Policy, _replacements, _last, _rate, _newestDay, _today, Quarantined) = (policy, replacements, last, rate, newestDay, today, quarantined);
        var prior = policy.PriorMetersPerDay / 1_000d;
        if (last is not null && policy.FirstRegistration is { } first && last.Link.Day - Day(first) >= 90)
            prior = Math.Min(policy.MaxKilometersPerDay, last.Link.Kilometers / (double)(last.Link.Day - Day(first)));
        _perDay = last is null ? prior : rate.KilometersPerDay(prior);
        _spread = rate.Spread(_perDay);
    }

    /// <summary>Gets what is known besides the readings.</summary>
    public OdometerPolicy Policy { get; }

    /// <summary>Gets the readings that are not calculated with, by day.</summary>
    public ImmutableArray<OdometerQuarantine> Quarantined { get; }

    /// <summary>Gets the number of trusted readings.</summary>
    public int TrustedCount => _rate.Count;

    /// <summary>Gets the last trusted reading; null when there is none.</summary>
    public OdometerReading? LastTrusted => _last?.Link.Reading;

    /// <summary>Gets how far the vehicle drives a day, recent days counting more.</summary>
    /// <value>In meters; the prior when there are fewer than two readings.</value>
    public int MetersPerDay => (int)(_perDay * 1_000);

    internal double SpreadOfRate => _spread;

    /// <summary>Makes the log of a vehicle.</summary>
    /// <param name="readings">The readings in any order.</param>
    /// <param name="policy">What is known besides; a private car if not given.</param>
    /// <param name="today">The day it is looked at: later readings are kept in quarantine. None are if not given.</param>
    /// <returns>The log.</returns>
    public static OdometerLog From(ImmutableArray<OdometerReading> readings, OdometerPolicy? policy = null, LocalDate? today = null)
    {
        policy ??= OdometerPolicy.Default;
        var replacements = policy.Replacements.IsDefault ? [] : policy.Replacements.Sort((left, right) => left.Date.CompareTo(right.Date));
        var given = Sorted(readings);
        var quarantined = ImmutableArray.CreateBuilder<OdometerQuarantine>();
        var links = Candidates(given, policy, replacements, today, quarantined);
        var chain = OdometerChain.Heaviest(links, policy.MaxKilometersPerDay);
        Node? last = null;
        var rate = default(OdometerRate);
        for (int i = 0, next = 0; i < links.Length; i++)
        {
            if (next >= chain.Length || chain[next] != i)
            {
                quarantined.Add(new(links[i].Reading, OdometerChain.Doubt(links[i], links, chain, policy.MaxKilometersPerDay)));
                continue;
            }

            rate = last is null ? OdometerRate.Start(links[i].Day, links[i].Kilometers) : rate.Add(links[i].Day, links[i].Kilometers);
            last = new Node(links[i], last);
            next++;
        }

        quarantined.Sort((left, right) => Compare(left.Reading, right.Reading));
        var newest = given.Length == 0 ? int.MinValue : Day(given[given.Length - 1].Date);
        return new OdometerLog(policy, replacements, last, rate, newest, today, quarantined.ToImmutable());
    }

    /// <summary>Returns the log with one reading more.</summary>
    /// <param name="reading">The reading.</param>
    /// <returns>The log; a reading that does not fit is in quarantine there, or puts others into it.</returns>
    public OdometerLog With(OdometerReading reading)
    {
        // Who adds a reading of tomorrow looks at the log tomorrow.
        var today = reading.Date > _today ? reading.Date : _today;
        var link = new OdometerChain.Link(reading, Day(reading.Date), Distance(reading, _replacements));
        if (_last is { } last && link.Day > _newestDay && reading.Source != OdometerSource.Estimate && !IsSentinel(reading) && last.Link.Reading.Odometer.Kilometers > 0
            && OdometerChain.Fits(last.Link, link, Policy.MaxKilometersPerDay))
            return new OdometerLog(Policy, _replacements, new Node(link, last), _rate.Add(link.Day, link.Kilometers), link.Day, today, Quarantined);

        var all = ImmutableArray.CreateBuilder<OdometerReading>();
        for (var node = _last; node is not null; node = node.Before)
            all.Add(node.Link.Reading);
        foreach (var (other, _) in Quarantined)
            all.Add(other);
        all.Add(reading);
        return From(all.ToImmutable(), Policy, today);
    }

    /// <summary>Returns the readings that agree, by day.</summary>
    /// <returns>The trusted readings.</returns>
    public ImmutableArray<OdometerReading> ToTrusted()
    {
        var trusted = new OdometerReading[TrustedCount];
        var at = trusted.Length;
        for (var node = _last; node is not null; node = node.Before)
            trusted[--at] = node.Link.Reading;
        return [.. trusted];
    }

    /// <summary>Estimates the distance covered by a day: from the last trusted reading on, or between two of them for a day in the past.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The estimate; null for a vehicle with neither a reading nor a first registration on or before that day.</returns>
    public OdometerEstimate? Estimate(LocalDate date)
    {
        var day = Day(date);
        if (_last is null)
            return Policy.FirstRegistration is { } first && date >= first ? Ahead(0, day - Day(first)) : null;
        if (day >= _rate.LastDay)
            return Ahead(_rate.LastKilometers, day - _rate.LastDay);
        var node = _last;
        while (node.Before is { } before && before.Link.Day > day)
            node = before;
        if (node.Before is not { } from)
            return Behind(node.Link, day);
        var kilometers = from.Link.Kilometers + (int)((long)(node.Link.Kilometers - from.Link.Kilometers) * (day - from.Link.Day) / (node.Link.Day - from.Link.Day));
        return new OdometerEstimate(Odometer.FromKilometers(from.Link.Kilometers), Odometer.FromKilometers(kilometers), Odometer.FromKilometers(node.Link.Kilometers), false);
    }

    /// <summary>Estimates the day on which the vehicle reaches a distance, not before its last trusted reading.</summary>
    /// <param name="odometer">The distance since the vehicle was new.</param>
    /// <returns>The days; the day of the last trusted reading when it is reached already. All null for a vehicle of which nothing is known.</returns>
    public OdometerArrival DateOf(Odometer odometer)
    {
        if (_last is null && Policy.FirstRegistration is null)
            return default;
        var start = _last?.Link.Reading.Date ?? Policy.FirstRegistration!.Value;
        var kilometers = odometer.Kilometers - _rate.LastKilometers;
        return new OdometerArrival(
            Reach(start, kilometers, OdometerRate.Quantile), Reach(start, kilometers, 0), Reach(start, kilometers, -OdometerRate.Quantile));
    }

    internal static int Day(LocalDate date) => Calendar.ToDay(date);

    internal int DistanceOf(OdometerReading reading) => Distance(reading, _replacements);

    /// <summary>What the odometer shows on a day at a distance.</summary>
    internal Odometer Shown(double kilometers, LocalDate date)
    {
        var offset = Distance(new OdometerReading(date, default), _replacements);
        return Clip(kilometers - offset);
    }

    internal double Ahead(int days, double deviations) => _rate.LastKilometers + _rate.Ahead(days, deviations, _perDay, _spread);

    private LocalDate? Reach(LocalDate start, int kilometers, double deviations)
    {
        if (_rate.Ahead(FarDays, deviations, _perDay, _spread) < kilometers || start.Year > 9_800)
            return null;
        int low = 0, high = FarDays;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_rate.Ahead(middle, deviations, _perDay, _spread) >= kilometers)
                high = middle;
            else
                low = middle + 1;
        }

        return start.PlusDays(low);
    }

    private OdometerEstimate Ahead(int kilometers, int days) => new(
        Clip(kilometers + _rate.Ahead(days, -OdometerRate.Quantile, _perDay, _spread)),
        Clip(kilometers + _rate.Ahead(days, 0, _perDay, _spread)),
        Clip(kilometers + _rate.Ahead(days, OdometerRate.Quantile, _perDay, _spread)),
        days > _rate.StaleAfterDays);

    private OdometerEstimate Behind(OdometerChain.Link first, int day) => new(
        Clip(first.Kilometers - _rate.Ahead(first.Day - day, OdometerRate.Quantile, _perDay, _spread)),
        Clip(first.Kilometers - _rate.Ahead(first.Day - day, 0, _perDay, _spread)),
        Clip(first.Kilometers - _rate.Ahead(first.Day - day, -OdometerRate.Quantile, _perDay, _spread)),
        false);

    private static Odometer Clip(double kilometers) =>
        Odometer.FromKilometers((int)Math.Max(0, Math.Min(Odometer.MaxKilometers, kilometers + 0.5)));

    private static OdometerChain.Link[] Candidates(
        OdometerReading[] given, OdometerPolicy policy, ImmutableArray<OdometerReplacement> replacements, LocalDate? today, ImmutableArray<OdometerQuarantine>.Builder quarantined)
    {
        // A new car shows 0; so does a form that nobody filled in. Beside real readings the second is likelier, except at first registration.
        var isZeroUnset = Array.Exists(given, one => one.Odometer.Kilometers > 0 && one.Source != OdometerSource.Estimate && !IsSentinel(one) && !(one.Date > today));
        var links = new OdometerChain.Link[given.Length];
        var count = 0;
        foreach (var one in given)
        {
            if (one.Date > today)
                quarantined.Add(new(one, OdometerDoubt.Future));
            else if (one.Source == OdometerSource.Estimate)
                quarantined.Add(new(one, OdometerDoubt.Estimate));
            else if (IsSentinel(one) || (one.Odometer.Kilometers == 0 && isZeroUnset && !IsNew(one, policy, replacements)))
                quarantined.Add(new(one, OdometerDoubt.Sentinel));
            else
                links[count++] = new(one, Day(one.Date), Distance(one, replacements));
        }

        if (count < links.Length)
            Array.Resize(ref links, count);
        return links;
    }

    private static bool IsNew(OdometerReading reading, OdometerPolicy policy, ImmutableArray<OdometerReplacement> replacements)
    {
        if (policy.FirstRegistration is { } first && reading.Date <= first.PlusDays(30))
            return true;
        foreach (var replacement in replacements)
        {
            if (replacement.New.Kilometers == 0 && reading.Date >= replacement.Date && reading.Date <= replacement.Date.PlusDays(30))
                return true;
        }

        return false;
    }

    private static bool IsSentinel(OdometerReading reading) => reading.Odometer.Kilometers
        is 999_999 or 1_609_342 or Odometer.MaxKilometers or Odometer.MaxKilometers - 1;

    private static int Distance(OdometerReading reading, ImmutableArray<OdometerReplacement> replacements)
    {
        var kilometers = reading.Odometer.Kilometers;
        foreach (var replacement in replacements)
        {
            if (replacement.Date <= reading.Date)
                kilometers = Math.Min(Odometer.MaxKilometers, kilometers + replacement.Old.Kilometers - replacement.New.Kilometers);
        }

        return Math.Max(0, kilometers);
    }

    // Logs are kept in the order of their days.
    private static OdometerReading[] Sorted(ImmutableArray<OdometerReading> readings)
    {
        var given = readings.IsDefaultOrEmpty ? [] : readings.ToArray();
        for (var i = 1; i < given.Length; i++)
        {
            if (Compare(given[i - 1], given[i]) > 0)
            {
                Array.Sort(given, Compare);
                break;
            }
        }

        return given;
    }

    private static int Compare(OdometerReading left, OdometerReading right)
    {
        var order = left.Date.CompareTo(right.Date);
        if (order == 0)
            order = left.Odometer.CompareTo(right.Odometer);
        return order != 0 ? order : right.Source.CompareTo(left.Source);
    }

    private sealed record Node(OdometerChain.Link Link, Node? Before);
}
