namespace StoreOps.Recommend.Training;

/// <summary>What can be wrong with the bytes of <see cref="PartCounts"/>. A code never changes its meaning.</summary>
public static class PartCountsCodes
{
    /// <summary>Not the bytes of counts.</summary>
    public const string NotCounts = "SOK001";

    /// <summary>A version that this library does not read.</summary>
    public const string Version = "SOK002";

    /// <summary>Shorter or longer than they say.</summary>
    public const string Length = "SOK003";

    /// <summary>The content does not match its hash.</summary>
    public const string Damaged = "SOK004";

    /// <summary>A number or a name that cannot be read.</summary>
    public const string Unreadable = "SOK005";

    /// <summary>Names or counts out of order, double, or of nothing.</summary>
    public const string Order = "SOK006";

    /// <summary>A count that no visits could have given.</summary>
    public const string Impossible = "SOK007";
}
