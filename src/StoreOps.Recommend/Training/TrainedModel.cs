using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>A trained model, and what its training saw.</summary>
/// <param name="Model">The model; <see cref="PartsModel.File"/> is the file to keep.</param>
/// <param name="Rows">How many candidates of past visits the weights were fitted on.</param>
/// <param name="Taken">How many of them were taken.</param>
/// <param name="HadBefore">How the log-odds of parts that the vehicle had were set right.</param>
/// <param name="NeverHad">How the log-odds of parts that the vehicle never had were set right.</param>
public sealed record TrainedModel(PartsModel Model, long Rows, long Taken, LogOddsCalibration HadBefore, LogOddsCalibration NeverHad);
