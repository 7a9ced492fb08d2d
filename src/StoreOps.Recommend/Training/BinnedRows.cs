namespace StoreOps.Recommend.Training;

/// <summary>
/// Rows whose signals are places in one list of weights, and the two sums over them that a fit needs. The sums are whole numbers, in 2^-36, so that they
/// hang neither on the order of the rows nor on the number of threads.
/// </summary>
internal sealed class BinnedRows
{
    private const double Unit = 1L << 36;

    // As many rows to a piece: a thread that was held up leaves the rest to others.
    private const int Piece = 16_384;

    private readonly ushort[] _places;
    private readonly byte[] _labels;
    private readonly int _width;
    private readonly ParallelOptions _parallel;

    private BinnedRows(ushort[] places, byte[] labels, int width, ParallelOptions parallel) =>
        (_places, _labels, _width, _parallel) = (places, labels, width, parallel);

    public int Count => _labels.Length;

    /// <summary>Looks up the place of each signal's level.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="signals">The signals that count.</param>
    /// <param name="placeOf">For each of these signals, the place of each level.</param>
    /// <param name="parallel">How to work.</param>
    public static BinnedRows Of(RowSet rows, int[] signals, ushort[][] placeOf, ParallelOptions parallel)
    {
        var width = signals.Length;
        var (places, labels) = (new ushort[rows.Count * width], rows.Labels.ToArray());
        Parallel.For(0, PiecesOf(rows.Count), parallel, piece =>
        {
            for (var row = piece * Piece; row < Math.Min((piece + 1) * Piece, rows.Count); row++)
            {
                var levels = rows.LevelsOf(row);
                var own = places.AsSpan(row * width, width);
                for (var i = 0; i < own.Length; i++)
                    own[i] = placeOf[i][levels[signals[i]]];
            }
        });
        return new BinnedRows(places, labels, width, parallel);
    }

    /// <summary>Returns one row of so many.</summary>
    public BinnedRows EveryNth(int every)
    {
        var count = (Count + every - 1) / every;
        var (places, labels) = (new ushort[count * _width], new byte[count]);
        for (var row = 0; row < count; row++)
        {
            labels[row] = _labels[row * every];
            _places.AsSpan(row * every * _width, _width).CopyTo(places.AsSpan(row * _width));
        }

        return new BinnedRows(places, labels, _width, _parallel);
    }

    /// <summary>Adds up, for each place, by how much more was taken than the weights expect; the intercept stands last.</summary>
    public double[] Rest(double[] weights)
    {
        var size = weights.Length;
        var sums = new long[size];
        Each(() => new long[size], (from, to, own) => Rest(weights, from, to, own), sums);
        return [.. sums.Select(sum => sum / Unit)];
    }

    /// <summary>Adds up, for each two places, the variance of the rows that have both: the upper triangle, the intercept last.</summary>
    public double[] Spread(double[] weights)
    {
        var size = weights.Length;
        var sums = new long[size * size];
        Each(() => new long[size * size], (from, to, own) => Spread(weights, from, to, own), sums);
        var spread = new double[sums.Length];
        for (var i = 0; i < sums.Length; i++)
            spread[i] = sums[i] / Unit;
        return spread;
    }

    private static int PiecesOf(int count) => (count + Piece - 1) / Piece;

    private void Rest(double[] weights, int from, int to, long[] sums)
    {
        var width = _width;
        var intercept = weights[^1];
        for (var row = from; row < to; row++)
        {
            var places = _places.AsSpan(unchecked(row * width), width);
            var rest = unchecked((long)((_labels[row] - StableMath.Logistic(LogOdds(weights, places, intercept))) * Unit));
            foreach (var place in places)
                sums[place] = unchecked(sums[place] + rest);
            sums[^1] = unchecked(sums[^1] + rest);
        }
    }

    private void Spread(double[] weights, int from, int to, long[] sums)
    {
        var (width, size) = (_width, weights.Length);
        var intercept = weights[^1];
        for (var row = from; row < to; row++)
        {
            var places = _places.AsSpan(unchecked(row * width), width);
            var chance = StableMath.Logistic(LogOdds(weights, places, intercept));
            var spread = unchecked((long)(chance * (1 - chance) * Unit));
            for (var i = 0; i < places.Length; i++)
            {
                // Places rise from signal to signal, so that what follows is to the right.
                var line = sums.AsSpan(unchecked(places[i] * size), size);
                for (var j = i; j < places.Length; j++)
                    line[places[j]] = unchecked(line[places[j]] + spread);
                line[^1] = unchecked(line[^1] + spread);
            }

            sums[^1] = unchecked(sums[^1] + spread);
        }
    }

    // Two sums side by side, so that half as many additions wait for one another.
    private static double LogOdds(double[] weights, ReadOnlySpan<ushort> places, double intercept)
    {
        var (even, odd) = (intercept, 0.0);
        for (var i = 1; i < places.Length; i += 2)
        {
            even += weights[places[i - 1]];
            odd += weights[places[i]];
        }

        return (places.Length & 1) == 0 ? even + odd : even + weights[places[^1]] + odd;
    }

    private void Each(Func<long[]> start, Action<int, int, long[]> body, long[] sums) => Parallel.For(
        0,
        PiecesOf(Count),
        _parallel,
        start,
        (piece, _, own) =>
        {
            body(piece * Piece, Math.Min((piece + 1) * Piece, Count), own);
            return own;
        },
        own =>
        {
            lock (sums)
            {
                for (var i = 0; i < sums.Length; i++)
                    sums[i] = unchecked(sums[i] + own[i]);
            }
        });
}
