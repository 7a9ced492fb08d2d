namespace StoreOps.Domain.Maintenance;

/// <summary>After how many kilometers and months something is done, for the first time and again: whichever comes first.</summary>
/// <param name="EveryKilometers">The repeat interval in kilometers; null when kilometers do not count.</param>
/// <param name="EveryMonths">The repeat interval in months; null when time does not count.</param>
/// <param name="FirstKilometers">The first interval in kilometers, where it differs.</param>
/// <param name="FirstMonths">The first interval in months, where it differs.</param>
/// <remarks>Each is above zero where it is set. The default value states nothing.</remarks>
public readonly record struct ServiceLimits(int? EveryKilometers, int? EveryMonths, int? FirstKilometers = null, int? FirstMonths = null)
{
    /// <summary>Gets a value indicating whether no limit is stated.</summary>
    public bool IsEmpty => (EveryKilometers ?? EveryMonths ?? FirstKilometers ?? FirstMonths) is null;

    /// <summary>Gets the kilometers at which it is first due on a new vehicle.</summary>
    public int? FirstDueKilometers => FirstKilometers ?? EveryKilometers;

    /// <summary>Gets the months after which it is first due on a new vehicle.</summary>
    public int? FirstDueMonths => FirstMonths ?? EveryMonths;
}
