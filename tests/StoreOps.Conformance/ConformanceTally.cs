namespace StoreOps.Conformance;

/// <summary>How many cases of a file passed, failed and could not be expressed.</summary>
internal readonly record struct ConformanceTally(int Passed, int Failed, int Skipped)
{
    public static ConformanceTally OnePassed => new(1, 0, 0);

    public static ConformanceTally OneFailed => new(0, 1, 0);

    public static ConformanceTally OneSkipped => new(0, 0, 1);

    public static ConformanceTally operator +(ConformanceTally left, ConformanceTally right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
