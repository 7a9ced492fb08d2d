namespace StoreOps.Recommend.Training;

/// <summary>How far a training has come.</summary>
/// <param name="Stage">What it does.</param>
/// <param name="Percent">How much of all work is done, from 0 to 100.</param>
public readonly record struct TrainingProgress(TrainingStage Stage, int Percent);
