using System.Collections.Immutable;

namespace StoreOps.Domain.Vehicles;

/// <summary>A new odometer reading, held against the earlier ones.</summary>
/// <param name="Verdict">What the earlier readings say.</param>
/// <param name="Reading">The new reading.</param>
/// <param name="LastTrusted">The last earlier reading that fits the others; null when there is none.</param>
/// <param name="ExpectedFrom">The least that is expected; null when nothing is.</param>
/// <param name="ExpectedTo">The most that is expected; null when nothing is.</param>
/// <param name="MetersPerDay">How far the car is driven a day, in meters, recent days counting more; null when there is no trusted reading.</param>
/// <param name="SetAside">Earlier readings that do not fit the others: set aside, never deleted.</param>
public sealed record OdometerAssessment(
    OdometerVerdict Verdict,
    OdometerReading Reading,
    OdometerReading? LastTrusted,
    Odometer? ExpectedFrom,
    Odometer? ExpectedTo,
    int? MetersPerDay,
    ImmutableArray<OdometerReading> SetAside)
{
    /// <summary>Gets what was probably meant by a reading that is not expected, likeliest first.</summary>
    /// <value>At most three, each within the expected range and one slip of the fingers away; empty for an expected reading.</value>
    public ImmutableArray<OdometerRepair> Repairs { get; init; } = [];

    /// <summary>Gets a value indicating whether to ask at the counter: outside of what is expected, or below the last trusted reading.</summary>
    public bool IsDoubtful => Verdict is OdometerVerdict.Unusual or OdometerVerdict.BelowLast or OdometerVerdict.TooFar;

    /// <summary>Gets a value indicating whether work may be planned on the new reading without asking.</summary>
    public bool IsUsable => Verdict is OdometerVerdict.NoReadings or OdometerVerdict.Expected or OdometerVerdict.Unusual;
}
