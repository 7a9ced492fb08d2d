using System.Collections.Immutable;

namespace StoreOps.Domain.Vehicles;

/// <summary>A world manufacturer identifier: who built the vehicle.</summary>
/// <param name="Wmi">Three characters, or six for a small maker: positions 1 to 3 and 12 to 14.</param>
/// <param name="Manufacturer">The manufacturer's name in the source.</param>
/// <param name="Makes">The makes as on the badge, the likeliest first; empty when no source names one.</param>
/// <param name="ChineseName">The manufacturer's Chinese name; null when no source has it.</param>
/// <param name="Sources">Where the entry comes from.</param>
public sealed record WmiEntry(string Wmi, string Manufacturer, ImmutableArray<string> Makes, string? ChineseName, WmiSources Sources)
{
    /// <summary>Gets where the vehicles are built, as the host's list states it.</summary>
    /// <value>Null when not stated, as in all entries that come with the library.</value>
    public string? Country { get; init; }

    /// <summary>Gets how the host knows of this entry.</summary>
    /// <value>Null when not stated; for the entries that come with the library <see cref="Sources"/> tells.</value>
    public string? Reference { get; init; }

    /// <summary>Gets what position 7 of a North American VIN says about the model year.</summary>
    internal CycleMark CycleMark { get; init; }
}

/// <summary>What position 7 says, by 49 CFR 565.15 (d): it binds cars and light trucks only.</summary>
internal enum CycleMark
{
    /// <summary>Nothing: a motorcycle, a trailer, a bus, or a kind that is not known.</summary>
    None = 0,

    /// <summary>A letter makes the later year likely: one identifier serves light and heavy trucks.</summary>
    Likely = 1,

    /// <summary>A letter means 2010 or later.</summary>
    Binding = 2,
}
