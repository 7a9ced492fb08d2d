using StoreOps.Domain.Vehicles;

namespace StoreOps.Recommend.Reception;

/// <summary>Names the model family of a vehicle, for hosts that have no finer one: the same in training and at the desk.</summary>
public static class ModelFamily
{
    /// <summary>Returns make and model in lower case, such as "mazda mazda3".</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <returns>The family; empty where make or model are not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicle"/> is null.</exception>
    public static string Of(Vehicle vehicle)
    {
        ArgumentNullException.ThrowIfNull(vehicle);
        return string.IsNullOrWhiteSpace(vehicle.Make) || string.IsNullOrWhiteSpace(vehicle.Model)
            ? string.Empty
            : (vehicle.Make!.Trim() + " " + vehicle.Model!.Trim()).ToLowerInvariant();
    }
}
