namespace StoreOps.Recommend.Parts;

/// <summary>What the vehicle's own schedule says of a part.</summary>
/// <param name="Part">The part's number in the model.</param>
/// <param name="PercentUsed">How much of the interval is used up, by the limit of which more is used; 100 is due. Zero or above.</param>
public readonly record struct PartDue(int Part, int PercentUsed);
