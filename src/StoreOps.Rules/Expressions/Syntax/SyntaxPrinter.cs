using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace StoreOps.Rules.Expressions.Syntax;

/// <summary>Writes a tree so that it reads as the same tree.</summary>
internal static class SyntaxPrinter
{
    // How close operators bind; a part that binds less than its place asks for stands in parentheses.
    private const int Choice = 0;
    private const int Or = 1;
    private const int And = 2;
    private const int Relation = 3;
    private const int Sum = 4;
    private const int Product = 5;
    private const int Sign = 6;
    private const int Member = 7;

    public static string Print(CelSyntax root)
    {
        var text = new StringBuilder();
        Write(root, Choice, text);
        return text.ToString();
    }

    private static void Write(CelSyntax node, int least, StringBuilder text)
    {
        var isWrapped = BindingOf(node) < least;
        if (isWrapped)
            text.Append('(');
        switch (node)
        {
            case CelSyntax.Literal literal:
                WriteLiteral(literal, text);
                break;
            case CelSyntax.Identifier name:
                text.Append(name.IsRooted ? "." : string.Empty).Append(name.Name);
                break;
            case CelSyntax.Select select:
                Write(select.Operand, Member, text);
                text.Append(select.IsOptional ? ".?" : ".").Append(select.IsQuoted ? "`" + select.Member + "`" : select.Member);
                break;
            case CelSyntax.Index index:
                Write(index.Operand, Member, text);
                text.Append(index.IsOptional ? "[?" : "[");
                Write(index.At, Choice, text);
                text.Append(']');
                break;
            case CelSyntax.Call call:
                WriteCall(call, text);
                break;
            case CelSyntax.Unary unary:
                WriteUnary(unary, text);
                break;
            case CelSyntax.Binary binary:
                var binding = BindingOf(binary);
                Write(binary.Left, binding, text);
                text.Append(' ').Append(binary.Operator).Append(' ');
                Write(binary.Right, binding + 1, text);
                break;
            case CelSyntax.Logic logic:
                WriteLogic(logic, text);
                break;
            case CelSyntax.Conditional choice:
                Write(choice.Test, Or, text);
                text.Append(" ? ");
                Write(choice.Then, Or, text);
                text.Append(" : ");
                Write(choice.Otherwise, Choice, text);
                break;
            case CelSyntax.ListOf list:
                WriteList(list, text);
                break;
            case CelSyntax.MapOf map:
                WriteMap(map, text);
                break;
        }

        if (isWrapped)
            text.Append(')');
    }

    private static int BindingOf(CelSyntax node) => node switch
    {
        CelSyntax.Conditional => Choice,
        CelSyntax.Logic logic => logic.IsAnd ? And : Or,
        CelSyntax.Binary binary => binary.Operator switch { "+" or "-" => Sum, "*" or "/" or "%" => Product, _ => Relation },
        CelSyntax.Unary => Sign,
        _ => Member,
    };

    private static void WriteLiteral(CelSyntax.Literal literal, StringBuilder text)
    {
        if (literal.Value.Kind != CelKind.Double)
        {
            text.Append(literal.Value.ToString());
            return;
        }

        // Zero has a sign that a decimal does not show.
        if (literal.Exact is not { } exact || (exact == 0m && literal.Value.Bits != 0))
        {
            text.Append(CelText.Literal(literal.Value.AsDouble));
            return;
        }

        var digits = exact.ToString(CultureInfo.InvariantCulture);
        text.Append(digits).Append(digits.IndexOf('.') < 0 ? ".0" : string.Empty);
    }

    private static void WriteUnary(CelSyntax.Unary unary, StringBuilder text)
    {
        text.Append(unary.Operator);
        // A minus right before a number would become part of it; signs of two kinds need parentheses between them.
        var isPlain = unary.Operator == "-"
            ? !StartsWithNumber(unary.Operand) && unary.Operand is not CelSyntax.Unary { Operator: "!" }
            : unary.Operand is not CelSyntax.Unary { Operator: "-" } && !StartsWithMinus(unary.Operand);
        Write(unary.Operand, isPlain ? Sign : Member + 1, text);
    }

    private static bool StartsWithNumber(CelSyntax node) => First(node) is CelSyntax.Literal { Value.Kind: CelKind.Int or CelKind.Uint or CelKind.Double };

    private static bool StartsWithMinus(CelSyntax node) =>
        First(node) is CelSyntax.Literal { Value: { Kind: CelKind.Int, Bits: < 0 } or { Kind: CelKind.Double, Bits: < 0 } };

    private static CelSyntax First(CelSyntax node)
    {
        while (true)
        {
            switch (node)
            {
                case CelSyntax.Select select:
                    node = select.Operand;
                    break;
                case CelSyntax.Index index:
                    node = index.Operand;
                    break;
                case CelSyntax.Call { Target: { } target }:
                    node = target;
                    break;
                default:
                    return node;
            }
        }
    }

    private static void WriteCall(CelSyntax.Call call, StringBuilder text)
    {
        if (call.Target is { } target)
        {
            Write(target, Member, text);
            text.Append('.');
        }

        text.Append(call.IsRooted ? "." : string.Empty).Append(call.Function).Append('(');
        WriteSeveral(call.Arguments, text);
        text.Append(')');
    }

    private static void WriteSeveral(ImmutableArray<CelSyntax> nodes, StringBuilder text)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i > 0)
                text.Append(", ");
            Write(nodes[i], Choice, text);
        }
    }

    private static void WriteLogic(CelSyntax.Logic logic, StringBuilder text)
    {
        for (var i = 0; i < logic.Sides.Length; i++)
        {
            if (i > 0)
                text.Append(logic.IsAnd ? " && " : " || ");
            // A chain within a chain of its own kind was written with parentheses.
            Write(logic.Sides[i], logic.IsAnd ? Relation : And, text);
        }
    }

    private static void WriteList(CelSyntax.ListOf list, StringBuilder text)
    {
        text.Append('[');
        for (var i = 0; i < list.Children.Length; i++)
        {
            text.Append(i > 0 ? ", " : string.Empty).Append(list.AreOptional[i] ? "?" : string.Empty);
            Write(list.Children[i], Choice, text);
        }

        text.Append(']');
    }

    private static void WriteMap(CelSyntax.MapOf map, StringBuilder text)
    {
        text.Append(map.TypeName).Append('{');
        for (var i = 0; i < map.AreOptional.Length; i++)
        {
            text.Append(i > 0 ? ", " : string.Empty).Append(map.AreOptional[i] ? "?" : string.Empty);
            var key = map.Children[2 * i];
            if (map.TypeName is null)
                Write(key, Choice, text);
            else
                text.Append(((CelSyntax.Literal)key).Value.Text);
            text.Append(": ");
            Write(map.Children[(2 * i) + 1], Choice, text);
        }

        text.Append('}');
    }
}
