namespace StoreOps.Recommend.Evaluation;

/// <summary>Candidates of about the same chance.</summary>
/// <param name="Count">How many they are.</param>
/// <param name="Chance">The mean of the chances that were told.</param>
/// <param name="Share">The share of them that was taken.</param>
public readonly record struct ReliabilityBin(int Count, double Chance, double Share);
