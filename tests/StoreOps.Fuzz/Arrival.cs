using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Monetary;

namespace StoreOps.Fuzz;

/// <summary>An object of a host with objects in it, anything of which may be missing.</summary>
internal sealed record Arrival(Car? Car, IReadOnlyList<PartLine>? Parts)
{
    public static Arrival Any(Random random) => new(
        random.Next(4) == 0 ? null : Car.Any(random), random.Next(4) == 0 ? null : [.. Enumerable.Range(0, random.Next(4)).Select(_ => PartLine.Any(random))]);
}

internal sealed record Car(string? Make, long? Kilometers, Instant? Since, ImmutableArray<string> Tags, Owner? Owner)
{
    public static Car Any(Random random) => new(
        random.Next(3) == 0 ? null : "Toyota", random.Next(3) == 0 ? null : random.Next(200_000), random.Next(3) == 0 ? null : Instant.FromUnixTimeSeconds(random.Next()),
        random.Next(3) == 0 ? default : ["vip"], random.Next(3) == 0 ? null : Owner.Any(random));
}

internal sealed record Owner(string? Name, Money? Paid, bool? IsFleet)
{
    public static Owner Any(Random random) => new(
        random.Next(3) == 0 ? null : "王", random.Next(3) == 0 ? null : Money.FromMinorUnits(random.Next(9_999), Currency.Cny), random.Next(3) == 0 ? null : random.Next(2) == 0);
}

internal sealed record PartLine(string? Slot, decimal? Price, long? Uses)
{
    public static PartLine Any(Random random) =>
        new(random.Next(3) == 0 ? null : "tire", random.Next(3) == 0 ? null : random.Next(9_999) / 100m, random.Next(3) == 0 ? null : random.Next(5));
}
