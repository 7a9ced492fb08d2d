using NodaTime;

namespace StoreOps.Recommend.Evaluation;

/// <summary>One week of offers: what was told and what came true.</summary>
/// <param name="Monday">The first day of the week; that of the calendar, where its first week begins later.</param>
/// <param name="Offers">How many offers with a known outcome.</param>
/// <param name="Expected">The mean of the chances that were told.</param>
/// <param name="Accepted">The share that was accepted.</param>
/// <param name="CalibrationError">The expected calibration error of the week, in ten bins.</param>
/// <param name="Deviation">How many standard deviations more (or, below zero, fewer) were accepted than the chances say.</param>
/// <param name="IsAlarm">Whether that is beyond the bound, on enough offers.</param>
public sealed record DriftWeek(LocalDate Monday, int Offers, double Expected, double Accepted, double CalibrationError, double Deviation, bool IsAlarm);
