using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Binding;

/// <summary>Finds what names and operators mean, checks the types, and makes the nodes that answer. Stops at the first thing that is wrong.</summary>
/// <remarks>Without checking, what is wrong is left to be told when it is asked, as CEL has it for expressions that are only parsed.</remarks>
internal sealed partial class Binder
{
    private const int MaxTreeDepth = 256;

    // Reading a named expression takes more of the stack than a part of one.
    private const int NameDepth = 3;

    private readonly string _source;
    private readonly NameTable _names;
    private readonly ExpressionLimits _limits;
    private readonly bool _isChecked;
    private readonly TypeUnifier _types = new();
    private readonly List<Local> _locals = [];
    private int _depth;

    public Binder(string source, NameTable names, ExpressionLimits limits, bool isChecked, int depth)
    {
        // A name is read on the stack of the expression that uses it, so it goes on counting there.
        _depth = depth;
        _source = source;
        _names = names;
        _limits = limits;
        _isChecked = isChecked;
        StartDepth = depth;
        DeepestDepth = depth;
    }

    private sealed record Local(string Name, CelType Type, int Place);

    /// <summary>A part of a.b.c, with the syntax that it completes.</summary>
    private sealed record Link(string Name, CelSyntax Syntax);

    /// <summary>Gets what is wrong; null until something is.</summary>
    public ExpressionIssue? Issue { get; private set; }

    /// <summary>Gets how many places the variables of macros need.</summary>
    public int LocalCount { get; private set; }

    /// <summary>Gets how many parts there are, those behind names included.</summary>
    public int Weight { get; private set; }

    /// <summary>Gets how deep the parts are nested, those behind names included.</summary>
    public int Depth => DeepestDepth - StartDepth;

    private int StartDepth { get; }

    private int DeepestDepth { get; set; }

    /// <summary>Returns a type with everything that inference found.</summary>
    public CelType Finish(CelType type) => _types.Finish(type);

    public Node? Bind(CelSyntax syntax)
    {
        DeepestDepth = Math.Max(DeepestDepth, ++_depth);
        if (_depth > MaxTreeDepth)
            return TooLarge(syntax, "An expression is at most {0} levels deep, those behind names included; this one is deeper.", MaxTreeDepth);
        if (++Weight > _limits.MaxNodes)
            return TooLarge(syntax, "An expression has at most {0} parts, those behind names included; this one has more.", _limits.MaxNodes);
        var node = syntax switch
        {
            CelSyntax.Literal literal => new LiteralNode(literal, Kinds.TypeOf(literal.Value), literal.Value, literal.Exact),
            CelSyntax.Identifier => BindName(syntax),
            CelSyntax.Select select => BindSelect(select),
            CelSyntax.Index index => BindIndex(index),
            CelSyntax.Call call => BindCall(call),
            CelSyntax.Unary unary => BindUnary(unary),
            CelSyntax.Binary binary => BindBinary(binary),
            CelSyntax.Logic logic => BindLogic(logic),
            CelSyntax.Conditional choice => BindConditional(choice),
            CelSyntax.ListOf list => BindList(list, isExact: false),
            CelSyntax.MapOf { TypeName: null } map => BindMap(map),
            CelSyntax.MapOf message => BindMessage(message),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        _depth--;
        return node;
    }

    private Node[]? BindAll(IReadOnlyList<CelSyntax> parts)
    {
        var nodes = new Node[parts.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            if (Bind(parts[i]) is not { } node)
                return null;
            nodes[i] = node;
        }

        return nodes;
    }

    // The parts of a.b.c; nothing where it is not a plain chain of names.
    private static Link[]? Chain(CelSyntax syntax, out bool isRooted)
    {
        isRooted = false;
        var count = 1;
        var first = syntax;
        for (; first is CelSyntax.Select { IsOptional: false, IsQuoted: false } select; first = select.Operand)
            count++;
        if (first is not CelSyntax.Identifier start)
            return null;
        isRooted = start.IsRooted;
        var parts = new Link[count];
        parts[0] = new Link(start.Name, start);
        while (syntax is CelSyntax.Select link)
        {
            parts[--count] = new Link(link.Member, link);
            syntax = link.Operand;
        }

        return parts;
    }

    private static string NameOf(Link[] parts, int length)
    {
        if (length == 1)
            return parts[0].Name;
        var name = new System.Text.StringBuilder(parts[0].Name);
        for (var i = 1; i < length; i++)
            name.Append('.').Append(parts[i].Name);
        return name.ToString();
    }

    private Node? BindName(CelSyntax syntax)
    {
        var parts = Chain(syntax, out var isRooted)!;
        if (!isRooted && FindLocal(parts[0].Name) is { } local)
            return SelectRest(new LocalNode(parts[0].Syntax, local.Type, local.Place), parts, 1);
        for (var length = parts.Length; length > 0; length--)
        {
            var name = NameOf(parts, length);
            for (var place = _names.FirstCandidate(isRooted); place <= _names.LastCandidate; place++)
            {
                if (_names.Find(_names.Candidate(name, place), parts[length - 1].Syntax, _depth + NameDepth, out var found, out var weight, out var depth, out var problem))
                {
                    Weight += weight;
                    DeepestDepth = Math.Max(DeepestDepth, _depth + NameDepth + depth);
                    return SelectRest(found!, parts, length);
                }

                if (problem is { } wrong)
                    return Wrong(syntax, wrong.Code, wrong.Detail, wrong.Suggestion, parts[0].Syntax.Offset);
            }
        }

        var full = NameOf(parts, parts.Length);
        var nearest = _isChecked ? _names.Nearest(full, _locals.Select(one => one.Name)) : null;
        return Wrong(
            syntax,
            ExpressionIssueCodes.UnknownName,
            "\"" + full + "\" is neither a fact nor a name of the pack" + (nearest is not null ? "; the nearest is \"" + nearest + "\"." : parts.Length == 1 ? "; a text stands in quotes: '" + full + "'." : "."),
            nearest,
            parts[0].Syntax.Offset);
    }

    private Node? SelectRest(Node node, Link[] parts, int from)
    {
        for (var i = from; i < parts.Length; i++)
        {
            if (Select((CelSyntax.Select)parts[i].Syntax, node) is not { } selected)
                return null;
            node = selected;
        }

        return node;
    }

    private Local? FindLocal(string name)
    {
        for (var i = _locals.Count - 1; i >= 0; i--)
        {
            if (_locals[i].Name == name)
                return _locals[i];
        }

        return null;
    }

    private Node? BindSelect(CelSyntax.Select select)
    {
        if (Chain(select, out _) is not null)
            return BindName(select);
        return Bind(select.Operand) is { } operand ? Select(select, operand) : null;
    }

    private Node? Select(CelSyntax.Select select, Node operand)
    {
        var type = _types.Resolve(operand.Type);
        var isOptional = type.Kind == CelKind.Optional;
        var inner = isOptional ? _types.Resolve(type[0]) : type;
        CelType member;
        if (inner.IsDyn || inner.IsVariable)
            member = CelType.Dyn;
        else if (inner.IsRecord && inner.Member(select.Member) is { } declared)
            member = declared.Type;
        else if (inner.IsRecord)
            return NoMember(select, inner, select.Member);
        else if (inner.Kind == CelKind.Map && _types.TryAssign(CelType.String, inner[0]))
            member = inner[1];
        else if (!_isChecked)
            member = CelType.Dyn;
        else
            return Wrong(select, ExpressionIssueCodes.WrongType, "The member \"" + select.Member + "\" is asked of " + Show(type) + ", which has none.");
        var key = new LiteralNode(select, CelType.String, CelValue.Of(select.Member));
        return new ElementNode(select, isOptional || select.IsOptional ? CelType.Optional(member) : member, operand, key, select.IsOptional);
    }

    private Node? BindIndex(CelSyntax.Index index)
    {
        if (Bind(index.Operand) is not { } operand || Bind(index.At) is not { } at)
            return null;
        var type = _types.Resolve(operand.Type);
        var isOptional = type.Kind == CelKind.Optional;
        var inner = isOptional ? _types.Resolve(type[0]) : type;
        CelType element;
        if (inner.IsDyn || inner.IsVariable)
            element = CelType.Dyn;
        else if (inner.Kind == CelKind.List && (_types.TryAssign(at.Type, CelType.Int) || _types.Resolve(at.Type).IsNumber))
            element = inner[0];
        else if (inner.IsRecord && at is LiteralNode { Constant.Kind: CelKind.String } known && inner.Member(known.Constant.Text) is { } declared)
            element = declared.Type;
        else if (inner.IsRecord && at is LiteralNode { Constant.Kind: CelKind.String } unknown)
            return NoMember(index.At, inner, unknown.Constant.Text);
        else if (inner.Kind == CelKind.Map && (_types.TryAssign(at.Type, inner[0]) || AreBothNumbers(at.Type, inner[0])))
            element = inner[1];
        else if (!_isChecked)
            element = CelType.Dyn;
        else if (inner.Kind is CelKind.List or CelKind.Map)
            return Wrong(index, ExpressionIssueCodes.WrongType, "An element of " + Show(inner) + " is asked for with " + (inner.Kind == CelKind.List ? "int" : Show(inner[0])) + "; it was " + Show(at.Type) + ".");
        else
            return Wrong(index, ExpressionIssueCodes.WrongType, "An element is asked of " + Show(type) + ", which has none.");
        return new ElementNode(index, isOptional || index.IsOptional ? CelType.Optional(element) : element, operand, at, index.IsOptional);
    }

    private ErrorNode? NoMember(CelSyntax syntax, CelType record, string name)
    {
        var nearest = _isChecked ? _names.NearestOf(name, record.Members.Select(member => member.Name)) : null;
        // A selection starts at its point; the member stands behind it.
        var offset = syntax is CelSyntax.Select ? _source.IndexOf(name, syntax.Offset, StringComparison.Ordinal) : -1;
        return Wrong(
            syntax,
            ExpressionIssueCodes.UnknownName,
            "The member \"" + name + "\" is not one of " + record + (nearest is null ? "." : "; the nearest is \"" + nearest + "\"."),
            nearest,
            offset < 0 ? null : offset);
    }

    private bool AreBothNumbers(CelType one, CelType other) => _types.Resolve(one).IsNumber && _types.Resolve(other).IsNumber;

    private string Show(CelType type) => _types.Finish(type).ToString();

    private ErrorNode? Wrong(CelSyntax syntax, string code, string detail, string? suggestion = null, int? offset = null)
    {
        if (!_isChecked)
            return new ErrorNode(syntax, detail);
        Issue ??= ExpressionIssue.At(_source, code, offset ?? syntax.Offset, detail, suggestion);
        return null;
    }

    private Node? Refuse(CelSyntax syntax, string code, string detail)
    {
        Issue ??= ExpressionIssue.At(_source, code, syntax.Offset, detail);
        return null;
    }

    private Node? TooLarge(CelSyntax syntax, string detail, int most) => Refuse(syntax, ExpressionIssueCodes.TooLarge, ExpressionLimits.Say(detail, most));
}
