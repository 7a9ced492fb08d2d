namespace StoreOps.Recommend.Training;

/// <summary>A stretch and a shift of log-odds, found on vehicles that the weights were not fitted on. Already part of the model's weights.</summary>
/// <param name="Slope">The factor; 1 where the fit was as sure as it should be, below 1 where it was too sure.</param>
/// <param name="Shift">What is added.</param>
/// <param name="Rows">On how many candidates it was found.</param>
public readonly record struct LogOddsCalibration(double Slope, double Shift, int Rows)
{
    /// <summary>Gets the calibration that changes nothing.</summary>
    public static LogOddsCalibration None { get; } = new(1, 0, 0);

    // Platt's two numbers by Newton's method, held to (1, 0) as if by a few dozen rows that agree with the fit.
    internal static LogOddsCalibration Of(double[] logOdds, byte[] labels)
    {
        const double hold = 10;
        var (slope, shift) = (1.0, 0.0);
        for (var step = 0; step < 20 && logOdds.Length > 0; step++)
        {
            var (gradientSlope, gradientShift) = (-hold * (slope - 1), -hold * shift);
            var (both, squares, ones) = (0.0, hold, hold);
            for (var i = 0; i < logOdds.Length; i++)
            {
                var chance = StableMath.Logistic((slope * logOdds[i]) + shift);
                var (rest, spread) = (labels[i] - chance, chance * (1 - chance));
                gradientSlope += rest * logOdds[i];
                gradientShift += rest;
                squares += spread * logOdds[i] * logOdds[i];
                both += spread * logOdds[i];
                ones += spread;
            }

            var determinant = (squares * ones) - (both * both);
            var (moveSlope, moveShift) = (((ones * gradientSlope) - (both * gradientShift)) / determinant, ((squares * gradientShift) - (both * gradientSlope)) / determinant);
            slope = Math.Min(Math.Max(slope + moveSlope, 0.2), 3);
            shift = Math.Min(Math.Max(shift + moveShift, -3), 3);
            if (Math.Abs(moveSlope) + Math.Abs(moveShift) < 1e-6)
                break;
        }

        return new LogOddsCalibration(slope, shift, logOdds.Length);
    }
}
