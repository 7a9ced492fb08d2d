namespace StoreOps.Recommend.Tests.Workshops;

/// <summary>Finds the Weibull hazard that makes what was seen at visits the likeliest: worn out between two visits, or not yet.</summary>
internal sealed class WeibullFit
{
    private readonly List<(double From, double To, bool IsWorn)> _seen = [];

    public int Worn => _seen.Count(one => one.IsWorn);

    public void Add(double from, double to, bool isWorn) => _seen.Add((from <= 0 ? double.NegativeInfinity : Math.Log(from), Math.Log(to), isWorn));

    public (double Shape, double Scale) Solve()
    {
        var shape = Least(1, 8, shape => Least(9, 13, scale => Against(shape, scale)).Value).At;
        return (shape, Math.Exp(Least(9, 13, scale => Against(shape, scale)).At));
    }

    // Minus the logarithm of the likelihood; a scale is given by its logarithm.
    private double Against(double shape, double scale)
    {
        var sum = 0.0;
        foreach (var (from, to, isWorn) in _seen)
        {
            var hazard = Math.Exp(shape * (to - scale)) - Math.Exp(shape * (from - scale));
            sum += isWorn ? -Math.Log(Math.Max(1e-300, 1 - Math.Exp(-hazard))) : hazard;
        }

        return sum;
    }

    // The golden section of a function with one valley.
    private static (double At, double Value) Least(double low, double high, Func<double, double> of)
    {
        const double Golden = 0.6180339887498949;
        var (left, right) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
        var (atLeft, atRight) = (of(left), of(right));
        while (high - low > 1e-3)
        {
            if (atLeft < atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Golden * (high - low));
                atLeft = of(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Golden * (high - low));
                atRight = of(right);
            }
        }

        return atLeft < atRight ? (left, atLeft) : (right, atRight);
    }
}
