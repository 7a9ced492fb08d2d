using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

using StoreOps.Rules.Expressions.Binding;
using StoreOps.Rules.Expressions.Syntax;

namespace StoreOps.Rules.Expressions;

/// <summary>Turns the expressions of one rule pack into checked trees: CEL, the Common Expression Language (cel.dev), without protobuf.</summary>
/// <remarks>
/// <para>Names stand for facts, named constants and named sub-expressions. What CEL has and this library adds is described in docs/cel.md.</para>
/// <para>Bounded by <see cref="ExpressionLimits"/>, names included. Not safe for several threads at once; the conditions it makes are.</para>
/// </remarks>
public sealed class ConditionCompiler
{
    private readonly FactSchema _schema;
    private readonly ExpressionLimits _limits;
    private readonly NameTable _names;

    /// <summary>Initializes a new instance of the <see cref="ConditionCompiler"/> class.</summary>
    /// <param name="schema">The facts.</param>
    /// <param name="constants">The named constants; null for none.</param>
    /// <param name="expressions">The named sub-expressions; null for none.</param>
    /// <param name="container">The namespace in which names are looked for first, for example "com.example"; empty for none.</param>
    /// <param name="limits">How large expressions may be; null for the default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="schema"/> or <paramref name="container"/> is null.</exception>
    public ConditionCompiler(
        FactSchema schema,
        IReadOnlyDictionary<string, CelValue>? constants = null,
        IReadOnlyDictionary<string, string>? expressions = null,
        string container = "",
        ExpressionLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(container);
        _schema = schema;
        _limits = limits ?? ExpressionLimits.Default;
        _names = new NameTable(
            schema,
            constants ?? new Dictionary<string, CelValue>(StringComparer.Ordinal),
            expressions ?? new Dictionary<string, string>(StringComparer.Ordinal),
            container,
            ReadNamed);
    }

    /// <summary>Compiles a condition.</summary>
    /// <param name="source">The condition as written.</param>
    /// <param name="condition">Receives the condition; null when it is wrong.</param>
    /// <param name="issues">Receives what is wrong: empty on success.</param>
    /// <returns>Whether the condition is right.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    public bool TryCompile(string source, [NotNullWhen(true)] out Condition? condition, out ImmutableArray<ExpressionIssue> issues)
    {
        condition = null;
        if (!TryCompileExpression(source, out var expression, out issues))
            return false;
        if (!expression.Type.IsDyn && !expression.Type.Equals(CelType.Bool))
        {
            issues = [new ExpressionIssue(ExpressionIssueCodes.WrongType, 0, 1, 1, "A condition answers yes or no; this one gives " + expression.Type + ".")];
            return false;
        }

        condition = new Condition(expression);
        return true;
    }

    /// <summary>Compiles an expression of any type.</summary>
    /// <param name="source">The expression as written.</param>
    /// <param name="expression">Receives the expression; null when it is wrong.</param>
    /// <param name="issues">Receives what is wrong: empty on success.</param>
    /// <param name="isChecked">
    /// Whether names and types are checked. Without it, what is wrong with them is told when the expression is asked, as CEL has it for
    /// expressions that are only parsed.
    /// </param>
    /// <returns>Whether the expression is right.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    public bool TryCompileExpression(
        string source, [NotNullWhen(true)] out Expression? expression, out ImmutableArray<ExpressionIssue> issues, bool isChecked = true)
    {
        ArgumentNullException.ThrowIfNull(source);
        expression = null;
        if (Parser.Parse(source, _limits, out var issue) is { } syntax)
        {
            var binder = new Binder(source, _names, _limits, isChecked, 0);
            if (binder.Bind(syntax) is { } root)
                expression = new Expression(source, syntax, _schema, root, binder.Finish(root.Type), binder.LocalCount, _limits.MaxCost);
            else
                issue = binder.Issue;
        }

        issues = expression is null ? [issue!] : [];
        return expression is not null;
    }

    private NameTable.Named? ReadNamed(string source, int depth, out ExpressionIssue? issue)
    {
        if (Parser.Parse(source, _limits, out issue) is not { } syntax)
            return null;
        var binder = new Binder(source, _names, _limits, isChecked: true, depth);
        var root = binder.Bind(syntax);
        issue = binder.Issue;
        return root is null ? null : new NameTable.Named(root, binder.LocalCount, binder.Weight, binder.Depth);
    }
}
