using StoreOps.Recommend.Models;
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

    /// <summary>Returns whether two levels stand for neighboring amounts, so that their terms should not differ much.</summary>
    public static bool AreNeighbors(PartSignal signal, int level, int next)
    {
        if (level == 0 && IsZeroUnknown(signal))
            return false;
        return signal switch
        {
            // Nothing found says little of what a finding weighs.
            PartSignal.Finding => false,
            PartSignal.SalesRhythm => (level - 1) / ModelLayout.SalesGaps == (next - 1) / ModelLayout.SalesGaps,
            _ => true,
        };
    }

    /// <summary>Returns whether a signal's levels are steps of its own, which are not to be gathered into bins.</summary>
    public static bool HasOwnSteps(PartSignal signal) => signal is PartSignal.SalesRhythm or PartSignal.LastVisits;
}
