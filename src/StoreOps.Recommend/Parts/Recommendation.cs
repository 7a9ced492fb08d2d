namespace StoreOps.Recommend.Parts;

/// <summary>A part worth offering.</summary>
/// <param name="Part">The part's number in the model.</param>
/// <param name="LogOdds">The sum of all terms.</param>
/// <param name="Probability">The chance that the line is accepted when it is offered: the logistic function of <paramref name="LogOdds"/>.</param>
/// <param name="Sources">Where it came from; at least one.</param>
/// <param name="Reasons">How many reasons were written for it.</param>
public readonly record struct Recommendation(int Part, double LogOdds, double Probability, PartSources Sources, int Reasons);
