namespace StoreOps.Recommend.Parts;

/// <summary>A part that is sold with others.</summary>
/// <param name="Part">The part's number in the model.</param>
/// <param name="Strength">
/// How strongly it goes with them: the sum over the parts asked for of the cosine with each, from 0 for never on one visit to below 1 for always.
/// </param>
/// <remarks>
/// The cosine of two parts is the number of visits with both, divided by the square root of the product of the visits with each, plus 10: what was seen a
/// few times only counts for less.
/// </remarks>
public readonly record struct RelatedPart(int Part, double Strength);
