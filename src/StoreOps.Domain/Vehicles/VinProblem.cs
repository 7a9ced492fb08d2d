using System.Globalization;

namespace StoreOps.Domain.Vehicles;

/// <summary>Why a text is no vehicle identification number.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">The position from 1 of the first wrong character; the number of characters when the length is wrong.</param>
/// <param name="Character">The wrong character; without meaning when the length is wrong.</param>
public readonly record struct VinProblem(VinProblemKind Kind, int Position, char Character)
{
    /// <summary>Returns the problem as a sentence for a developer.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        VinProblemKind.None => string.Empty,
        VinProblemKind.Length when Position == Vin.Length - 1 => "A VIN has 17 characters; it had 16, one too few.",
        VinProblemKind.Length when Position == Vin.Length + 1 => "A VIN has 17 characters; it had 18, one too many.",
        VinProblemKind.Length => string.Create(CultureInfo.InvariantCulture, $"A VIN has 17 characters; it had {Position}."),
        _ => string.Create(CultureInfo.InvariantCulture, $"A VIN has digits and the letters A to Z without I, O and Q; position {Position} was '{Character}'."),
    };
}
