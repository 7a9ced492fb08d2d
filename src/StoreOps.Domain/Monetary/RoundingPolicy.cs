namespace StoreOps.Domain.Monetary;

/// <summary>What happens to a fraction of a minor unit. Always named by the caller or by configuration, never a default of the runtime.</summary>
public enum RoundingPolicy
{
    /// <summary>To the nearest minor unit; a half goes away from zero (commercial rounding). The default of the libraries.</summary>
    HalfAwayFromZero = 0,

    /// <summary>To the nearest minor unit; a half goes to the even neighbor (banker's rounding).</summary>
    HalfEven = 1,

    /// <summary>To the nearest minor unit; a half goes toward zero.</summary>
    HalfTowardZero = 2,

    /// <summary>The fraction is cut off.</summary>
    TowardZero = 3,

    /// <summary>Any fraction counts as a whole minor unit.</summary>
    AwayFromZero = 4,

    /// <summary>Down the number line: -1.5 becomes -2.</summary>
    Floor = 5,

    /// <summary>Up the number line: -1.5 becomes -1.</summary>
    Ceiling = 6,
}
