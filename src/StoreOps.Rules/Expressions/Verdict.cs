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

    /// <summary>It failed on these facts, for example by a division by zero; what fails does not hold. <see cref="Condition.Explain"/> says where.</summary>
    Error = 3,
}
