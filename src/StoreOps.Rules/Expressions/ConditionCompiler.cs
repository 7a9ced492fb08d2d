using System.Collections.Immutable;

namespace StoreOps.Rules.Expressions;

/// <summary>Turns the conditions of one rule pack into checked trees: a subset of CEL, the Common Expression Language (cel.dev).</summary>
/// <remarks>
/// <para>Facts, named constants and named sub-expressions; <c>== != &lt; &lt;= &gt; &gt;= in ! &amp;&amp; ||</c>; whole numbers, decimals (read exactly),
/// texts, true and false, and lists of them. Whatever else CEL has is refused by name, so that a later version can give it its meaning.</para>
/// <para>Bounded: <see cref="MaxLength"/>, <see cref="MaxDepth"/> and <see cref="MaxWeight"/> hold for every condition, names included.
/// Not safe for several threads at once; the conditions it makes are.</para>
/// </remarks>
public sealed class ConditionCompiler
{
    /// <summary>The longest condition, in characters.</summary>
    public const int MaxLength = 4_096;

    /// <summary>The deepest nesting.</summary>
    public const int MaxDepth = 64;

    /// <summary>The most parts a condition may have, those behind names included.</summary>
    public const int MaxWeight = 1_024;

    private const int MaxHints = 32;
    private const int MaxHintNames = 512;

    private readonly FactSchema _schema;
    private readonly IReadOnlyDictionary<string, FactValue> _constants;
    private readonly IReadOnlyDictionary<string, string> _expressions;
    private readonly Dictionary<string, Node?> _named = new(StringComparer.Ordinal);
    private int _hintsGiven;

    /// <summary>Initializes a new instance of the <see cref="ConditionCompiler"/> class.</summary>
    /// <param name="schema">The facts.</param>
    /// <param name="constants">The named constants; null for none.</param>
    /// <param name="expressions">The named sub-expressions; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="schema"/> is null.</exception>
    public ConditionCompiler(
        FactSchema schema,
        IReadOnlyDictionary<string, FactValue>? constants = null,
        IReadOnlyDictionary<string, string>? expressions = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        _constants = constants ?? new Dictionary<string, FactValue>(StringComparer.Ordinal);
        _expressions = expressions ?? new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>Compiles a condition.</summary>
    /// <param name="source">The condition as written.</param>
    /// <param name="condition">Receives the condition; null when it is wrong.</param>
    /// <param name="issues">Receives what is wrong: empty on success.</param>
    /// <returns>Whether the condition is right.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    public bool TryCompile(
        string source,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Condition? condition,
        out ImmutableArray<ExpressionIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(source);
        var root = Parse(source, 0, out issues);
        if (root is not null && root.Type != FactType.Bool)
        {
            issues = [new ExpressionIssue(0, 1, 1, "A condition answers yes or no; this one gives " + root.Type + ".")];
            root = null;
        }

        condition = root is null ? null : new Condition(source, _schema, root);
        return condition is not null;
    }

    internal Node? Resolve(string name, int depth, out string problem)
    {
        problem = string.Empty;
        if (_schema.TryFind(name, out var slot))
            return new FactNode(_schema.Facts[slot], slot);
        if (_constants.TryGetValue(name, out var constant))
            return new LiteralNode(constant);
        if (!_expressions.TryGetValue(name, out var source))
        {
            // Looking for what was meant costs time for each wrong name and each known one: a file of nothing but wrong names gets a few hints.
            var nearest = _hintsGiven++ < MaxHints
                ? NearestName.To(name, _schema.Facts.Select(fact => fact.Name).Concat(_constants.Keys).Concat(_expressions.Keys).Take(MaxHintNames))
                : null;
            problem = "\"" + name + "\" is neither a fact nor a name of the pack" + (nearest is null ? "." : "; the nearest is \"" + nearest + "\".");
            return null;
        }

        if (_named.TryGetValue(name, out var known))
        {
            if (known is null)
                problem = "The expression \"" + name + "\" names itself, by way of others or alone.";
            return known;
        }

        // A name that is met again while it is being read stands for itself.
        _named.Add(name, null);
        var inner = Parse(source, depth, out var issues);
        if (inner is null)
        {
            // It may be right where it is less deep.
            _named.Remove(name);
            problem = "The expression \"" + name + "\" is wrong: " + issues[0].Detail;
            return null;
        }

        return _named[name] = new NamedNode(name, inner);
    }

    private Node? Parse(string source, int depth, out ImmutableArray<ExpressionIssue> issues)
    {
        if (source.Length > MaxLength)
        {
            issues = [new ExpressionIssue(0, 1, 1, "A condition has at most 4096 characters; this one has more.")];
            return null;
        }

        var parser = new Parser(source, this, depth);
        var root = parser.ParseWhole();
        issues = root is null ? [parser.Issue!] : [];
        return root;
    }
}
