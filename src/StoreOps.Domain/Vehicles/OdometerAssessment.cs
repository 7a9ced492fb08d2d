using System.Collections.Immutable;

namespace StoreOps.Domain.Vehicles;

/// <summary>A new odometer reading, held against the earlier ones.</summary>
/// <param name="Verdict">What the earlier readings say.</param>
/// <param name="Reading">The new reading.</param>
/// <param name="LastTrusted">The last earlier reading that fits the others; null when there is none.</param>
/// <param name="ExpectedFrom">The least that is expected; null when nothing is.</param>
/// <param name="ExpectedTo">The most that is expected; null when nothing is.</param>
/// <param name="MetersPerDay">How far the car is driven a day, in meters, over the last two years of trusted readings; null when not known.</param>
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
    /// <summary>Gets a value indicating whether work may be planned on the new reading without asking.</summary>
    public bool IsUsable => Verdict is OdometerVerdict.NoReadings or OdometerVerdict.Expected or OdometerVerdict.Unusual;
}
