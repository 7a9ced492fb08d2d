namespace StoreOps.Rules.Expressions.Nodes;

internal delegate CelValue Function1(ref Evaluation e, in CelValue a);

internal delegate CelValue Function2(ref Evaluation e, in CelValue a, in CelValue b);

internal delegate CelValue FunctionN(ref Evaluation e, CelValue[] arguments);

/// <summary>A call. What is not known or fails among the arguments is the answer; a failure gets its place here.</summary>
internal abstract class CallNode(CelSyntax syntax, CelType type) : Node(syntax, type)
{
    protected CelValue Placed(in CelValue result) =>
        result.Kind == CelKind.Error && result.Error!.Offset < 0 ? Fail(result.Error.Detail) : result;

    protected static CelValue NotKnown(in CelValue a, in CelValue b) =>
        a.Kind == CelKind.Unknown || b.Kind == CelKind.Unknown ? CelValue.Unknown : a.Kind == CelKind.Error ? a : b;
}

internal sealed class Call1Node(CelSyntax syntax, CelType type, Function1 function, Node first) : CallNode(syntax, type)
{
    public override CelValue Value(ref Evaluation e)
    {
        var a = first.Value(ref e);
        if (!a.IsKnown)
            return a;
        return e.Charge(1) ? Placed(function(ref e, a)) : Fail(TooMuchWork);
    }
}

internal sealed class Call2Node(CelSyntax syntax, CelType type, Function2 function, Node first, Node second) : CallNode(syntax, type)
{
    public override CelValue Value(ref Evaluation e)
    {
        var a = first.Value(ref e);
        var b = second.Value(ref e);
        if (!a.IsKnown || !b.IsKnown)
            return NotKnown(a, b);
        return e.Charge(1) ? Placed(function(ref e, a, b)) : Fail(TooMuchWork);
    }
}

internal sealed class CallNNode(CelSyntax syntax, CelType type, FunctionN function, Node[] arguments) : CallNode(syntax, type)
{
    public override CelValue Value(ref Evaluation e)
    {
        var values = new CelValue[arguments.Length];
        var result = CelValue.Null;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Value(ref e);
            if (!values[i].IsKnown && result.Kind != CelKind.Unknown)
                result = values[i].Kind == CelKind.Unknown || result.Kind != CelKind.Error ? values[i] : result;
        }

        if (result.Kind != CelKind.Null)
            return result;
        return e.Charge(1) ? Placed(function(ref e, values)) : Fail(TooMuchWork);
    }
}
