namespace StoreOps.Recommend.Parts;

/// <summary>What a customer may soon need: the predictive tags, the third level after facts and rules.</summary>
/// <remarks>The numbers are kept by hosts with what they predicted: one never changes its meaning.</remarks>
public enum DemandTag
{
    /// <summary>Engine oil and what goes with it.</summary>
    OilService = 0,

    /// <summary>Air, cabin and fuel filters.</summary>
    Filters = 1,

    /// <summary>Pads, discs, drums and brake fluid.</summary>
    Brakes = 2,

    /// <summary>Tires.</summary>
    Tires = 3,

    /// <summary>Wheel alignment and balance.</summary>
    WheelAlignment = 4,

    /// <summary>The starter battery.</summary>
    Battery = 5,

    /// <summary>Spark plugs, coils and cleaning of the intake.</summary>
    Ignition = 6,

    /// <summary>Transmission fluid and its service.</summary>
    Transmission = 7,

    /// <summary>Coolant, pump and thermostat.</summary>
    Cooling = 8,

    /// <summary>Cleaning, refrigerant and repair of the air conditioning.</summary>
    AirConditioning = 9,

    /// <summary>Wipers, washer fluid, bulbs and headlights.</summary>
    Visibility = 10,

    /// <summary>Shock absorbers, bushings and joints.</summary>
    Suspension = 11,

    /// <summary>Drive belts, timing belt or chain.</summary>
    Belts = 12,

    /// <summary>Washing, detailing and accessories.</summary>
    CarCare = 13,
}
