using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Visits;

/// <summary>The coming visits of a vehicle, by its maintenance plan.</summary>
/// <param name="Visits">The visits, the earliest first.</param>
/// <param name="AskFirst">What nobody recorded: it is asked or looked at on the first visit, and never counted as due.</param>
/// <param name="CostMicros">The visits' cost and the wasted life together, in millionths of the unit of the costs.</param>
/// <param name="LostLifeMillionths">The life thrown away over all services, in millionths of an interval.</param>
/// <param name="IsProvenBest">Whether the search for the best plan came to its end within its budget.</param>
public sealed record VisitPlan(
    ImmutableArray<PlannedVisit> Visits,
    ImmutableArray<PlannedService> AskFirst,
    long CostMicros,
    long LostLifeMillionths,
    bool IsProvenBest);

/// <summary>One coming visit.</summary>
/// <param name="Odometer">About where the odometer will stand.</param>
/// <param name="Earliest">In one case of ten it comes before this day; the day itself where only dates call for the visit.</param>
/// <param name="Date">About which day it will be.</param>
/// <param name="Latest">In one case of ten it comes after this day; the day itself where only dates call for the visit.</param>
/// <param name="Services">What is done, in the order of the schedule. A part that is replaced is not also looked at.</param>
public sealed record PlannedVisit(Odometer Odometer, LocalDate Earliest, LocalDate Date, LocalDate Latest, ImmutableArray<VisitService> Services);

/// <summary>One service at a coming visit.</summary>
/// <param name="Service">The service, as it stands today.</param>
/// <param name="IsPulledForward">Whether it is done before its limit because the vehicle is there.</param>
/// <param name="EarlyKilometers">How far before its limit, in kilometers at the daily distance.</param>
/// <param name="EarlyDays">How long before its limit, in days.</param>
/// <param name="LostLifeMillionths">How much of its interval is thrown away, from 0 to 1,000,000.</param>
public sealed record VisitService(PlannedService Service, bool IsPulledForward, int EarlyKilometers, int EarlyDays, int LostLifeMillionths);
