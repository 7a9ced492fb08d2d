namespace StoreOps.Domain.Vehicles;

/// <summary>What the check digit says about a VIN. It never refuses one: a wrong digit is a reason to compare with the car.</summary>
public enum CheckDigitVerdict
{
    /// <summary>It is right. The default.</summary>
    Valid = 0,

    /// <summary>
    /// A warning: it is wrong, where the place of manufacture or the market requires it. The VIN is mistyped, or one of the few whose maker
    /// got it wrong and the authority took it nevertheless: about 3 in 100 of what NHTSA has.
    /// </summary>
    Invalid = 1,

    /// <summary>Position 9 is a letter that is no check digit, where none is required: nothing follows.</summary>
    NotUsed = 2,

    /// <summary>It does not match, where none is required: the maker uses position 9 otherwise, or the VIN is mistyped.</summary>
    Doubtful = 3,
}
