namespace StoreOps.Testing.Workshops;

/// <summary>A made-up visit.</summary>
/// <param name="Day">The day, counted from 2020-01-01.</param>
/// <param name="Month">Its month, from 1 to 12.</param>
/// <param name="Kilometers">The true odometer.</param>
/// <param name="NotedKilometers">What the shop noted; null for nothing.</param>
/// <param name="Taken">The parts that were sold; none, where nothing was worn.</param>
/// <param name="Noted">Those of them that were noted.</param>
/// <param name="Chances">For each category the true chance, the moment before the visit, that one of its parts is sold.</param>
public sealed record WorkshopVisit(
    int Day, int Month, int Kilometers, int? NotedKilometers, IReadOnlyList<int> Taken, IReadOnlyList<int> Noted, IReadOnlyList<double> Chances);
