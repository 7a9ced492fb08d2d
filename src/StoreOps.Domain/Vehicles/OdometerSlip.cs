namespace StoreOps.Domain.Vehicles;

/// <summary>How a reading is mistyped.</summary>
public enum OdometerSlip
{
    /// <summary>Two neighboring digits changed places.</summary>
    DigitsSwapped = 1,

    /// <summary>One digit is another.</summary>
    DigitWrong = 2,

    /// <summary>One digit was left out.</summary>
    DigitDropped = 3,

    /// <summary>One digit was typed that is not there.</summary>
    DigitAdded = 4,

    /// <summary>The miles of the odometer were taken for kilometers.</summary>
    MilesForKilometers = 5,
}
