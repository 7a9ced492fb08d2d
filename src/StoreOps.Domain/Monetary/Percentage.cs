using System.Globalization;

namespace StoreOps.Domain.Monetary;

/// <summary>An exact percentage: a rate, a discount or a share, kept as an integer and never as a binary fraction.</summary>
/// <remarks>
/// <para>The default value is 0 %. The resolution is a millionth of a percent.</para>
/// <list type="table">
/// <item><term>Percentage + Percentage, Percentage - Percentage</term><description>A percentage; throws on overflow.</description></item>
/// <item><term>percentage.Of(money, policy)</term><description>Money, rounded once by the named policy.</description></item>
/// </list>
/// </remarks>
public readonly record struct Percentage : IComparable<Percentage>, IComparable
#if NET
    , System.Numerics.IComparisonOperators<Percentage, Percentage, bool>
#endif
{
    /// <summary>The largest percentage, and the negative of the smallest: a million percent.</summary>
    public const int MaxPercent = 1_000_000;

    private const long MillionthsPerPercent = 1_000_000;
    private const long MillionthsPerWhole = 100 * MillionthsPerPercent;

    private readonly long _millionths;

    private Percentage(long millionths) => _millionths = millionths;

    /// <summary>Gets 0 %.</summary>
    public static Percentage Zero => default;

    /// <summary>Gets 100 %, the whole.</summary>
    public static Percentage Whole => new(MillionthsPerWhole);

    /// <summary>Gets the number before the percent sign: 12.5 for 12.5 %.</summary>
    /// <value>From minus to plus <see cref="MaxPercent"/>, exact.</value>
    public decimal Percent => _millionths / (decimal)MillionthsPerPercent;

    /// <summary>Creates a percentage from the number before the percent sign.</summary>
    /// <param name="percent">12.5 for 12.5 %; at most six decimals.</param>
    /// <returns>The percentage.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="percent"/> is beyond plus or minus <see cref="MaxPercent"/>, or has more than six decimals.
    /// </exception>
    public static Percentage FromPercent(decimal percent)
    {
        if (percent is < -MaxPercent or > MaxPercent)
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "A percentage lies between -1000000 and 1000000.");
        var millionths = percent * MillionthsPerPercent;
        if (millionths != decimal.Truncate(millionths))
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "A percentage has at most six decimals.");
        return new Percentage((long)millionths);
    }

    /// <summary>Creates a percentage from basis points, hundredths of a percent.</summary>
    /// <param name="basisPoints">1,250 for 12.5 %.</param>
    /// <returns>The percentage.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The percentage would be beyond <see cref="MaxPercent"/>.</exception>
    public static Percentage FromBasisPoints(int basisPoints) => FromPercent(basisPoints / 100m);

    /// <summary>Takes this percentage of an amount.</summary>
    /// <param name="whole">The amount that is 100 %.</param>
    /// <param name="rounding">What happens to a fraction of a minor unit.</param>
    /// <returns>The part, in the currency of <paramref name="whole"/>.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="whole"/> is the default value, without a currency.</exception>
    /// <exception cref="OverflowException">The result does not fit.</exception>
    public Money Of(Money whole, RoundingPolicy rounding) =>
        Money.FromMinorUnits(Rounding.Scale(whole.MinorUnits, _millionths, MillionthsPerWhole, rounding), whole.Currency);

    /// <inheritdoc/>
    public int CompareTo(Percentage other) => _millionths.CompareTo(other._millionths);

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Percentage other => CompareTo(other),
        _ => throw new ArgumentException("A percentage compares only with a percentage.", nameof(obj)),
    };

    /// <summary>Adds two percentages.</summary>
    public static Percentage operator +(Percentage left, Percentage right) => FromPercent(left.Percent + right.Percent);

    /// <summary>Subtracts one percentage from another.</summary>
    public static Percentage operator -(Percentage left, Percentage right) => FromPercent(left.Percent - right.Percent);

    /// <summary>Tells whether the left percentage is smaller.</summary>
    public static bool operator <(Percentage left, Percentage right) => left._millionths < right._millionths;

    /// <summary>Tells whether the left percentage is larger.</summary>
    public static bool operator >(Percentage left, Percentage right) => left._millionths > right._millionths;

    /// <summary>Tells whether the left percentage is smaller or equal.</summary>
    public static bool operator <=(Percentage left, Percentage right) => left._millionths <= right._millionths;

    /// <summary>Tells whether the left percentage is larger or equal.</summary>
    public static bool operator >=(Percentage left, Percentage right) => left._millionths >= right._millionths;

    /// <summary>Returns the percentage without superfluous zeros, as in "12.5 %".</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Percent.ToString("0.######", CultureInfo.InvariantCulture) + " %";
}
