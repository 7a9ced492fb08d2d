using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Training;

/// <summary>
/// Fits a logistic regression on binned signals: the intercept plus one weight for each bin, with a penalty on the square of each weight and on
/// that of the difference between neighbors, by Newton's method with halved steps. Where a signal may only speak for a part the more of it
/// there is, neighboring bins that contradict that are made one and the fit is repeated.
/// </summary>
internal sealed class BinnedLogistic
{
    /// <summary>Rows are added up in so many parts, whatever the number of threads, and the parts in their order.</summary>
    private const int Chunks = 8;

    private const int MostSteps = 25;
    private const int MostRounds = 12;

    private RowSet _rows;
    private readonly int[][] _bins;
    private readonly int[] _signals;
    private readonly RecommendTrainerOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly int[] _unknownIsApart;
    private int[][] _groups;
    private int[] _map = [];
    private int[] _starts = [];
    private bool[] _isJoined = [];
    private double[] _weights = [];

    private BinnedLogistic(RowSet rows, RecommendTrainerOptions options, CancellationToken cancellation)
    {
        (_rows, _options, _cancellation) = (rows, options, cancellation);
        _bins = SignalBins.Of(rows, options.Bins);
        var binCounts = _bins.Select(bins => bins.Max() + 1).ToArray();
        _signals = [.. Enumerable.Range(0, ModelLayout.Signals).Where(signal => binCounts[signal] > 1)];
        _groups = [.. _signals.Select(signal => Enumerable.Range(0, binCounts[signal]).ToArray())];
        _unknownIsApart = [.. _signals.Select(signal => SignalRules.IsZeroUnknown((PartSignal)signal) && _bins[signal][1] > 0 ? 1 : 0)];
    }

    /// <summary>Fits the weights.</summary>
    public static BinnedLogistic Fit(RowSet rows, RecommendTrainerOptions options, CancellationToken cancellation)
    {
        var fit = new BinnedLogistic(rows, options, cancellation);
        fit.Run();
        return fit;
    }

    /// <summary>Goes on from the weights found, with more rows.</summary>
    public void FitOn(RowSet rows)
    {
        _rows = rows;
        Newton();
    }

    /// <summary>Returns the weight of each level of each signal; the intercept comes last.</summary>
    public double[] Weights()
    {
        var result = new double[(ModelLayout.Signals * SignalLevel.Count) + 1];
        for (var i = 0; i < _signals.Length; i++)
        {
            for (var level = 0; level < SignalLevel.Count; level++)
                result[(_signals[i] * SignalLevel.Count) + level] = _weights[_map[(i * SignalLevel.Count) + level]];
        }

        result[^1] = _weights[^1];
        return result;
    }

    private void Run()
    {
        var taken = 0L;
        foreach (var label in _rows.Labels)
            taken += label;
        Layout();
        _weights[^1] = StableMath.Log((taken + 0.5) / (_rows.Count - taken + 0.5));
        for (var round = 0; round < MostRounds; round++)
        {
            Newton();
            if (!Pool())
                return;
        }
    }

    private void Layout()
    {
        var count = 0;
        _starts = new int[_signals.Length + 1];
        _map = new int[_signals.Length * SignalLevel.Count];
        for (var i = 0; i < _signals.Length; i++)
        {
            _starts[i] = count;
            var bins = _bins[_signals[i]];
            for (var level = 0; level < SignalLevel.Count; level++)
                _map[(i * SignalLevel.Count) + level] = count + _groups[i][bins[level]];
            count += _groups[i][^1] + 1;
        }

        _starts[^1] = count;
        Array.Resize(ref _weights, count + 1);
        _isJoined = new bool[count];
        for (var i = 0; i < _signals.Length; i++)
        {
            // The last level of one group and the first of the next tell whether the groups are neighbors.
            for (var level = 1; level < SignalLevel.Count; level++)
            {
                var (before, at) = (_map[(i * SignalLevel.Count) + level - 1], _map[(i * SignalLevel.Count) + level]);
                if (at != before)
                    _isJoined[before] = SignalRules.AreNeighbors((PartSignal)_signals[i], level - 1, level);
            }
        }
    }

    private void Newton()
    {
        var size = _weights.Length;
        var loss = Loss(_weights);
        for (var step = 0; step < MostSteps; step++)
        {
            var (gradient, curvature) = Derivatives();
            var move = Cholesky.Solve(curvature, gradient, size);
            var largest = 0.0;
            foreach (var part in move)
                largest = Math.Max(largest, Math.Abs(part));
            var length = largest > 3 ? 3 / largest : 1;
            var next = new double[size];
            var isBetter = false;
            for (var halving = 0; halving < 12 && !isBetter; halving++, length /= 2)
            {
                for (var i = 0; i < size; i++)
                    next[i] = _weights[i] + (length * move[i]);
                var nextLoss = Loss(next);
                isBetter = nextLoss <= loss;
                if (isBetter)
                    (loss, _weights) = (nextLoss, next);
            }

            // Newton's method squares the distance: what is left after so small a move is below one in ten thousand.
            if (!isBetter || largest < 0.02)
                return;
        }
    }

    private double Loss(double[] weights)
    {
        var sums = new double[Chunks];
        EachChunk((chunk, from, to) =>
        {
            var levels = _rows.Levels;
            var labels = _rows.Labels;
            // One logarithm of a product of many factors, each at most 1 + e^30.
            var (sum, product) = (0.0, 1.0);
            for (var row = from; row < to; row++)
            {
                var logOdds = weights[^1];
                for (var i = 0; i < _signals.Length; i++)
                    logOdds += weights[_map[(i * SignalLevel.Count) + levels[(row * ModelLayout.Signals) + _signals[i]]]];
                var against = labels[row] != 0 ? -logOdds : logOdds;
                if (against > 30)
                    sum += against;
                else
                    product *= 1 + StableMath.Exp(against);
                if (product < 1e200)
                    continue;
                sum += StableMath.Log(product);
                product = 1;
            }

            sums[chunk] = sum + StableMath.Log(product);
        });
        var loss = 0.0;
        foreach (var sum in sums)
            loss += sum;
        for (var i = 0; i < _signals.Length; i++)
        {
            for (var at = _starts[i]; at < _starts[i + 1]; at++)
            {
                loss += _options.Ridge * weights[at] * weights[at] / 2;
                if (_isJoined[at])
                    loss += _options.Smoothing * (weights[at + 1] - weights[at]) * (weights[at + 1] - weights[at]) / 2;
            }
        }

        return loss;
    }

    private (double[] Gradient, double[] Curvature) Derivatives()
    {
        var size = _weights.Length;
        var gradients = new double[Chunks][];
        var curvatures = new double[Chunks][];
        EachChunk((chunk, from, to) => (gradients[chunk], curvatures[chunk]) = Derivatives(from, to));
        var (gradient, curvature) = (gradients[0], curvatures[0]);
        for (var chunk = 1; chunk < Chunks; chunk++)
        {
            for (var i = 0; i < gradient.Length; i++)
                gradient[i] += gradients[chunk][i];
            for (var i = 0; i < curvature.Length; i++)
                curvature[i] += curvatures[chunk][i];
        }

        for (var i = 0; i < _signals.Length; i++)
        {
            for (var at = _starts[i]; at < _starts[i + 1]; at++)
            {
                gradient[at] -= _options.Ridge * _weights[at];
                curvature[(at * size) + at] += _options.Ridge;
                if (!_isJoined[at])
                    continue;
                var difference = _weights[at + 1] - _weights[at];
                gradient[at] += _options.Smoothing * difference;
                gradient[at + 1] -= _options.Smoothing * difference;
                curvature[(at * size) + at] += _options.Smoothing;
                curvature[((at + 1) * size) + at + 1] += _options.Smoothing;
                curvature[(at * size) + at + 1] -= _options.Smoothing;
            }
        }

        curvature[(size * size) - 1] += 1e-6;
        return (gradient, curvature);
    }

    private (double[] Gradient, double[] Curvature) Derivatives(int from, int to)
    {
        var size = _weights.Length;
        var (gradient, curvature) = (new double[size], new double[size * size]);
        var active = new int[_signals.Length + 1];
        active[^1] = size - 1;
        var levels = _rows.Levels;
        var labels = _rows.Labels;
        for (var row = from; row < to; row++)
        {
            var logOdds = _weights[^1];
            for (var i = 0; i < _signals.Length; i++)
            {
                var at = _map[(i * SignalLevel.Count) + levels[(row * ModelLayout.Signals) + _signals[i]]];
                active[i] = at;
                logOdds += _weights[at];
            }

            var chance = StableMath.Logistic(logOdds);
            var (rest, spread) = (labels[row] - chance, chance * (1 - chance));
            for (var i = 0; i < active.Length; i++)
            {
                gradient[active[i]] += rest;
                var line = curvature.AsSpan(active[i] * size, size);
                for (var j = i; j < active.Length; j++)
                    line[active[j]] += spread;
            }
        }

        return (gradient, curvature);
    }

    /// <summary>Makes one of neighboring bins that fall where they must not; returns whether any did.</summary>
    private bool Pool()
    {
        var pooled = false;
        var groups = new int[_signals.Length][];
        var weights = new List<double>(_weights.Length);
        for (var i = 0; i < _signals.Length; i++)
        {
            groups[i] = (int[])_groups[i].Clone();
            var own = _weights.AsSpan(_starts[i], _starts[i + 1] - _starts[i]);
            var merged = SignalRules.IsRising((PartSignal)_signals[i]) ? RisingBlocks.Of(own, _unknownIsApart[i]) : [.. Enumerable.Range(0, own.Length)];
            for (var bin = 0; bin < groups[i].Length; bin++)
                groups[i][bin] = merged[groups[i][bin]];
            pooled |= merged[^1] + 1 < own.Length;
            for (var group = 0; group <= merged[^1]; group++)
            {
                var first = Array.IndexOf(merged, group);
                var (sum, count) = (0.0, 0);
                for (var at = first; at < merged.Length && merged[at] == group; at++, count++)
                    sum += own[at];
                weights.Add(sum / count);
            }
        }

        if (!pooled)
            return false;
        var intercept = _weights[^1];
        _groups = groups;
        Layout();
        weights.Add(intercept);
        _weights = [.. weights];
        return true;
    }

    private void EachChunk(Action<int, int, int> body)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = _cancellation };
        Parallel.For(0, Chunks, options, chunk =>
            body(chunk, (int)((long)_rows.Count * chunk / Chunks), (int)((long)_rows.Count * (chunk + 1) / Chunks)));
    }
}
