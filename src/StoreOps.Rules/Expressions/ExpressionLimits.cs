using System.Globalization;

namespace StoreOps.Rules.Expressions;

/// <summary>How large an expression may be and how much work it may do, so that one from a stranger cannot hang or exhaust a program.</summary>
public sealed record ExpressionLimits
{
    /// <summary>The most links in a chain of one operator or of members, such as <c>a + b + c</c>.</summary>
    public const int MaxLinks = 128;

    /// <summary>Gets the limits used where none are named.</summary>
    public static ExpressionLimits Default { get; } = new();

    /// <summary>Gets the longest source, in characters.</summary>
    /// <value>4,096 by default.</value>
    public int MaxLength { get; init; } = 4_096;

    /// <summary>Gets the deepest nesting, named expressions included.</summary>
    /// <value>64 by default; at most 200, for the sake of small stacks.</value>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Gets the most parts, those behind names included.</summary>
    /// <value>1,024 by default.</value>
    public int MaxNodes { get; init; } = 1_024;

    /// <summary>Gets the most work of one evaluation.</summary>
    /// <value>
    /// 1,000,000 units by default. Each turn of a macro, each element looked at or copied, and each 16 characters of a text that is made or
    /// compared are a unit. The count does not depend on the machine.
    /// </value>
    public long MaxCost { get; init; } = 1_000_000;

    internal static string Say(string template, int number) => template.Replace("{0}", number.ToString(CultureInfo.InvariantCulture));
}
