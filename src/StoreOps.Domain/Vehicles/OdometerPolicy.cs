using System.Collections.Immutable;

using NodaTime;

namespace StoreOps.Domain.Vehicles;

/// <summary>What is known about a vehicle's use besides its readings.</summary>
public sealed record OdometerPolicy
{
    /// <summary>What is assumed of a private car.</summary>
    public static OdometerPolicy Default { get; } = new();

    /// <summary>Gets the most kilometers a day that the vehicle is believed to drive over any span.</summary>
    /// <value>From 1 to 5,000. 600 by default; 1,000 suits a taxi.</value>
    public int MaxKilometersPerDay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 5_000);
            field = value;
        }
    } = OdometerJudge.MaxKilometersPerDay;

    /// <summary>Gets the distance of a day that is assumed until the readings say otherwise: the median of the shop or of the class.</summary>
    /// <value>In meters, from 0 to 1,000,000. 36,986 by default: 13,500 km a year.</value>
    public int PriorMetersPerDay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000_000);
            field = value;
        }
    } = 36_986;

    /// <summary>Gets the day of first registration; with it, the vehicle's age and distance replace <see cref="PriorMetersPerDay"/>.</summary>
    public LocalDate? FirstRegistration { get; init; }

    /// <summary>Gets the odometers that were replaced, in any order.</summary>
    public ImmutableArray<OdometerReplacement> Replacements { get; init; } = [];
}
