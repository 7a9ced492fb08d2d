using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Binding;

/// <summary>What names stand for: facts, constants, named expressions and types.</summary>
internal sealed class NameTable(
    FactSchema schema,
    IReadOnlyDictionary<string, CelValue> constants,
    IReadOnlyDictionary<string, string> expressions,
    string container,
    NameTable.ExpressionReader readExpression)
{
    private const int MaxHints = 32;
    private const int MaxHintNames = 512;

    private readonly string[] _prefixes = PrefixesOf(container);
    private readonly Dictionary<string, Named?> _named = new(StringComparer.Ordinal);
    private int _hintsGiven;

    /// <summary>Reads a named expression.</summary>
    public delegate Named? ExpressionReader(string source, int depth, out ExpressionIssue? issue);

    /// <summary>A named expression, read.</summary>
    public sealed record Named(Node Root, int Locals, int Weight, int Depth);

    /// <summary>Gets the last of the names that a name may stand for: itself, after those of the containers from the innermost on.</summary>
    public int LastCandidate => _prefixes.Length;

    /// <summary>Returns the first of the names that a name may stand for.</summary>
    public int FirstCandidate(bool isRooted) => isRooted ? _prefixes.Length : 0;

    public string Candidate(string name, int place) => place == _prefixes.Length ? name : _prefixes[place] + name;

    public bool Find(string name, CelSyntax syntax, int depth, out Node? found, out int weight, out int nested, out ExpressionIssue? problem)
    {
        (found, weight, nested, problem) = (null, 0, 0, null);
        if (schema.TryFind(name, out var slot))
            found = new FactNode(syntax, schema.Facts[slot], slot);
        else if (constants.TryGetValue(name, out var constant))
            found = new LiteralNode(syntax, TypeOf(constant), constant);
        else if (expressions.TryGetValue(name, out var source))
            found = FindNamed(name, source, syntax, depth, ref weight, ref nested, out problem);
        else if (TypeNamed(name) is { } type)
            found = new LiteralNode(syntax, CelType.Type(type), CelValue.Of(type));
        else if (name == "google.protobuf.NullValue.NULL_VALUE")
            found = new LiteralNode(syntax, CelType.Int, CelValue.Of(0L));
        return found is not null;
    }

    /// <summary>Returns the declared name that a wrong one most likely meant.</summary>
    public string? Nearest(string name, IEnumerable<string> locals) =>
        NearestOf(name, locals.Concat(schema.Facts.Select(fact => fact.Name)).Concat(constants.Keys).Concat(expressions.Keys));

    /// <summary>Returns the name that a wrong one most likely meant.</summary>
    /// <remarks>Looking for what was meant costs time for each wrong name and each known one: a file of nothing but wrong names gets a few hints.</remarks>
    public string? NearestOf(string name, IEnumerable<string> known) => _hintsGiven++ < MaxHints ? NearestName.To(name, known.Take(MaxHintNames)) : null;

    private static CelType TypeOf(in CelValue constant) =>
        constant.List is CelList.OfStrings ? CelType.StringList : Kinds.TypeOf(constant);

    private static CelType? TypeNamed(string name) => name switch
    {
        "bool" => CelType.Bool,
        "int" => CelType.Int,
        "uint" => CelType.Uint,
        "double" => CelType.Double,
        "decimal" => CelType.Decimal,
        "money" => CelType.Money,
        "string" => CelType.String,
        "bytes" => CelType.Bytes,
        "list" => Kinds.BareList,
        "map" => Kinds.BareMap,
        "null_type" => CelType.Null,
        "type" => Kinds.BareType,
        "optional_type" => Kinds.BareOptional,
        "dyn" => CelType.Dyn,
        "google.protobuf.Timestamp" => CelType.Timestamp,
        "google.protobuf.Duration" => CelType.Duration,
        "net.IP" => CelType.IpAddress,
        "net.CIDR" => CelType.IpRange,
        _ => null,
    };

    private static string[] PrefixesOf(string container)
    {
        var prefixes = new List<string>();
        for (var rest = container; rest.Length > 0;)
        {
            prefixes.Add(rest + ".");
            var point = rest.LastIndexOf('.');
            rest = point < 0 ? string.Empty : rest.Substring(0, point);
        }

        return [.. prefixes];
    }

    private NamedNode? FindNamed(string name, string source, CelSyntax syntax, int depth, ref int weight, ref int nested, out ExpressionIssue? problem)
    {
        problem = null;
        if (!_named.TryGetValue(name, out var known))
        {
            // A name that is met again while it is being read stands for itself.
            _named.Add(name, null);
            known = readExpression(source, depth, out var issue);
            if (known is null)
            {
                // It may be right where it is less deep.
                _named.Remove(name);
                // What was meant there is not what was meant here.
                problem = issue! with { Suggestion = null, Code = ExpressionIssueCodes.WrongNamedExpression, Detail = "The expression \"" + name + "\" is wrong: " + issue.Detail };
                return null;
            }

            _named[name] = known;
        }
        else if (known is null)
        {
            problem = new ExpressionIssue(ExpressionIssueCodes.Cycle, 0, 1, 1, "The expression \"" + name + "\" names itself, by way of others or alone.");
            return null;
        }

        (weight, nested) = (known.Weight, known.Depth);
        return new NamedNode(syntax, name, known.Root, known.Locals);
    }
}
