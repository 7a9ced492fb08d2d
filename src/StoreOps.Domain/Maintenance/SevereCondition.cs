namespace StoreOps.Domain.Maintenance;

/// <summary>A kind of severe use that a schedule names.</summary>
/// <param name="Letter">The letter by which rules refer to it.</param>
/// <param name="Text">What it means, in English.</param>
public sealed record SevereCondition(string Letter, string Text);
