namespace StoreOps.Recommend.Models;

/// <summary>Everything a model file holds, as arrays.</summary>
internal sealed class ModelTables
{
    public required string[] Parts { get; init; }

    public required string[] Families { get; init; }

    public required string[] Tags { get; init; }

    public required string[] Categories { get; init; }

    /// <summary>Gets for each part the levels of popularity, recent popularity, repeat rate and repeat lift.</summary>
    public required byte[] PartLevels { get; init; }

    public required uint[] PartVisits { get; init; }

    public required ushort[] CategoryOf { get; init; }

    /// <summary>Gets for each part its interval in kilometers and in months; zero for none.</summary>
    public required int[] Intervals { get; init; }

    public required byte[] Season { get; init; }

    public required byte[] Rhythm { get; init; }

    public required byte[] KilometersSince { get; init; }

    public required byte[] MonthsSince { get; init; }

    public required Relation SameVehicle { get; init; }

    public required Relation SameVisit { get; init; }

    public required Relation Sequence { get; init; }

    public required Relation Similar { get; init; }

    public required Relation Usage { get; init; }

    public required uint[] Popular { get; init; }

    public required float[] Tables { get; init; }

    public required float[] Intercepts { get; init; }

    /// <summary>Gets what a sum has to reach for a part to be considered: same vehicle, sequence, same visit.</summary>
    public required uint[] Floors { get; init; }

    /// <summary>Gets the numbers of <see cref="ModelFact"/>.</summary>
    public required long[] Facts { get; init; }
}
