namespace StoreOps.Rules.Expressions.Syntax;

/// <summary>The words that CEL keeps for itself.</summary>
internal static class Reserved
{
    public static bool IsLiteral(string name) => name is "true" or "false" or "null" or "in";

    public static bool IsReserved(string name) => IsLiteral(name)
        || name is "as" or "break" or "const" or "continue" or "else" or "for" or "function" or "if" or "import" or "let" or "loop"
            or "package" or "namespace" or "return" or "var" or "void" or "while";

    /// <summary>Returns what stands here for a word of other languages; empty for any other.</summary>
    public static string Meant(string word) => word.ToUpperInvariant() switch
    {
        "AND" => ". For \"and\", write &&",
        "OR" => ". For \"or\", write ||",
        "NOT" => ". For \"not\", write !",
        "IS" => ". To compare, write ==",
        _ => string.Empty,
    };
}
