using System.Collections.Immutable;

namespace StoreOps.Domain.Vehicles;

/// <summary>What a text from a scanner or a keyboard is as a VIN, and what it may have meant.</summary>
/// <param name="Vin">The VIN, where the text is one as it stands; null where it is none.</param>
/// <param name="Problem">What is wrong, in the text without its separators; nothing where the text is a VIN as it stands.</param>
/// <param name="Candidates">What it may have meant, the likeliest first; empty where there is no reason for a doubt, and where nothing is near.</param>
public sealed record VinReading(Vin? Vin, VinProblem Problem, ImmutableArray<VinCandidate> Candidates)
{
    /// <summary>Returns the VIN without its serial number or the problem, and the number of candidates, fit for logs.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        (Vin is { } vin ? vin.ToLogString() : Problem.ToString()) + " " +
        Candidates.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + " candidates";
}
