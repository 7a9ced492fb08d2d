namespace StoreOps.Rules.Explanations;

/// <summary>The kinds of step that explanations consist of. A code never changes its meaning and is never used again for another.</summary>
public static class EvidenceCodes
{
    /// <summary>A fact was compared with a value.</summary>
    public const string Comparison = "comparison";

    /// <summary>All steps below have to be met.</summary>
    public const string And = "and";

    /// <summary>One of the steps below has to be met.</summary>
    public const string Or = "or";

    /// <summary>The step below must not be met.</summary>
    public const string Not = "not";

    /// <summary>A value written in the rule.</summary>
    public const string Constant = "constant";

    /// <summary>A condition that the pack gives a name.</summary>
    public const string NamedCondition = "named-condition";
}
