using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Binding;

/// <summary>A function or method with a number of arguments, in all the types it is there for.</summary>
internal sealed class Function
{
    private Function(string name, bool isMethod, int count, string[] signatures)
    {
        Name = name;
        IsMethod = isMethod;
        Count = count;
        Signatures = [.. signatures.Select(Signature.Read)];
    }

    public string Name { get; }

    /// <summary>Gets a value indicating whether the first argument stands before the point.</summary>
    public bool IsMethod { get; }

    /// <summary>Gets the number of arguments, the target included; below zero for any number.</summary>
    public int Count { get; }

    public Function1? One { get; private init; }

    public Function2? Two { get; private init; }

    public FunctionN? Several { get; private init; }

    public Signature[] Signatures { get; }

    public static Function F(string name, Function1 function, params string[] signatures) => new(name, isMethod: false, 1, signatures) { One = function };

    public static Function F(string name, Function2 function, params string[] signatures) => new(name, isMethod: false, 2, signatures) { Two = function };

    public static Function F(string name, int count, FunctionN function, params string[] signatures) => new(name, isMethod: false, count, signatures) { Several = function };

    public static Function M(string name, Function1 function, params string[] signatures) => new(name, isMethod: true, 1, signatures) { One = function };

    public static Function M(string name, Function2 function, params string[] signatures) => new(name, isMethod: true, 2, signatures) { Two = function };

    public static Function M(string name, int count, FunctionN function, params string[] signatures) => new(name, isMethod: true, count, signatures) { Several = function };

    public Node Call(CelSyntax syntax, CelType type, Node[] arguments) =>
        One is { } one ? new Call1Node(syntax, type, one, arguments[0])
        : Two is { } two ? new Call2Node(syntax, type, two, arguments[0], arguments[1])
        : new CallNNode(syntax, type, Several!, arguments);
}
