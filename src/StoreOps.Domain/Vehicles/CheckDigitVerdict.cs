namespace StoreOps.Domain.Vehicles;

/// <summary>What the check digit says about a VIN.</summary>
public enum CheckDigitVerdict
{
    /// <summary>It is right. The default.</summary>
    Valid = 0,

    /// <summary>It is wrong, where the market requires it: the VIN is mistyped, or one of the few exceptions.</summary>
    Invalid = 1,

    /// <summary>It does not match, where the market does not use one: nothing follows.</summary>
    NotUsed = 2,
}
