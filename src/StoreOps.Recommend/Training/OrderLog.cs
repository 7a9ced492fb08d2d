namespace StoreOps.Recommend.Training;

/// <summary>All visits as arrays of numbers, in an order that hangs on the ids alone.</summary>
internal sealed class OrderLog
{
    /// <summary>The odometer where nobody read it.</summary>
    public const int NoKilometers = -1;

    /// <summary>The day where nobody knows it.</summary>
    public const int NoDay = int.MinValue;

    public required string[] Parts { get; init; }

    public required string[] Families { get; init; }

    public required string[] Tags { get; init; }

    /// <summary>Gets the first visit of each vehicle, and after the last the number of visits.</summary>
    public required int[] VisitStarts { get; init; }

    /// <summary>Gets the first line of each visit, and after the last the number of lines.</summary>
    public required int[] LineStarts { get; init; }

    /// <summary>Gets the day of each visit, counted from 1970-01-01.</summary>
    public required int[] Days { get; init; }

    public required int[] Kilometers { get; init; }

    /// <summary>Gets the part of each line; within a visit ascending, each once.</summary>
    public required int[] Lines { get; init; }

    /// <summary>Gets the family of each vehicle; below zero when not known.</summary>
    public required int[] FamilyOf { get; init; }

    public required int[] InServiceDay { get; init; }

    /// <summary>Gets the usage tags of each vehicle, ascending.</summary>
    public required int[][] TagsOf { get; init; }

    /// <summary>Gets the parts that the inspection of each visit found worn, ascending; the lines of the log are what was taken.</summary>
    public required int[][] FindingsOf { get; init; }

    /// <summary>Gets a hash of each vehicle's id, from which random choices are made.</summary>
    public required ulong[] Hashes { get; init; }

    public int Vehicles => VisitStarts.Length - 1;

    public int Visits => LineStarts.Length - 1;

    public ReadOnlySpan<int> PartsOf(int visit) => Lines.AsSpan(LineStarts[visit], LineStarts[visit + 1] - LineStarts[visit]);

    /// <summary>Returns how many visits each vehicle has, less so many of its last.</summary>
    public int[] Lengths(int less)
    {
        var lengths = new int[Vehicles];
        for (var vehicle = 0; vehicle < lengths.Length; vehicle++)
            lengths[vehicle] = VisitStarts[vehicle + 1] - VisitStarts[vehicle] - less;
        return lengths;
    }
}
