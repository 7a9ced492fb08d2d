namespace StoreOps.Recommend.Parts;

/// <summary>A weight and its place in one number, so that the greatest weight, of equal ones the first, is the greatest number.</summary>
/// <remarks>Which of several weights is the greatest cannot be foreseen: it is found without a branch that hangs on it.</remarks>
internal static class RankedWeight
{
    public static long Of(uint weight, int place) => unchecked(((long)weight << 32) | (uint)~place);

    public static uint WeightOf(long ranked) => unchecked((uint)(ranked >> 32));

    public static int PlaceOf(long ranked) => unchecked(~(int)ranked);

    /// <summary>Returns the greater of two; zero stands for none.</summary>
    public static long Greater(long one, long other) => unchecked(other + ((one - other) & ~((one - other) >> 63)));
}
