using System.Collections.Immutable;

namespace StoreOps.Domain.Vehicles;

/// <summary>A VIN that a text may have meant. A person compares it with the car before anything uses it.</summary>
/// <param name="Decoded">What the candidate tells.</param>
/// <param name="Changes">What was changed to get there; never empty.</param>
public sealed record VinCandidate(DecodedVin Decoded, ImmutableArray<VinChange> Changes)
{
    /// <summary>Gets the candidate.</summary>
    public Vin Vin => Decoded.Vin;

    /// <summary>Returns the candidate without its serial number, and the changes, fit for logs.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Decoded + ": " + string.Join(" ", Changes);
}
