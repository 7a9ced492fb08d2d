namespace StoreOps.Rules.Expressions;

/// <summary>The type of a fact that conditions ask about.</summary>
public enum FactType
{
    /// <summary>Yes or no.</summary>
    Bool = 0,

    /// <summary>A whole number.</summary>
    Int = 1,

    /// <summary>An exact decimal number; amounts are in units of the shop's currency.</summary>
    Decimal = 2,

    /// <summary>A text.</summary>
    Text = 3,

    /// <summary>Several texts.</summary>
    TextList = 4,
}
