using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Visits;

/// <summary>Visits planned for a <see cref="VisitProblem"/>, with what they cost.</summary>
/// <param name="Visits">The visits, the earliest first.</param>
/// <param name="CostMicros">The visits' cost and the wasted life together, in millionths of the unit of the visit cost.</param>
/// <param name="LostLifeMillionths">The life thrown away over all services, in millionths of an interval.</param>
/// <param name="IsProvenBest">Whether the search ended within its budget: no plan whose every visit waits for some service's last chance costs less.</param>
/// <param name="IsCutShort">Whether the plan ends before the horizon, at the largest number of visits.</param>
public sealed record VisitSolution(
    ImmutableArray<VisitStop> Visits, long CostMicros, long LostLifeMillionths, bool IsProvenBest, bool IsCutShort);

/// <summary>One visit of a solution.</summary>
/// <param name="Odometer">About where the odometer will stand.</param>
/// <param name="Date">About which day it will be.</param>
/// <param name="Works">What is done, in the order of the problem's services.</param>
public sealed record VisitStop(Odometer Odometer, LocalDate Date, ImmutableArray<VisitWork> Works);

/// <summary>One service at a visit.</summary>
/// <param name="ItemIndex">The place of the service in the problem.</param>
/// <param name="IsPulledForward">Whether it is done before its limit, because the vehicle is there; else at its limit or within its allowance.</param>
/// <param name="EarlyKilometers">How far before its limit, in kilometers at the daily distance; zero when it is reached.</param>
/// <param name="EarlyDays">How long before its limit, in days; zero when it is reached.</param>
/// <param name="LostLifeMillionths">How much of its interval is thrown away, from 0 to 1,000,000.</param>
/// <param name="IsByDate">Whether a date makes it due, so that how far the vehicle is driven does not matter.</param>
public readonly record struct VisitWork(
    int ItemIndex, bool IsPulledForward, int EarlyKilometers, int EarlyDays, int LostLifeMillionths, bool IsByDate = false);
