using System.Globalization;

namespace StoreOps.Domain.Vehicles;

/// <summary>One difference between a candidate and the text that was scanned or typed.</summary>
/// <param name="Kind">Why it was made.</param>
/// <param name="Position">The position from 1: in the candidate, of a removed character in the text without its separators. 0 for notation.</param>
/// <param name="From">The character that stood there; of exchanged neighbors the first; '\0' for notation and where one was put in.</param>
/// <param name="To">The character that the candidate has; '\0' for notation and where one was left out.</param>
public readonly record struct VinChange(VinChangeKind Kind, int Position, char From, char To)
{
    // Positions 12 to 17 are the serial number.
    private const int LastLogged = 11;

    /// <summary>Returns the change as a sentence for a developer, fit for logs: of the serial number it shows no character.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var from = Position > LastLogged ? '*' : From;
        var to = Position > LastLogged ? '*' : To;
        return Kind switch
        {
            VinChangeKind.Notation => "Separators, width or script of the characters changed.",
            VinChangeKind.ForbiddenLetter => string.Create(CultureInfo.InvariantCulture, $"Position {Position}: '{from}' is no character of a VIN; read as '{to}'."),
            VinChangeKind.Lookalike => string.Create(CultureInfo.InvariantCulture, $"Position {Position}: '{from}' looks like '{to}'."),
            VinChangeKind.Transposed => string.Create(CultureInfo.InvariantCulture, $"Positions {Position} and {Position + 1}: exchanged."),
            VinChangeKind.Removed => string.Create(CultureInfo.InvariantCulture, $"Position {Position}: '{from}' left out."),
            VinChangeKind.Inserted => string.Create(CultureInfo.InvariantCulture, $"Position {Position}: '{to}' put in."),
            _ => string.Create(CultureInfo.InvariantCulture, $"Position {Position}: '{from}' replaced by '{to}'."),
        };
    }
}
