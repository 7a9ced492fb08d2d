using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace StoreOps.Recommend.Parts;

/// <summary>The best parts so far, the first first: by log-odds, then by how often a part is sold, then by its number.</summary>
internal sealed class TopParts
{
    /// <summary>Up to how many parts are put in order together.</summary>
    private const int Together = 64;

    private double[] _logOdds = new double[Together];
    private int[] _parts = new int[Together];
#if NET
    private double[] _otherLogOdds = new double[Together];
    private int[] _otherParts = new int[Together];
#endif
    private int _wanted;

    public int Count { get; private set; }

    /// <summary>Gets what a part needs at least, to be among the best.</summary>
    public double Least { get; private set; }

    public void Start(int wanted)
    {
        if (_parts.Length < wanted)
        {
            (_logOdds, _parts) = (new double[wanted], new int[wanted]);
#if NET
            (_otherLogOdds, _otherParts) = (new double[wanted], new int[wanted]);
#endif
        }

        (_wanted, Count, Least) = (wanted, 0, wanted > 0 ? double.NegativeInfinity : double.PositiveInfinity);
    }

    public ReadOnlySpan<int> Parts => _parts.AsSpan(0, Count);

    public int PartAt(int place) => _parts[place];

    public double LogOddsAt(int place) => _logOdds[place];

    /// <summary>Puts those of some parts in their places that are among the best.</summary>
    public void Keep(ReadOnlySpan<double> logOdds, ReadOnlySpan<int> parts, ReadOnlySpan<uint> visits)
    {
        parts = parts[..logOdds.Length];
#if NET
        if (Vector256.IsHardwareAccelerated && TryKeepTogether(logOdds, parts))
            return;
#endif
        for (var i = 0; i < logOdds.Length; i++)
        {
            if (logOdds[i] >= Least)
                Keep(parts[i], logOdds[i], visits);
        }
    }

#if NET
    // A part's place is how many are greater: that is counted for all, as where each one goes cannot be foreseen, and a branch that hangs on it
    // costs more than many compares. Equal ones would come to one place; then nothing is done, and they are put in one by one.
    private bool TryKeepTogether(ReadOnlySpan<double> logOdds, ReadOnlySpan<int> parts)
    {
        unchecked
        {
            var count = Count + logOdds.Length;
            if (count > Together)
                return false;
            logOdds.CopyTo(_logOdds.AsSpan(Count));
            parts.CopyTo(_parts.AsSpan(Count));
            var padded = (count + 7) & ~7;
            _logOdds.AsSpan(count, padded - count).Fill(double.NegativeInfinity);
            Span<long> places = stackalloc long[Together];
            CountGreater(_logOdds.AsSpan(0, padded), count, places);
            // Where each goes: as long as the places are, so that none is looked at for its bounds.
            ref var score = ref MemoryMarshal.GetReference(_otherLogOdds.AsSpan(0, Together));
            ref var number = ref MemoryMarshal.GetReference(_otherParts.AsSpan(0, Together));
            var taken = 0UL;
            for (var i = 0; i < count; i++)
            {
                var place = (int)places[i];
                Unsafe.Add(ref score, place) = _logOdds[i];
                Unsafe.Add(ref number, place) = _parts[i];
                taken |= 1UL << place;
            }

            // The place behind the last is looked at too: two equal ones may be rivals for the last.
            var looked = Math.Min(count, _wanted + 1);
            if (Bits.Count(~taken << (Together - looked)) != 0 && looked > 0)
                return false;
            (_logOdds, _otherLogOdds) = (_otherLogOdds, _logOdds);
            (_parts, _otherParts) = (_otherParts, _parts);
            Count = Math.Min(count, _wanted);
            if (Count == _wanted && Count > 0)
                Least = _logOdds[Count - 1];
            return true;
        }
    }

    // A lane that is less is all ones, which is one less than zero.
    private static void CountGreater(ReadOnlySpan<double> scores, int count, Span<long> places)
    {
        ref var first = ref MemoryMarshal.GetReference(scores);
        ref var place = ref MemoryMarshal.GetReference(places[..scores.Length]);
        for (nuint i = 0; i < (nuint)scores.Length; i += 8)
        {
            var (low, high) = (Vector256.LoadUnsafe(ref first, i), Vector256.LoadUnsafe(ref first, i + 4));
            var (ofLow, ofHigh) = (Vector256<long>.Zero, Vector256<long>.Zero);
            for (nuint other = 0; other < (nuint)count; other++)
            {
                var rival = Vector256.Create(Unsafe.Add(ref first, other));
                ofLow -= Vector256.GreaterThan(rival, low).AsInt64();
                ofHigh -= Vector256.GreaterThan(rival, high).AsInt64();
            }

            ofLow.StoreUnsafe(ref place, i);
            ofHigh.StoreUnsafe(ref place, i + 4);
        }
    }
#endif

    // Puts a part in its place, if it is among the best.
    private void Keep(int part, double logOdds, ReadOnlySpan<uint> visits)
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
