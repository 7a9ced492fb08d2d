using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Binding;

/// <content>Macros: calls that bind variables, and <c>has</c>.</content>
internal sealed partial class Binder
{
    private int _blockPlace = -1;
    private CelType[] _blockTypes = [];
    private int _blockKnown;

    private bool TryMacro(CelSyntax.Call call, out Node? made)
    {
        made = null;
        var count = call.Arguments.Length;
        if (call.Target is null)
        {
            if (call.Function != "has" || count != 1)
                return false;
            made = BindHas(call);
            return true;
        }

        if (call.Target is CelSyntax.Identifier { Name: "cel" })
            return TryCelMacro(call, count, out made);
        switch (call.Function, count)
        {
            case ("all", 2 or 3):
                made = BindMacro(call, MacroKind.All, count == 3, hasFilter: false);
                return true;
            case ("exists", 2 or 3):
                made = BindMacro(call, MacroKind.Exists, count == 3, hasFilter: false);
                return true;
            case ("exists_one" or "existsOne", 2 or 3):
                made = BindMacro(call, MacroKind.ExistsOne, count == 3, hasFilter: false);
                return true;
            case ("map", 2 or 3):
                made = BindMacro(call, MacroKind.Map, hasTwo: false, count == 3);
                return true;
            case ("filter", 2):
                made = BindMacro(call, MacroKind.Filter, hasTwo: false, hasFilter: true);
                return true;
            case ("transformList", 3 or 4):
                made = BindMacro(call, MacroKind.TransformList, hasTwo: true, count == 4);
                return true;
            case ("transformMap", 3 or 4):
                made = BindMacro(call, MacroKind.TransformMap, hasTwo: true, count == 4);
                return true;
            case ("transformMapEntry", 3 or 4):
                made = BindMacro(call, MacroKind.TransformMapEntry, hasTwo: true, count == 4);
                return true;
            case ("optMap" or "optFlatMap", 2):
                made = BindOptionalMap(call);
                return true;
            default:
                return false;
        }
    }

    private bool TryCelMacro(CelSyntax.Call call, int count, out Node? made)
    {
        made = null;
        switch (call.Function, count)
        {
            case ("bind", 3):
                made = BindValue(call);
                return true;
            case ("block", 2):
                made = BindBlock(call);
                return true;
            case ("index", 1):
                made = call.Arguments[0] is CelSyntax.Literal { Value: { Kind: CelKind.Int, Bits: >= 0 } number } && number.Bits < _blockKnown
                    ? new LocalNode(call, _blockTypes[number.Bits], _blockPlace + (int)number.Bits)
                    : Refuse(call, ExpressionIssueCodes.WrongMacro, "cel.index names a part of cel.block that stands before it, by number from 0.");
                return true;
            case ("iterVar", 2) when VariableName(call) is { } name && FindLocal(name) is { } local:
                made = new LocalNode(call, local.Type, local.Place);
                return true;
            default:
                return false;
        }
    }

    private Node? BindHas(CelSyntax.Call call)
    {
        if (call.Arguments[0] is not (CelSyntax.Select or CelSyntax.Identifier))
            return Refuse(call, ExpressionIssueCodes.WrongMacro, "has(...) asks for a member such as line.price, or for a fact.");
        if (Bind(call.Arguments[0]) is not { } asked)
            return null;
        return asked switch
        {
            ElementNode element => new HasNode(call, element),
            FactNode or NamedNode or ErrorNode => new IsKnownNode(call, asked),
            _ => Refuse(call, ExpressionIssueCodes.WrongMacro, "has(...) asks for a member such as line.price, or for a fact."),
        };
    }

    private Node? BindMacro(CelSyntax.Call call, MacroKind kind, bool hasTwo, bool hasFilter)
    {
        if (Bind(call.Target!) is not { } range)
            return null;
        if (VariableName(call.Arguments[0]) is not { } first || (hasTwo ? VariableName(call.Arguments[1]) : string.Empty) is not { } second || first == second)
            return Refuse(call, ExpressionIssueCodes.WrongMacro, "\"" + call.Function + "\" begins with " + (hasTwo ? "the names of two variables." : "the name of a variable."));
        if (TypesOf(range.Type, hasTwo) is not { } types)
            return Wrong(range.Syntax, ExpressionIssueCodes.WrongType, "\"" + call.Function + "\" goes through a list or a map; it was " + Show(range.Type) + ".");
        var firstPlace = Declare(first, types.First);
        var secondPlace = hasTwo ? Declare(second, types.Second) : -1;
        var next = hasTwo ? 2 : 1;
        var filter = hasFilter ? Bind(call.Arguments[next++]) : null;
        var body = kind == MacroKind.Filter ? null : Bind(call.Arguments[next]);
        Forget(hasTwo ? 2 : 1);
        if ((hasFilter && filter is null) || (kind != MacroKind.Filter && body is null))
            return null;
        var isTest = kind <= MacroKind.ExistsOne;
        var tested = isTest ? body : filter;
        if (_isChecked && tested is not null && !_types.TryAssign(tested.Type, CelType.Bool))
            return Wrong(tested.Syntax, ExpressionIssueCodes.WrongType, "\"" + call.Function + "\" asks each element something that answers yes or no; it was " + Show(tested.Type) + ".");
        if (kind == MacroKind.TransformMapEntry && _isChecked && !_types.TryAssign(body!.Type, CelType.Map(_types.NewVariable(), _types.NewVariable())))
            return Wrong(body.Syntax, ExpressionIssueCodes.WrongType, "transformMapEntry makes a map of each element; it was " + Show(body.Type) + ".");
        var type = kind switch
        {
            _ when isTest => CelType.Bool,
            MacroKind.Filter => CelType.List(types.First),
            MacroKind.TransformMap => CelType.Map(types.First, body!.Type),
            MacroKind.TransformMapEntry => body!.Type,
            _ => CelType.List(body!.Type),
        };
        return new MacroNode(call, type, kind, range, firstPlace, secondPlace, filter, body);
    }

    private (CelType First, CelType Second)? TypesOf(CelType range, bool hasTwo)
    {
        var type = _types.Resolve(range);
        return type.Kind switch
        {
            CelKind.List => hasTwo ? (CelType.Int, type[0]) : (type[0], CelType.Dyn),
            CelKind.Map => (type[0], type[1]),
            _ => type.IsDyn || type.IsVariable || !_isChecked ? (CelType.Dyn, CelType.Dyn) : null,
        };
    }

    private Node? BindValue(CelSyntax.Call call)
    {
        if (VariableName(call.Arguments[0]) is not { } name)
            return Refuse(call, ExpressionIssueCodes.WrongMacro, "cel.bind begins with the name of a variable.");
        if (Bind(call.Arguments[1]) is not { } value)
            return null;
        var place = Declare(name, value.Type);
        var body = Bind(call.Arguments[2]);
        Forget(1);
        return body is null ? null : new BindNode(call, body.Type, place, value, body);
    }

    private Node? BindOptionalMap(CelSyntax.Call call)
    {
        if (Bind(call.Target!) is not { } optional)
            return null;
        if (VariableName(call.Arguments[0]) is not { } name)
            return Refuse(call, ExpressionIssueCodes.WrongMacro, "\"" + call.Function + "\" begins with the name of a variable.");
        var inner = _types.NewVariable();
        if (!_types.TryAssign(optional.Type, CelType.Optional(inner)) && _isChecked)
            return Wrong(call, ExpressionIssueCodes.WrongType, "\"" + call.Function + "\" asks an optional value; it was " + Show(optional.Type) + ".");
        var place = Declare(name, inner);
        var body = Bind(call.Arguments[1]);
        Forget(1);
        if (body is null)
            return null;
        var isFlat = call.Function == "optFlatMap";
        var type = isFlat ? CelType.Optional(_types.NewVariable()) : CelType.Optional(body.Type);
        if (isFlat && !_types.TryAssign(body.Type, type) && _isChecked)
            return Wrong(body.Syntax, ExpressionIssueCodes.WrongType, "optFlatMap makes an optional value; it was " + Show(body.Type) + ".");
        return new OptionalMapNode(call, type, place, optional, body, isFlat);
    }

    private Node? BindBlock(CelSyntax.Call call)
    {
        if (call.Arguments[0] is not CelSyntax.ListOf list || _blockPlace >= 0)
            return Refuse(call, ExpressionIssueCodes.WrongMacro, "cel.block begins with a list of parts, and does not stand within another.");
        _blockPlace = LocalCount;
        LocalCount += list.Children.Length;
        _blockTypes = new CelType[list.Children.Length];
        var parts = new Node[list.Children.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (Bind(list.Children[i]) is not { } part)
                return null;
            parts[i] = part;
            _blockTypes[i] = part.Type;
            _blockKnown = i + 1;
        }

        var place = _blockPlace;
        var body = Bind(call.Arguments[1]);
        (_blockPlace, _blockKnown) = (-1, 0);
        return body is null ? null : new BlockNode(call, parts, place, body);
    }

    // A plain name, or cel.iterVar(1, 0) with two numbers.
    private static string? VariableName(CelSyntax syntax) => syntax switch
    {
        CelSyntax.Identifier { IsRooted: false } name => name.Name,
        CelSyntax.Call { Target: CelSyntax.Identifier { Name: "cel" }, Function: "iterVar", Arguments.Length: 2 } call
            when call.Arguments[0] is CelSyntax.Literal { Value.Kind: CelKind.Int } a && call.Arguments[1] is CelSyntax.Literal { Value.Kind: CelKind.Int } b =>
            "@" + a.Value + ":" + b.Value,
        _ => null,
    };

    private int Declare(string name, CelType type)
    {
        _locals.Add(new Local(name, type, LocalCount));
        return LocalCount++;
    }

    private void Forget(int count) => _locals.RemoveRange(_locals.Count - count, count);
}
