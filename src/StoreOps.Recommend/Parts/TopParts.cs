namespace StoreOps.Recommend.Parts;

/// <summary>The best parts so far, the first first: by log-odds, then by how often a part is sold, then by its number.</summary>
internal sealed class TopParts
{
    private double[] _logOdds = new double[16];
    private int[] _parts = new int[16];
    private int _wanted;

    public int Count { get; private set; }

    /// <summary>Gets what a part needs at least, to be among the best.</summary>
    public double Least { get; private set; }

    public void Start(int wanted)
    {
        if (_parts.Length < wanted)
            (_logOdds, _parts) = (new double[wanted], new int[wanted]);
        (_wanted, Count, Least) = (wanted, 0, wanted > 0 ? double.NegativeInfinity : double.PositiveInfinity);
    }

    public int PartAt(int place) => _parts[place];

    public double LogOddsAt(int place) => _logOdds[place];

    public void Keep(int part, double logOdds, ReadOnlySpan<uint> visits)
    {
        var (scores, parts) = (_logOdds, _parts);
        var at = Count;
        if (at == _wanted)
        {
            if (at == 0 || !IsBefore(part, logOdds, at - 1, visits))
                return;
            at--;
        }
        else
        {
            Count++;
        }

        for (; at > 0 && IsBefore(part, logOdds, at - 1, visits); at--)
            (scores[at], parts[at]) = (scores[at - 1], parts[at - 1]);
        (scores[at], parts[at]) = (logOdds, part);
        if (Count == _wanted)
            Least = scores[Count - 1];
    }

    private bool IsBefore(int part, double logOdds, int place, ReadOnlySpan<uint> visits)
    {
        var other = _logOdds[place];
        if (logOdds != other)
            return logOdds > other;
        var rival = _parts[place];
        return visits[part] != visits[rival] ? visits[part] > visits[rival] : part < rival;
    }
}
