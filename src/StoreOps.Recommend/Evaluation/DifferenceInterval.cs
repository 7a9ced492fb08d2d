namespace StoreOps.Recommend.Evaluation;

/// <summary>The difference of two results, and where it lies with 95 % certainty.</summary>
/// <param name="Mean">The mean difference.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct DifferenceInterval(double Mean, double Low, double High);
