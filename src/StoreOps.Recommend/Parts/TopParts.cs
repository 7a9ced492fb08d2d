using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    /// <summary>Puts those of some parts in their places that are among the best.</summary>
    public void Keep(ReadOnlySpan<double> logOdds, ReadOnlySpan<int> parts, ReadOnlySpan<uint> visits)
    {
        parts = parts[..logOdds.Length];
        for (var i = 0; i < logOdds.Length; i++)
        {
            if (logOdds[i] >= Least)
                Keep(parts[i], logOdds[i], visits);
        }
    }

    /// <summary>Puts a part in its place, if it is among the best.</summary>
    public void Keep(int part, double logOdds, ReadOnlySpan<uint> visits)
    {
        unchecked
        {
            var (scores, parts, at) = (_logOdds, _parts, Count);
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

            // Both are as long as the places in use: one look at their lengths instead of one at each place.
            ref var score = ref MemoryMarshal.GetReference(scores.AsSpan(0, at + 1));
            ref var number = ref MemoryMarshal.GetReference(parts.AsSpan(0, at + 1));
            for (; at > 0; at--)
            {
                var other = Unsafe.Add(ref score, at - 1);
                if (logOdds <= other && (logOdds < other || !IsBefore(part, logOdds, at - 1, visits)))
                    break;
                Unsafe.Add(ref score, at) = other;
                Unsafe.Add(ref number, at) = Unsafe.Add(ref number, at - 1);
            }

            Unsafe.Add(ref score, at) = logOdds;
            Unsafe.Add(ref number, at) = part;
            if (Count == _wanted)
                Least = scores[Count - 1];
        }
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
