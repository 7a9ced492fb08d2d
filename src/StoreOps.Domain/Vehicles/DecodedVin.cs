namespace StoreOps.Domain.Vehicles;

/// <summary>What a VIN tells.</summary>
/// <param name="Vin">The VIN.</param>
/// <param name="Maker">Who built the vehicle; null when the identifier is not known.</param>
/// <param name="Make">The make, or the likeliest of several; null when it is not known.</param>
/// <param name="ModelYear">The model year.</param>
/// <param name="CheckDigit">What the check digit says.</param>
public readonly record struct DecodedVin(Vin Vin, WmiEntry? Maker, string? Make, ModelYear ModelYear, CheckDigitVerdict CheckDigit)
{
    /// <summary>Returns the VIN without its serial number, the make and the model year, fit for logs.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Vin.ToLogString() + " " + (Make ?? "?") + " " + ModelYear.Certainty + " " +
        ModelYear.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
