namespace StoreOps.Recommend.Parts;

/// <summary>A part that is offered, in the order of its value to the shop.</summary>
/// <param name="Place">Its place among the ranked parts that were handed over.</param>
/// <param name="Value">What the offer is worth: chance by worth, less repetition, with the bonus of a rule.</param>
/// <param name="IsAutoAdded">Whether it is added without being asked for.</param>
public readonly record struct PartOffer(int Place, double Value, bool IsAutoAdded);
