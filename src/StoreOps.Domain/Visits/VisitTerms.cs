namespace StoreOps.Domain.Visits;

/// <summary>When one service can next be done: from where on it is useful, where its life ends, and the last chance.</summary>
/// <param name="Earliest">From here on it counts.</param>
/// <param name="Due">Here its life ends.</param>
/// <param name="Latest">Here it has to be done at the latest.</param>
/// <param name="IsByDate">Whether a date makes it due, and not the odometer.</param>
internal readonly record struct VisitWindow(long Earliest, long Due, long Latest, bool IsByDate);

/// <summary>Services that are due at the same points and repeat alike: they are always done together and planned as one.</summary>
internal sealed class VisitTerms
{
    private const int Whole = 1_000_000;

    // The mean month of the Gregorian calendar, in hundredths of a day: life in months is measured by it, limits by the calendar.
    private const int DaysPerHundredMonths = 3_044;

    private readonly VisitAxis _axis;
    private readonly VisitItem _item;
    private readonly List<int> _items = [];
    private readonly long _span;
    private long _costPerLife;
    private long _farthest = VisitAxis.Never;

    public VisitTerms(VisitItem item, VisitAxis axis)
    {
        _axis = axis;
        _item = item;
        var first = WindowOf(item.DueKilometers is { } km ? axis.AtKilometers(km) : VisitAxis.Never, item.DueDate is { } date ? axis.AtDate(date) : VisitAxis.Never);
        First = first with { Latest = Math.Max(0, first.Latest), Earliest = Math.Max(0, first.Earliest) };
        _span = Math.Max(1, Span(item, axis));
    }

    public VisitWindow First { get; }

    public IReadOnlyList<int> Items => _items;

    public void Add(int index, VisitItem item)
    {
        _items.Add(index);
        _costPerLife += item.CostPerLife;
    }

    /// <summary>Tells whether another service is always done when this one is.</summary>
    public bool Holds(VisitItem other) =>
        _item with { Id = other.Id, CostPerLife = other.CostPerLife, LaborMinutes = other.LaborMinutes } == other;

    /// <summary>Gets the next window when the service is done at a point.</summary>
    public VisitWindow After(long tick)
    {
        var byKilometers = VisitAxis.Never;
        if (_item.EveryKilometers is { } every)
            byKilometers = _item.GridFromKilometers is { } origin ? _axis.AtKilometers(NextPoint(origin, every, _axis.OdometerAt(tick))) : tick + _axis.Kilometers(every);
        return WindowOf(byKilometers, _item.EveryMonths is { } months ? _axis.MonthsAfter(tick, months) : VisitAxis.Never);
    }

    /// <summary>Gets how much of the interval is thrown away, in millionths.</summary>
    public int Lost(long due, long tick) => due <= tick ? 0 : (int)(Math.Min(due - tick, _span) * Whole / _span);

    public long CostMicros(long due, long tick) => due <= tick ? 0 : _costPerLife * Lost(due, tick);

    /// <summary>Gets at least how many times it is still to be done when it is due at a point.</summary>
    public int AtLeast(long due, long horizon) => due > horizon ? 0 : 1 + (int)Math.Min(VisitProblem.MaxVisits, (horizon - Math.Max(0, due)) / _farthest);

    private VisitWindow WindowOf(long byKilometers, long byDate)
    {
        var due = Math.Min(byKilometers, byDate);
        if (due >= VisitAxis.Never)
            return new VisitWindow(VisitAxis.Never, VisitAxis.Never, VisitAxis.Never, IsByDate: false);
        var late = (byKilometers < VisitAxis.Never, byDate < VisitAxis.Never) switch
        {
            (true, true) => Math.Min(_axis.Late(_item.LateKilometers), _axis.Days(_item.LateDays)),
            (true, false) => _axis.Late(_item.LateKilometers),
            _ => _axis.Days(_item.LateDays),
        };
        long? early = byKilometers <= byDate
            ? (_item.EarlyKilometers ?? (_item.GridFromKilometers is null ? null : 0)) is { } km ? _axis.Kilometers(km) : null
            : _item.EarlyDays is { } days ? _axis.Days(days) : null;
        return new VisitWindow(early is { } pull ? due - pull : long.MinValue / 4, due, due + late, byDate < byKilometers);
    }

    // Done a little early, the service counts for the point ahead of it.
    private long NextPoint(int origin, int every, int done)
    {
        var from = (long)done + (_item.EarlyKilometers ?? 0);
        var first = _item.GridFirstKilometers ?? 0;
        if (from < first)
            return first;
        return from < origin ? origin : origin + ((((from - origin) / every) + 1) * every);
    }

    // What a whole interval is; on the way, how far the next due point can at most be away.
    private long Span(VisitItem item, VisitAxis axis)
    {
        var byKilometers = item.EveryKilometers is { } every ? axis.Kilometers(every) : VisitAxis.Never;
        var byMonths = item.EveryMonths is { } months ? axis.Days(months * (long)DaysPerHundredMonths) / 100 : VisitAxis.Never;
        var span = Math.Min(byKilometers, byMonths);
        if (span >= VisitAxis.Never)
            // Done once: its life is what was ahead of a new vehicle, or a year where that is not counted.
            return (item.LifeKilometers ?? item.DueKilometers) is > 0 and var km && axis.Kilometers(km) < VisitAxis.Never ? axis.Kilometers(km) : axis.Days(365);
        var farKilometers = item.GridFromKilometers is { } origin && byKilometers < VisitAxis.Never
            ? byKilometers + axis.Kilometers((item.EarlyKilometers ?? 0) + (long)Math.Max(origin, item.GridFirstKilometers ?? 0))
            : byKilometers;
        // A month is never longer than 31 days.
        var farMonths = item.EveryMonths is { } count ? axis.Days(count * 31L) : VisitAxis.Never;
        _farthest = Math.Min(farKilometers, farMonths) + Math.Max(axis.Late(item.LateKilometers), axis.Days(item.LateDays));
        return span;
    }
}
