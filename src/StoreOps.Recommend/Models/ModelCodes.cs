namespace StoreOps.Recommend.Models;

/// <summary>What can be wrong with a model file. A code never changes its meaning.</summary>
public static class ModelCodes
{
    /// <summary>Not a model file, or one for another kind of machine.</summary>
    public const string NotAModel = "SOM001";

    /// <summary>A version that this library does not read.</summary>
    public const string Version = "SOM002";

    /// <summary>Shorter or longer than it says.</summary>
    public const string Length = "SOM003";

    /// <summary>The content does not match its hash.</summary>
    public const string Damaged = "SOM004";

    /// <summary>A section lies outside the file or has a length that cannot be.</summary>
    public const string Section = "SOM005";

    /// <summary>A section names a part or a place that the model does not have.</summary>
    public const string Reference = "SOM006";

    /// <summary>A weight is no number.</summary>
    public const string NotANumber = "SOM007";
}
