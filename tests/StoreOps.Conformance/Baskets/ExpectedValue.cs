namespace StoreOps.Conformance.Baskets;

/// <summary>A value that somebody else published or measured.</summary>
internal sealed record ExpectedValue(string Ranker, string Measure, double Value, double Tolerance, string Source);
