namespace StoreOps.Domain.Vehicles;

/// <summary>What a VIN tells.</summary>
/// <param name="Vin">The VIN.</param>
/// <param name="Maker">Who built the vehicle; null when the identifier is not known.</param>
/// <param name="Make">The make, or the likeliest of several; null when it is not known.</param>
/// <param name="ModelYear">The model year.</param>
/// <param name="CheckDigit">What the check digit says.</param>
public readonly record struct DecodedVin(Vin Vin, WmiEntry? Maker, string? Make, ModelYear ModelYear, CheckDigitVerdict CheckDigit)
{
    /// <summary>Returns a vehicle with what this VIN tells and the host does not know: the make, and a model year that is certain.</summary>
    /// <param name="vehicle">The vehicle; what it states is kept.</param>
    /// <returns>The completed vehicle.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicle"/> is null.</exception>
    public Vehicle Complete(Vehicle vehicle)
    {
        ArgumentNullException.ThrowIfNull(vehicle);
        return vehicle with
        {
            Make = vehicle.Make ?? Make,
            ModelYear = vehicle.ModelYear ?? (ModelYear.Certainty == ModelYearCertainty.Certain ? ModelYear.Year : null),
        };
    }

    /// <summary>Returns the VIN without its serial number, the make and the model year, fit for logs.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Vin.ToLogString() + " " + (Make ?? "?") + " " + ModelYear.Certainty + " " +
        ModelYear.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
