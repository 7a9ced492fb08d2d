namespace StoreOps.Domain.Vehicles;

/// <summary>How far a vehicle drives a day: running sums over its trusted readings, so that one more costs the same whatever came before.</summary>
/// <remarks>
/// Every day driven counts half as much for each half-life that has passed since. Integrated over the days, so that a reading more on the same
/// line changes nothing. Where visits are a year apart the half-life is shorter: 90 days, not 180. The average of the whole history counts as some
/// days of today, and the prior as some days of that history: a car whose habits never change is best told by all of it.
/// </remarks>
internal readonly record struct OdometerRate
{
    public const double Quantile = 1.2816;

    private const int AnnualGapDays = 300;
    private const int SpanDays = 30;
    private const double PriorSpread = 0.5;
    private const double PriorSpans = 3;
    private const double MaxSpread = 1.2;
    private const int StaleAtLeastDays = 180;
    private const int UnknownGapDays = 365;
    private const double IrregularDays = 10;
    private const double PriorDays = 30;
    private const double HistoryDays = 30;
    private const double AnnualHistoryDays = 45;

    private readonly Decayed _usual;
    private readonly Decayed _annual;
    private readonly int _spanDay;
    private readonly int _spanKilometers;
    private readonly int _spans;
    private readonly double _spanRates;
    private readonly double _spanSquares;

    private OdometerRate(in OdometerRate before, int day, int kilometers)
    {
        this = before;
        var days = day - LastDay;
        var distance = kilometers - LastKilometers;
        _usual = before._usual.Add(days, distance, 180);
        _annual = before._annual.Add(days, distance, 90);
        (LastDay, LastKilometers, Count) = (day, kilometers, before.Count + 1);
        if (day - _spanDay < SpanDays)
            return;
        var rate = (kilometers - _spanKilometers) / (double)(day - _spanDay);
        (_spans, _spanRates, _spanSquares) = (before._spans + 1, before._spanRates + rate, before._spanSquares + (rate * rate));
        (_spanDay, _spanKilometers) = (day, kilometers);
    }

    private OdometerRate(int day, int kilometers)
    {
        (FirstDay, LastDay, _spanDay) = (day, day, day);
        (FirstKilometers, LastKilometers, _spanKilometers) = (kilometers, kilometers, kilometers);
        Count = 1;
    }

    public int Count { get; }

    public int FirstDay { get; }

    public int FirstKilometers { get; }

    public int LastDay { get; }

    public int LastKilometers { get; }

    public int StaleAfterDays => Math.Max(StaleAtLeastDays, 2 * UsualGapDays);

    private int UsualGapDays => Count < 2 ? UnknownGapDays : (LastDay - FirstDay) / (Count - 1);

    public static OdometerRate Start(int day, int kilometers) => new(day, kilometers);

    public OdometerRate Add(int day, int kilometers) => new(this, day, kilometers);

    public double KilometersPerDay(double prior)
    {
        var isAnnual = UsualGapDays >= AnnualGapDays;
        var history = ((PriorDays * prior) + (LastKilometers - FirstKilometers)) / (PriorDays + (LastDay - FirstDay));
        var weight = isAnnual ? AnnualHistoryDays : HistoryDays;
        var (days, kilometers) = isAnnual ? (_annual.Days, _annual.Kilometers) : (_usual.Days, _usual.Kilometers);
        return ((weight * history) + kilometers) / (weight + days);
    }

    /// <summary>The relative deviation of a rate that the past of this vehicle suggests.</summary>
    public double Spread(double rate)
    {
        if (rate <= 0)
            return MaxSpread;
        var squares = Math.Max(0, _spanSquares - (2 * rate * _spanRates) + (_spans * rate * rate)) / (rate * rate);
        return Math.Min(MaxSpread, Math.Sqrt(((PriorSpans * PriorSpread * PriorSpread) + squares) / (PriorSpans + _spans)));
    }

    /// <summary>The distance some days ahead, as many deviations off the middle; never less than nothing, never falling with time.</summary>
    public double Ahead(int days, double deviations, double rate, double spread)
    {
        // A car that nobody has seen for long may stand still, and may as well have been driven hard.
        var stale = StaleAfterDays;
        var seen = deviations < 0 ? Math.Min(days, stale) : days;
        var wide = deviations > 0 ? Math.Max(0, days - stale) * 0.5 * spread : 0;
        return Math.Max(0, rate * (seen + (deviations * (Deviation(seen, spread) + wide))));
    }

    public static double Deviation(int days, double spread) =>
        Math.Sqrt((spread * spread * days * days) + (IrregularDays * days));

    private readonly record struct Decayed(double Days, double Kilometers)
    {
        public Decayed Add(int days, int kilometers, int half)
        {
            if (days == 0)
                return this;
            var fade = OdometerFade.After(days, half);
            var weight = half / 0.6931471805599453 * (1 - fade);
            return new Decayed((Days * fade) + weight, (Kilometers * fade) + (weight * kilometers / days));
        }
    }
}
