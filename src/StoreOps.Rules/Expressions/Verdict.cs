namespace StoreOps.Rules.Expressions;

/// <summary>The answer of a condition. What is not known stays unknown unless the rest decides.</summary>
public enum Verdict
{
    /// <summary>The condition does not hold. The default.</summary>
    False = 0,

    /// <summary>The condition holds.</summary>
    True = 1,

    /// <summary>It depends on a fact that is not known.</summary>
    Unknown = 2,
}
