namespace StoreOps.Recommend.Evaluation.Baselines;

/// <summary>The parameters of TIFU-KNN.</summary>
/// <param name="Neighbors">How many neighbors; 1 or above.</param>
/// <param name="WithinDecay">What a visit counts against the one after it; above 0, up to 1.</param>
/// <param name="GroupDecay">What a group of visits counts against the one after it; above 0, up to 1.</param>
/// <param name="OwnShare">The share of the vehicle's own history in the score; from 0 to 1.</param>
/// <param name="Groups">How many groups; 1 or above.</param>
public sealed record TifuOptions(int Neighbors, double WithinDecay, double GroupDecay, double OwnShare, int Groups);
