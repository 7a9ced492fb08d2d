namespace StoreOps.Recommend.Parts;

/// <summary>The levels of what neighbors say for a part, in one number of 32 bits: from below same vehicle, sequence, same visit, similar vehicles.</summary>
internal static class SumLevels
{
    public const int SequenceShift = 8;

    public const int SameVisitShift = 16;

    public const int SimilarShift = 24;

    public static byte SameVehicle(uint levels) => unchecked((byte)levels);

    public static byte Sequence(uint levels) => unchecked((byte)(levels >> SequenceShift));

    public static byte SameVisit(uint levels) => unchecked((byte)(levels >> SameVisitShift));

    public static byte Similar(uint levels) => (byte)(levels >> SimilarShift);
}
