using StoreOps.Rules.Explanations;

namespace StoreOps.Recommend.Parts;

/// <summary>One term of a recommendation's score.</summary>
/// <param name="Code">One of <see cref="RecommendationCodes"/>.</param>
/// <param name="Value">What it adds to the log-odds; below zero when it speaks against.</param>
/// <param name="Evidence">The numbers it rests on.</param>
public sealed record RecommendationReason(string Code, double Value, Evidence Evidence);
