using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Training;

/// <summary>
/// Fits a logistic regression on binned signals: the intercept plus one weight for each bin, with a penalty on the square of what each weight
/// differs from what is judged of it and on that of the difference between neighbors. Where a signal may only speak for a part the more of it
/// there is, neighboring bins that contradict that are made one and the fit goes on.
/// </summary>
internal sealed class BinnedLogistic
{
    private const int MostRounds = 12;

    // The curvature only has to be about right: a sample of the rows tells it, and a first fit.
    private const int SampleRows = 60_000;
    private const double EnoughForSample = 0.02;
    private const double Enough = 0.001;

    private readonly RecommendTrainerOptions _options;
    private readonly ParallelOptions _parallel;
    private readonly int[] _signals;
    private readonly ushort[][] _placeOf;
    private readonly int[] _starts;
    private readonly double[] _judged;
    private readonly bool[] _isJoined;
    private readonly int[] _unknownIsApart;

    // Places are bins as they were cut; groups are what pooling made of them. The intercept is the last of both.
    private int[] _groupOf;
    private double[] _weights;
    private double[] _spread = [];
    private double _rowsOfSpread;

    private BinnedLogistic(RowSet rows, RecommendTrainerOptions options, CancellationToken cancellation)
    {
        _options = options;
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Masses = rows.Masses();
        var bins = SignalBins.Of(Masses, options.Bins);
        var counts = bins.Select(levels => levels.Max() + 1).ToArray();
        _signals = [.. Enumerable.Range(0, ModelLayout.Signals).Where(signal => TellsApart(signal, bins[signal]))];
        _starts = new int[_signals.Length + 1];
        for (var i = 0; i < _signals.Length; i++)
            _starts[i + 1] = _starts[i] + counts[_signals[i]];
        _placeOf = [.. _signals.Select((signal, i) => bins[signal].Select(bin => (ushort)(_starts[i] + bin)).ToArray())];
        _unknownIsApart = [.. _signals.Select(signal => SignalRules.IsZeroUnknown((PartSignal)signal) && bins[signal][1] > 0 ? 1 : 0)];
        (_judged, _isJoined) = (new double[_starts[^1] + 1], new bool[_starts[^1] + 1]);
        for (var i = 0; i < _signals.Length; i++)
            Judge((PartSignal)_signals[i], _placeOf[i]);
        _groupOf = [.. Enumerable.Range(0, _starts[^1] + 1)];
        var taken = rows.Taken;
        _weights = (double[])_judged.Clone();
        _weights[^1] = StableMath.Log((taken + 0.5) / (rows.Count - taken + 0.5));
    }

    /// <summary>Gets how often each signal has each level in the rows of the first fit.</summary>
    public long[] Masses { get; }

    /// <summary>Fits the weights.</summary>
    public static BinnedLogistic Fit(RowSet rows, RecommendTrainerOptions options, CancellationToken cancellation)
    {
        var fit = new BinnedLogistic(rows, options, cancellation);
        var all = BinnedRows.Of(rows, fit._signals, fit._placeOf, fit._parallel);
        fit.Approach(all);
        for (var round = 0; round < MostRounds; round++)
        {
            fit.Descend(all, Enough);
            if (!fit.Pool())
                break;
        }

        return fit;
    }

    /// <summary>Goes on from the weights found, with other rows.</summary>
    public void FitOn(RowSet rows) => Descend(BinnedRows.Of(rows, _signals, _placeOf, _parallel), Enough);

    /// <summary>Returns the weight of each level of each signal; the intercept comes last.</summary>
    public double[] Weights()
    {
        var result = new double[(ModelLayout.Signals * SignalLevel.Count) + 1];
        for (var i = 0; i < _signals.Length; i++)
        {
            for (var level = 0; level < SignalLevel.Count; level++)
                result[(_signals[i] * SignalLevel.Count) + level] = _weights[_groupOf[_placeOf[i][level]]];
        }

        result[^1] = _weights[^1];
        return result;
    }

    // What is the same for all rows is the intercept's.
    private bool TellsApart(int signal, int[] bins)
    {
        var first = -1;
        for (var level = 0; level < SignalLevel.Count; level++)
        {
            if (Masses[(signal * SignalLevel.Count) + level] == 0)
                continue;
            if (first < 0)
                first = bins[level];
            if (bins[level] != first)
                return true;
        }

        return false;
    }

    private void Judge(PartSignal signal, ushort[] placeOf)
    {
        for (var level = 1; level < SignalLevel.Count; level++)
        {
            _judged[placeOf[level]] = SignalPriors.JudgedOf(signal);
            // The last level of one bin and the first of the next tell whether the bins are neighbors.
            if (placeOf[level] != placeOf[level - 1])
                _isJoined[placeOf[level - 1]] = SignalRules.AreNeighbors(signal, level - 1, level);
        }
    }

    private void Approach(BinnedRows all)
    {
        var every = Math.Max(1, all.Count / SampleRows);
        var sample = every == 1 ? all : all.EveryNth(every);
        (_spread, _rowsOfSpread) = (sample.Spread(_weights), sample.Count);
        Descend(sample, EnoughForSample);
        _spread = sample.Spread(Spread(_weights));
    }

    private void Descend(BinnedRows rows, double enough)
    {
        var curvature = new Cholesky(Curvature(rows.Count / _rowsOfSpread), _weights.Length);
        _weights = Descent.Run(_weights, weights => Rise(rows, weights), curvature, enough);
    }

    // What each place weighs, by the weights of the groups.
    private double[] Spread(double[] weights) => [.. _groupOf.Select(group => weights[group])];

    private double[] Rise(BinnedRows rows, double[] weights)
    {
        var rest = rows.Rest(Spread(weights));
        var rise = new double[weights.Length];
        for (var place = 0; place < rest.Length; place++)
            rise[_groupOf[place]] -= rest[place];
        EachPenalty(
            (group, judged) => rise[group] += _options.Ridge * (weights[group] - judged),
            (group, next) =>
            {
                var pull = _options.Smoothing * (weights[next] - weights[group]);
                rise[group] -= pull;
                rise[next] += pull;
            });
        return rise;
    }

    private double[] Curvature(double scale)
    {
        var (places, size) = (_groupOf.Length, _weights.Length);
        var curvature = new double[size * size];
        for (var row = 0; row < places; row++)
        {
            for (var column = row; column < places; column++)
                curvature[(_groupOf[row] * size) + _groupOf[column]] += _spread[(row * places) + column] * scale;
        }

        EachPenalty(
            (group, _) => curvature[(group * size) + group] += _options.Ridge,
            (group, next) =>
            {
                curvature[(group * size) + group] += _options.Smoothing;
                curvature[(next * size) + next] += _options.Smoothing;
                curvature[(group * size) + next] -= _options.Smoothing;
            });
        curvature[^1] += 1e-6;
        return curvature;
    }

    private void EachPenalty(Action<int, double> ridge, Action<int, int> joined)
    {
        for (var place = 0; place < _groupOf.Length - 1; place++)
        {
            var group = _groupOf[place];
            if (place == 0 || _groupOf[place - 1] != group)
                ridge(group, _judged[place]);
            if (_isJoined[place] && _groupOf[place + 1] != group)
                joined(group, _groupOf[place + 1]);
        }
    }

    /// <summary>Makes one of neighboring bins that fall where they must not; returns whether any did.</summary>
    private bool Pool()
    {
        var groupOf = new int[_groupOf.Length];
        var weights = new List<double>(_weights.Length);
        for (var i = 0; i < _signals.Length; i++)
        {
            var (first, last) = (_groupOf[_starts[i]], _groupOf[_starts[i + 1] - 1]);
            var own = _weights.AsSpan(first, last - first + 1);
            var merged = SignalRules.IsRising((PartSignal)_signals[i]) ? RisingBlocks.Of(own, _unknownIsApart[i]) : [.. Enumerable.Range(0, own.Length)];
            for (var place = _starts[i]; place < _starts[i + 1]; place++)
                groupOf[place] = weights.Count + merged[_groupOf[place] - first];
            for (var (group, at) = (0, 0); group <= merged[^1]; group++)
            {
                var (sum, from) = (0.0, at);
                for (; at < merged.Length && merged[at] == group; at++)
                    sum += own[at];
                weights.Add(sum / (at - from));
            }
        }

        groupOf[^1] = weights.Count;
        weights.Add(_weights[^1]);
        var pooled = weights.Count < _weights.Length;
        (_groupOf, _weights) = (groupOf, [.. weights]);
        return pooled;
    }
}
