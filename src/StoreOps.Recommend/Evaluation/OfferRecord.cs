using NodaTime;

namespace StoreOps.Recommend.Evaluation;

/// <summary>One offer that was made, as a host keeps it. From these alone can be told what an offer was worth.</summary>
/// <param name="OfferedOn">The day, at the shop.</param>
/// <param name="QueryId">The call that it came from.</param>
/// <param name="PartId">The part.</param>
/// <param name="Rank">Its place among the offers of the call; 1 for the first.</param>
/// <param name="Chance">The chance that was told; from 0 to 1.</param>
/// <param name="Propensity">
/// How likely it was that this part was shown at all, by the way offers were chosen; above 0, up to 1. It is 1 where nothing is left to
/// chance, and then nothing can be learned of parts that were never shown.
/// </param>
/// <param name="Outcome">What became of it.</param>
public readonly record struct OfferRecord(
    LocalDate OfferedOn, string QueryId, string PartId, int Rank, double Chance, double Propensity, OfferOutcome Outcome);
