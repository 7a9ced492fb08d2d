namespace StoreOps.Rules.Expressions;

/// <summary>The kinds of mistake in an expression. A code never changes its meaning.</summary>
public static class ExpressionIssueCodes
{
    /// <summary>A word stands where it cannot, or cannot be read.</summary>
    public const string Syntax = "SOE001";

    /// <summary>The source is too long.</summary>
    public const string TooLong = "SOE002";

    /// <summary>The expression is too deep or has too many parts.</summary>
    public const string TooLarge = "SOE003";

    /// <summary>A name is not declared.</summary>
    public const string UnknownName = "SOE010";

    /// <summary>A function or method does not exist.</summary>
    public const string UnknownFunction = "SOE011";

    /// <summary>Types do not fit an operator, a function or what was asked for.</summary>
    public const string WrongType = "SOE012";

    /// <summary>A macro is written in a form that it does not have.</summary>
    public const string WrongMacro = "SOE013";

    /// <summary>A named expression names itself, by way of others or alone.</summary>
    public const string Cycle = "SOE014";

    /// <summary>A named expression is itself wrong.</summary>
    public const string WrongNamedExpression = "SOE015";

    /// <summary>A regular expression, a time zone or another text is not what the function reads.</summary>
    public const string WrongText = "SOE016";

    /// <summary>The function is not there on the target framework that the host runs on.</summary>
    public const string NotOnThisTarget = "SOE017";
}
