using System.Collections.Immutable;

namespace StoreOps.Domain.Vehicles;

/// <summary>A world manufacturer identifier: who built the vehicle.</summary>
/// <param name="Wmi">Three characters, or six for a small maker: positions 1 to 3 and 12 to 14.</param>
/// <param name="Manufacturer">The manufacturer's name in the source.</param>
/// <param name="Makes">The makes as on the badge, the likeliest first; empty when no source names one.</param>
/// <param name="ChineseName">The manufacturer's Chinese name; null when no source has it.</param>
/// <param name="Sources">Where the entry comes from.</param>
public sealed record WmiEntry(string Wmi, string Manufacturer, ImmutableArray<string> Makes, string? ChineseName, WmiSources Sources);
