namespace StoreOps.Rules.Expressions;

/// <summary>The moments that the language knows: from 0001-01-01T00:00:00Z to before 10000-01-01T00:00:00Z.</summary>
internal static class TimeRange
{
    public const long MinSeconds = -62_135_596_800;
    public const long MaxSeconds = 253_402_300_799;
    public const int NanosecondsPerSecond = 1_000_000_000;
}
