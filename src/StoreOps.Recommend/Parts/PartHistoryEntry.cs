namespace StoreOps.Recommend.Parts;

/// <summary>One part in a vehicle's history.</summary>
/// <param name="Part">The part.</param>
/// <param name="Times">At how many visits it was taken.</param>
/// <param name="LastVisit">The place of the last of them among all visits.</param>
/// <param name="Weight">What its visits counted for at the last of them, in 1/65536.</param>
/// <param name="Mask">At which visits it was taken: bit 0 for the last of them, bit 1 for the visit before that.</param>
/// <param name="Day">The day of the last of them.</param>
/// <param name="Kilometers">The odometer then; below zero when nobody read it.</param>
internal readonly record struct PartHistoryEntry(int Part, int Times, int LastVisit, uint Weight, uint Mask, int Day, int Kilometers)
{
    public PartHistoryEntry Again(int visit, int day, int kilometers) =>
        new(Part, Times + 1, visit, unchecked(WeightAt(visit) + (1u << 16)), MaskAt(visit) | 1, day, kilometers);

    /// <summary>Returns what the visits count for at another one, were the part not taken there.</summary>
    public uint WeightAt(int visit) => unchecked((uint)(((ulong)Weight * PartHistory.FadeAfter(visit - LastVisit)) >> 16));

    private uint MaskAt(int visit) => visit - LastVisit > 7 ? 0 : (Mask << (visit - LastVisit)) & 0xFF;
}
