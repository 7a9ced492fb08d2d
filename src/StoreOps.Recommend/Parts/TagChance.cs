namespace StoreOps.Recommend.Parts;

/// <summary>How likely a customer takes something of one kind of need, on this visit.</summary>
/// <param name="Tag">The kind of need.</param>
/// <param name="Probability">
/// The chance that a part of the likeliest category of the tag is accepted, from 0 to 1: that of the tag is as great or greater. 0 where nothing
/// may be offered.
/// </param>
/// <param name="ExpectedLines">How many lines of the tag are accepted on average: the sum of the chances of its parts; 0 or above.</param>
/// <param name="Part">The part with the greatest chance, whose reasons <see cref="PartsRecommender.Explain"/> tells; -1 where nothing speaks for any.</param>
/// <param name="PartProbability">The chance of that part; 0 for none.</param>
public readonly record struct TagChance(DemandTag Tag, double Probability, double ExpectedLines, int Part, double PartProbability);
