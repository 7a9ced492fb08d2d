using System.Globalization;

namespace StoreOps.Domain.Vehicles;

/// <summary>A distance travelled, as the vehicle's odometer shows it, in whole kilometers.</summary>
/// <remarks>
/// The default value is zero kilometers, a real reading: a new car.
/// <see cref="CompareTo(Odometer)"/> orders by distance.
/// </remarks>
public readonly record struct Odometer : IComparable<Odometer>, IComparable
#if NET
    , System.Numerics.IComparisonOperators<Odometer, Odometer, bool>
#endif
{
    /// <summary>The largest reading accepted, in kilometers.</summary>
    /// <remarks>Seven digits: trucks pass a million, typing mistakes pass ten.</remarks>
    public const int MaxKilometers = 9_999_999;

    // The international mile is 1.609344 km exactly; kept as integers so that no binary fraction enters.
    private const long MetersPerThousandMiles = 1_609_344;

    private Odometer(int kilometers) => Kilometers = kilometers;

    /// <summary>Gets the distance in whole kilometers.</summary>
    /// <value>From 0 to <see cref="MaxKilometers"/>.</value>
    public int Kilometers { get; }

    /// <summary>Creates a reading from whole kilometers.</summary>
    /// <param name="kilometers">The distance shown.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="kilometers"/> is below 0 or above <see cref="MaxKilometers"/>.
    /// </exception>
    public static Odometer FromKilometers(int kilometers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(kilometers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(kilometers, MaxKilometers);
        return new Odometer(kilometers);
    }

    /// <summary>Creates a reading from whole miles, rounded to the nearest kilometer.</summary>
    /// <param name="miles">The distance shown, in international miles of 1.609344 km.</param>
    /// <returns>The reading; half a kilometer rounds up.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="miles"/> is below 0 or gives more than <see cref="MaxKilometers"/>.
    /// </exception>
    public static Odometer FromMiles(int miles)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(miles);
        var kilometers = ((miles * MetersPerThousandMiles) + 500_000) / 1_000_000;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(kilometers, MaxKilometers, nameof(miles));
        return new Odometer((int)kilometers);
    }

    /// <summary>Returns the kilometers travelled since an earlier reading.</summary>
    /// <param name="earlier">The reading to count from.</param>
    /// <returns>The difference; negative when the odometer was replaced or mistyped.</returns>
    public int KilometersSince(Odometer earlier) => Kilometers - earlier.Kilometers;

    /// <summary>Returns the distance in whole miles, rounded to the nearest.</summary>
    /// <returns>The miles; half a mile rounds up.</returns>
    public int ToMiles() => (int)(((Kilometers * 1_000_000L) + (MetersPerThousandMiles / 2)) / MetersPerThousandMiles);

    /// <inheritdoc/>
    public int CompareTo(Odometer other) => Kilometers.CompareTo(other.Kilometers);

    // F# needs the non-generic interface for its < and > operators.
    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Odometer other => CompareTo(other),
        _ => throw new ArgumentException("An odometer compares only with an odometer.", nameof(obj)),
    };

    /// <summary>Tells whether the left reading is smaller.</summary>
    public static bool operator <(Odometer left, Odometer right) => left.Kilometers < right.Kilometers;

    /// <summary>Tells whether the left reading is larger.</summary>
    public static bool operator >(Odometer left, Odometer right) => left.Kilometers > right.Kilometers;

    /// <summary>Tells whether the left reading is smaller or equal.</summary>
    public static bool operator <=(Odometer left, Odometer right) => left.Kilometers <= right.Kilometers;

    /// <summary>Tells whether the left reading is larger or equal.</summary>
    public static bool operator >=(Odometer left, Odometer right) => left.Kilometers >= right.Kilometers;

    /// <summary>Returns the reading with its unit, as in "61240 km".</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kilometers} km");
}
