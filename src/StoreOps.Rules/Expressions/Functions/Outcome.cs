using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>The failures of functions; where in the source they happened is added by who called.</summary>
internal static class Outcome
{
    public static CelValue Overflow => Fail("The result does not fit its type.");

    public static CelValue TooMuch => Fail(Node.TooMuchWork);

    public static CelValue Fail(string detail) => CelValue.Failure(-1, detail);

    public static CelValue NoOverload(string function, in CelValue a) => Fail("\"" + function + "\" is not there for " + Kinds.Name(a) + ".");

    public static CelValue NoOverload(string function, in CelValue a, in CelValue b) =>
        Fail("\"" + function + "\" is not there for " + Kinds.Name(a) + " and " + Kinds.Name(b) + ".");

    public static CelValue NoOverload(string function, CelValue[] arguments) =>
        Fail("\"" + function + "\" is not there for " + string.Join(", ", arguments.Select(one => Kinds.Name(one))) + ".");
}
