using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Training;

/// <summary>What the trade knows of a signal before anything is learned.</summary>
internal static class SignalRules
{
    /// <summary>Returns whether more of it may only speak for the part.</summary>
    public static bool IsRising(PartSignal signal) => signal is PartSignal.RepeatRate or PartSignal.Season or PartSignal.Rhythm or PartSignal.KilometersSince
        or PartSignal.MonthsSince or PartSignal.SameVehicle or PartSignal.SameVisit or PartSignal.Sequence or PartSignal.SimilarVehicles
        or PartSignal.Usage or PartSignal.Due or PartSignal.Finding;

    /// <summary>Returns whether level 0 says that nothing is known, rather than that nothing speaks for the part.</summary>
    public static bool IsZeroUnknown(PartSignal signal) =>
        signal is PartSignal.KilometersSince or PartSignal.MonthsSince or PartSignal.Due or PartSignal.Season or PartSignal.Rhythm;

    /// <summary>Returns whether level 0 is where its term is zero: then taking its evidence away takes its term away.</summary>
    public static bool IsEvidence(PartSignal signal) => signal is PartSignal.SameVehicle or PartSignal.SameVisit or PartSignal.Sequence
        or PartSignal.SimilarVehicles or PartSignal.Usage or PartSignal.Due or PartSignal.Finding or PartSignal.KilometersSince or PartSignal.MonthsSince;
}
