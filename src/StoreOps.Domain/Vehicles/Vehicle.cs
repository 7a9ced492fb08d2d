using System.Collections.Immutable;

using NodaTime;

namespace StoreOps.Domain.Vehicles;

/// <summary>A vehicle as the shop knows it. Whatever is not known stays empty, and nothing is guessed from it.</summary>
public sealed record Vehicle
{
    /// <summary>Gets the host's own identifier of the vehicle.</summary>
    /// <value>Not empty; compared ordinally.</value>
    public required string Id { get; init; }

    /// <summary>Gets the vehicle identification number.</summary>
    /// <value>Null when not known.</value>
    public Vin? Vin { get; init; }

    /// <summary>Gets the license plate.</summary>
    /// <value>Null when not known.</value>
    public LicensePlate? Plate { get; init; }

    /// <summary>Gets the make as spelled on the badge, for example "Volkswagen".</summary>
    /// <value>Null when not known.</value>
    public string? Make { get; init; }

    /// <summary>Gets the model, for example "Passat".</summary>
    /// <value>Null when not known.</value>
    public string? Model { get; init; }

    /// <summary>Gets the model year.</summary>
    /// <value>Null when not known.</value>
    public int? ModelYear { get; init; }

    /// <summary>Gets the market the vehicle was built for, for example "China".</summary>
    /// <value>Null when not known.</value>
    public string? Market { get; init; }

    /// <summary>Gets what drives the wheels.</summary>
    /// <value>The default is <see cref="Powertrain.Unknown"/>.</value>
    public Powertrain Powertrain { get; init; }

    /// <summary>Gets the maker's engine or gearbox codes, for example "4JB1T" or "DSG7".</summary>
    /// <value>Empty when not known.</value>
    public ImmutableArray<string> EngineCodes { get; init; } = [];

    /// <summary>Gets the maker's build (option) codes, for example "QI4".</summary>
    /// <value>Empty when not known.</value>
    public ImmutableArray<string> BuildCodes { get; init; } = [];

    /// <summary>Gets the kinds of part fitted where a schedule asks, for example "iridium" spark plugs.</summary>
    /// <value>Empty when not known.</value>
    public ImmutableArray<string> FittedParts { get; init; } = [];

    /// <summary>Gets the grades that the oil in the engine meets, for example "API SN PLUS" or "VW 504.00".</summary>
    /// <value>Empty when not known.</value>
    public ImmutableArray<string> OilGrades { get; init; } = [];

    /// <summary>Gets the date of first registration: months are counted from it.</summary>
    /// <value>Null when not known.</value>
    public LocalDate? FirstRegistration { get; init; }

    /// <summary>Returns the identifier only: VIN and plate are personal data and stay out of logs.</summary>
    /// <returns>The identifier.</returns>
    public override string ToString() => Id;
}
