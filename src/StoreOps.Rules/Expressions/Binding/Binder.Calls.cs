using StoreOps.Rules.Expressions.Functions;
using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Binding;

/// <content>Calls of functions and methods.</content>
internal sealed partial class Binder
{
    private Node? BindCall(CelSyntax.Call call)
    {
        if (TryMacro(call, out var made))
            return made;
        if (call.Target is null)
        {
            for (var place = _names.FirstCandidate(call.IsRooted); place <= _names.LastCandidate; place++)
            {
                var candidate = _names.Candidate(call.Function, place);
                if (FunctionTable.Has(candidate, isMethod: false))
                    return BindFunction(call, candidate);
            }

            return NoFunction(call, call.Function);
        }

        if (Chain(call.Target, out var isRooted) is { } parts && (isRooted || FindLocal(parts[0].Name) is null))
        {
            var name = NameOf(parts, parts.Length) + "." + call.Function;
            for (var place = _names.FirstCandidate(isRooted); place <= _names.LastCandidate; place++)
            {
                var candidate = _names.Candidate(name, place);
                if (FunctionTable.Has(candidate, isMethod: false))
                    return BindFunction(call, candidate);
            }
        }

        return BindMethod(call);
    }

    private Node? BindFunction(CelSyntax.Call call, string name)
    {
        if (BindAll(call.Arguments) is not { } arguments)
            return null;
        if (FunctionTable.Find(name, isMethod: false, arguments.Length) is not { } function)
            return WrongCount(call, name);
        arguments = Exact(arguments);
        if (function.Count < 0)
            return Extreme(call, function, arguments);
        return name == "matches" ? Matches(call, arguments) : Overload(call, function, name, arguments);
    }

    private Node? BindMethod(CelSyntax.Call call)
    {
        if (Bind(call.Target!) is not { } target || BindAll(call.Arguments) is not { } rest)
            return null;
        if (call.Function is "or" or "orValue" && rest.Length == 1)
            return OptionalOr(call, target, rest[0]);
        if (!FunctionTable.Has(call.Function, isMethod: true))
            return NoFunction(call, call.Function);
        if (FunctionTable.Find(call.Function, isMethod: true, rest.Length + 1) is not { } function)
            return WrongCount(call, call.Function);
        Node[] arguments = [target, .. rest];
        return call.Function == "matches" ? Matches(call, arguments) : Overload(call, function, call.Function, arguments);
    }

    private ErrorNode? NoFunction(CelSyntax.Call call, string name)
    {
        // The arguments may be wrong too; what is not known comes first.
        var nearest = _isChecked ? _names.NearestOf(name, FunctionTable.Names) : null;
        return Wrong(
            call,
            ExpressionIssueCodes.UnknownFunction,
            "There is no function \"" + name + "\"" + (nearest is null ? "." : "; the nearest is \"" + nearest + "\"."),
            nearest);
    }

    private ErrorNode? WrongCount(CelSyntax.Call call, string name) =>
        Wrong(call, ExpressionIssueCodes.WrongType, "The function \"" + name + "\" is not there with " + CelValue.Of(call.Arguments.Length) + " arguments.");

    private Node? Overload(CelSyntax syntax, Function function, string name, Node[] arguments)
    {
        var types = Array.ConvertAll(arguments, argument => argument.Type);
        CelType? result = null;
        foreach (var signature in function.Signatures)
        {
            var open = _types.Instantiate(signature);
            if (!_types.TryAssign(types, open.Parameters))
                continue;
            if (result is null)
                result = open.Result;
            else if (!_types.Finish(result).Equals(_types.Finish(open.Result)))
                result = CelType.Dyn;
        }

        if (result is null)
        {
            if (_isChecked)
            {
                return Wrong(
                    syntax,
                    ExpressionIssueCodes.WrongType,
                    "\"" + name + "\" is not there for " + string.Join(" and ", types.Select(Show)) + ".");
            }

            result = CelType.Dyn;
        }

        return Fold(syntax, result, name, function.Call(syntax, result, arguments), arguments);
    }

    // What is made of written values only is made once; a text that cannot be read is found before anything is asked.
    private Node? Fold(CelSyntax syntax, CelType type, string name, Node node, Node[] arguments)
    {
        if (name is not ("timestamp" or "duration" or "decimal" or "money" or "ip" or "cidr") || !Array.TrueForAll(arguments, argument => argument is LiteralNode))
            return node;
        var e = new Evaluation { Facts = [], Locals = [], Cost = _limits.MaxCost };
        var value = node.Value(ref e);
        return value.IsKnown ? new LiteralNode(syntax, type, value)
            : value.Error is { } error ? Wrong(arguments[0].Syntax, ExpressionIssueCodes.WrongText, error.Detail)
            : node;
    }

    private Node? Matches(CelSyntax.Call call, Node[] arguments)
    {
        if (!RegexFunctions.IsSupported)
            return Wrong(call, ExpressionIssueCodes.NotOnThisTarget, "\"matches\" needs .NET 8 or later, whose patterns take linear time; use contains, startsWith or endsWith.");
        if (arguments[1] is not LiteralNode { Constant.Kind: CelKind.String } literal || !_types.TryAssign(arguments[0].Type, CelType.String))
            return Overload(call, FunctionTable.Find("matches", isMethod: false, 2)!, "matches", arguments);
        var pattern = literal.Constant.Text;
        return RegexFunctions.Compile(pattern) is { } regex
            ? new MatchesNode(call, arguments[0], regex, pattern.Length)
            : Wrong(literal.Syntax, ExpressionIssueCodes.WrongText, RegexFunctions.Wrong(pattern));
    }

    private Node? OptionalOr(CelSyntax.Call call, Node optional, Node other)
    {
        var isValue = call.Function == "orValue";
        var inner = _types.NewVariable();
        var whole = CelType.Optional(inner);
        var result = isValue ? inner : whole;
        if (!_types.TryAssign(optional.Type, whole) || !_types.TryAssign(other.Type, result))
        {
            if (_isChecked)
                return Wrong(call, ExpressionIssueCodes.WrongType, "\"" + call.Function + "\" is not there for " + Show(optional.Type) + " and " + Show(other.Type) + ".");
            result = CelType.Dyn;
        }

        return new OptionalOrNode(call, result, optional, other, isValue);
    }

    private Node? Extreme(CelSyntax.Call call, Function function, Node[] arguments)
    {
        if (arguments.Length == 0)
            return Wrong(call, ExpressionIssueCodes.WrongType, "\"" + function.Name + "\" asks for at least one number.");
        CelType? joined = null;
        foreach (var argument in arguments)
        {
            var type = _types.Resolve(argument.Type);
            if (arguments.Length == 1 && type.Kind == CelKind.List)
                type = _types.Resolve(type[0]);
            if (_isChecked && !type.IsDyn && !type.IsVariable && !type.IsNumber)
                return Wrong(argument.Syntax, ExpressionIssueCodes.WrongType, "\"" + function.Name + "\" asks for numbers; one was " + Show(type) + ".");
            joined = joined is null || joined.Equals(type) ? type : CelType.Dyn;
        }

        return function.Call(call, joined!, arguments);
    }
}
