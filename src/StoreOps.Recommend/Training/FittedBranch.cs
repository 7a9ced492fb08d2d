using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Training;

/// <summary>The weights of one branch, fitted and set right.</summary>
internal sealed class FittedBranch
{
    private readonly double[] _weights;

    private FittedBranch(double[] weights, LogOddsCalibration calibration) => (_weights, Calibration) = (weights, calibration);

    public LogOddsCalibration Calibration { get; }

    public static FittedBranch Fit(RowSet fitting, RowSet calibrating, RecommendTrainerOptions options, CancellationToken cancellation)
    {
        if (fitting.Count == 0)
            return new FittedBranch(Unlearned(), LogOddsCalibration.None);
        var fit = BinnedLogistic.Fit(fitting, options, cancellation);
        var weights = fit.Weights();
        var calibration = LogOddsCalibration.None;
        if (calibrating.Count > 0)
        {
            // Set right on rows that the weights have not seen; then the weights may see them too.
            calibration = LogOddsCalibration.Of(LogOdds(weights, calibrating), calibrating.Labels.ToArray());
            fitting.Add(calibrating);
            fit.FitOn(fitting);
            weights = fit.Weights();
        }

        for (var i = 0; i < weights.Length; i++)
            weights[i] *= calibration.Slope;
        weights[^1] += calibration.Shift;
        Center(weights, fitting.Masses(), fitting.Count);
        SignalPriors.Fill(weights, fit.Masses);
        return new FittedBranch(weights, calibration);
    }

    public void WriteTo(ModelTables tables, int branch)
    {
        var start = branch * ModelLayout.Signals * SignalLevel.Count;
        for (var i = 0; i < ModelLayout.Signals * SignalLevel.Count; i++)
            tables.Tables[start + i] = (float)_weights[i];
        tables.Intercepts[branch] = (float)_weights[^1];
    }

    // One offer in fifty: a shop without any past visits has to start somewhere.
    private const double NothingKnown = -3.9;

    private static double[] Unlearned()
    {
        var weights = new double[(ModelLayout.Signals * SignalLevel.Count) + 1];
        weights[^1] = NothingKnown;
        SignalPriors.Fill(weights, new long[ModelLayout.Signals * SignalLevel.Count]);
        return weights;
    }

    private static double[] LogOdds(double[] weights, RowSet rows)
    {
        var sums = new double[rows.Count];
        var levels = rows.Levels;
        for (var row = 0; row < sums.Length; row++)
        {
            var sum = weights[^1];
            for (var signal = 0; signal < ModelLayout.Signals; signal++)
                sum += weights[(signal * SignalLevel.Count) + levels[(row * ModelLayout.Signals) + signal]];
            sums[row] = sum;
        }

        return sums;
    }

    // Terms are told as reasons, so zero has to mean something: nothing known, where the signal is evidence that may be lacking; else the
    // average of what was seen. What is taken from the terms goes to the intercept, and the sum stays what it was.
    private static void Center(double[] weights, long[] masses, int rows)
    {
        for (var signal = 0; signal < ModelLayout.Signals; signal++)
        {
            var seen = masses.AsSpan(signal * SignalLevel.Count, SignalLevel.Count);
            var own = weights.AsSpan(signal * SignalLevel.Count, SignalLevel.Count);
            var middle = 0.0;
            if (SignalRules.IsEvidence((PartSignal)signal))
            {
                middle = own[0];
            }
            else
            {
                for (var level = 0; level < seen.Length; level++)
                    middle += own[level] * seen[level] / rows;
            }

            for (var level = 0; level < own.Length; level++)
                own[level] -= middle;
            weights[^1] += middle;
        }
    }
}
