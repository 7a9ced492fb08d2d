using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Evaluation;

/// <summary>A vehicle's first visit from the day of a <see cref="TimeSplit"/> on, and what was known of the vehicle before that day.</summary>
/// <param name="Known">The vehicle with its visits before the day; none, where it is new.</param>
/// <param name="Visit">The visit: its day and odometer are known when it is asked for, its parts are the truth.</param>
public sealed record SplitQuestion(TrainingVehicle Known, TrainingVisit Visit);
