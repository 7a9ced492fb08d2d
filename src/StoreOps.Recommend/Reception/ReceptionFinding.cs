namespace StoreOps.Recommend.Reception;

/// <summary>Something about an arrival that a person should look at.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">What it is about: an id, a value.</param>
public sealed record ReceptionFinding(ReceptionFindingKind Kind, string Subject);
