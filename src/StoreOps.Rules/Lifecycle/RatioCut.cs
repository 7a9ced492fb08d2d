namespace StoreOps.Rules.Lifecycle;

/// <summary>A cut of a policy, compared with fractions without leaving whole numbers.</summary>
internal readonly record struct RatioCut
{
    /// <summary>Four decimals are kept: the policy accepts no more.</summary>
    public const int Scale = 10_000;

    private readonly long _scaled;

    public RatioCut(decimal ratio) => _scaled = decimal.ToInt64(ratio * Scale);

    /// <summary>The first number of idle days whose ratio lies above the cut: floor(cut · own) + 1.</summary>
    /// <remarks>At most 10^7 · 1.1·10^7 in between: far from 64 bits.</remarks>
    public long FirstIdleDaysAbove(OwnInterval own) => (_scaled * own.Numerator / (Scale * own.Denominator)) + 1;
}
