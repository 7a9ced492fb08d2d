namespace StoreOps.Domain.Maintenance;

/// <summary>An identifier of another system, carried and not interpreted: an ACES part type, a TecDoc article group, an OE number.</summary>
/// <param name="System">The system, for example "aces-part-type"; compared exactly.</param>
/// <param name="Value">The identifier in it; compared exactly.</param>
public sealed record ExternalKey(string System, string Value);
