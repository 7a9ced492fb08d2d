using System.Numerics;

using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tests.Expressions;

/// <summary>Answers an expression straight from its tree, as simply as it can be done: no types, no slots, no special cases.</summary>
/// <remarks>Knows whole numbers, exact decimals, texts, bools and lists. Null stands for "not known or failed".</remarks>
internal sealed class TreeWalker(FactSet facts)
{
    private readonly Stack<(string Name, CelValue Value)> _variables = new();

    public CelValue? Value(CelSyntax syntax) => syntax switch
    {
        CelSyntax.Literal literal => literal.Exact is { } exact ? CelValue.Of(exact) : literal.Value,
        CelSyntax.Identifier name => Name(name.Name),
        CelSyntax.Select select => Name(select.ToString()),
        CelSyntax.Unary unary => Unary(unary.Operator, Value(unary.Operand)),
        CelSyntax.Binary binary => Binary(binary.Operator, Value(binary.Left), Value(binary.Right)),
        CelSyntax.Logic logic => Logic(logic),
        CelSyntax.Conditional choice => Value(choice.Test) is { } test ? Value(test.IsTrue ? choice.Then : choice.Otherwise) : null,
        CelSyntax.ListOf list => List([.. list.Children.Select(Value)]),
        CelSyntax.Index index => Element(Value(index.Operand), Value(index.At)),
        CelSyntax.Call call => Call(call),
        _ => throw new NotSupportedException(syntax.ToString()),
    };

    private static CelValue? List(CelValue?[] values) => Array.TrueForAll(values, value => value is not null) ? CelValue.ListOf([.. values.Select(value => value!.Value)]) : null;

    private static CelValue? Element(CelValue? list, CelValue? at) =>
        list?.List is { } values && at is { } index && index.Number >= 0 && index.Number < values.Count ? values[(int)index.Number] : null;

    private static CelValue? Unary(string sign, CelValue? operand)
    {
        if (operand is not { } value)
            return null;
        if (sign == "!")
            return CelValue.Of(!value.IsTrue);
        return value.Kind == CelKind.Decimal ? CelValue.Of(-value.Number) : Whole(-value.Number);
    }

    private static CelValue? Binary(string sign, CelValue? left, CelValue? right)
    {
        if (left is not { } a || right is not { } b)
            return null;
        switch (sign)
        {
            case "==" or "!=":
                return CelValue.Of(AreEqual(a, b) == (sign == "=="));
            case "in":
                return CelValue.Of(b.List!.Any(one => AreEqual(a, one)));
            case "<" or "<=" or ">" or ">=":
                var order = a.Kind == CelKind.String ? CompareTexts(a.Text, b.Text) : a.Kind == CelKind.Bool ? a.IsTrue.CompareTo(b.IsTrue) : a.Number.CompareTo(b.Number);
                return CelValue.Of(sign switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 });
            case "+" when a.Kind == CelKind.String:
                return CelValue.Of(a.Text + b.Text);
            case "+" when a.List is { } list:
                return CelValue.ListOf([.. list, .. b.List!]);
            default:
                return Arithmetic(sign, a, b);
        }
    }

    private static CelValue? Arithmetic(string sign, CelValue a, CelValue b)
    {
        if (b.Number == 0m && sign is "/" or "%")
            return null;
        if (a.Kind == CelKind.Int && b.Kind == CelKind.Int)
            return Whole(sign, (long)a.Number, (long)b.Number);
        return CelValue.Of(sign switch
        {
            "+" => a.Number + b.Number,
            "-" => a.Number - b.Number,
            "*" => a.Number * b.Number,
            "/" => a.Number / b.Number,
            _ => a.Number % b.Number,
        });
    }

    // No product of two whole numbers of 64 bits is too large here.
    private static CelValue? Whole(string sign, BigInteger a, BigInteger b)
    {
        var result = sign switch { "+" => a + b, "-" => a - b, "*" => a * b, "/" => BigInteger.Divide(a, b), _ => BigInteger.Remainder(a, b) };
        return result >= long.MinValue && result <= long.MaxValue ? CelValue.Of((long)result) : null;
    }

    private static CelValue? Whole(decimal number) => number is >= long.MinValue and <= long.MaxValue ? CelValue.Of((long)number) : null;

    private static bool AreEqual(CelValue a, CelValue b)
    {
        if (a.List is { } list)
            return b.List is { } other && list.Count == other.Count && list.Zip(other, AreEqual).All(same => same);
        return a.Kind is CelKind.Int or CelKind.Decimal && b.Kind is CelKind.Int or CelKind.Decimal
            ? a.Number == b.Number
            : a.Kind == b.Kind && a.Text == b.Text && a.IsTrue == b.IsTrue;
    }

    private static int CompareTexts(string a, string b)
    {
        var (one, other) = (a.EnumerateRunes().ToList(), b.EnumerateRunes().ToList());
        for (var i = 0; i < Math.Min(one.Count, other.Count); i++)
        {
            if (one[i] != other[i])
                return one[i].CompareTo(other[i]);
        }

        return one.Count.CompareTo(other.Count);
    }

    private CelValue? Name(string name)
    {
        foreach (var (known, value) in _variables)
        {
            if (known == name)
                return value;
        }

        if (name is "true" or "false")
            return CelValue.Of(name == "true");
        Assert.True(facts.Schema.TryFind(name, out var slot), name);
        return facts[slot].IsKnown ? facts[slot] : null;
    }

    private CelValue? Logic(CelSyntax.Logic logic)
    {
        var sides = logic.Sides.Select(Value).ToList();
        if (sides.Exists(side => side is { } known && known.IsTrue != logic.IsAnd))
            return CelValue.Of(!logic.IsAnd);
        return sides.Exists(side => side is null) ? null : CelValue.Of(logic.IsAnd);
    }

    private CelValue? Call(CelSyntax.Call call) => call.Function switch
    {
        "size" => Value(call.Target ?? call.Arguments[0]) is { } sized ? CelValue.Of((long)(sized.List?.Count ?? sized.Text.EnumerateRunes().Count())) : null,
        "has" => Value(call.Arguments[0]) is null ? null : CelValue.Of(true),
        _ => Macro(call),
    };

    private CelValue? Macro(CelSyntax.Call call)
    {
        if (Value(call.Target!)?.List is not { } list)
            return null;
        var asked = list.Select(one => (One: one, Answer: With(call.Arguments[0].ToString(), one, call.Arguments[1]))).ToList();
        var isOpen = asked.Exists(one => one.Answer is null);
        switch (call.Function)
        {
            case "all":
                return asked.Exists(one => one.Answer is { IsTrue: false }) ? CelValue.Of(false) : isOpen ? null : CelValue.Of(true);
            case "exists":
                return asked.Exists(one => one.Answer is { IsTrue: true }) ? CelValue.Of(true) : isOpen ? null : CelValue.Of(false);
            case "exists_one":
                return isOpen ? null : CelValue.Of(asked.Count(one => one.Answer!.Value.IsTrue) == 1);
            case "map":
                return List([.. asked.Select(one => one.Answer)]);
            case "filter":
                return isOpen ? null : CelValue.ListOf([.. asked.Where(one => one.Answer!.Value.IsTrue).Select(one => one.One)]);
            default:
                throw new NotSupportedException(call.Function);
        }
    }

    private CelValue? With(string name, CelValue value, CelSyntax body)
    {
        _variables.Push((name, value));
        var answer = Value(body);
        _variables.Pop();
        return answer;
    }
}
