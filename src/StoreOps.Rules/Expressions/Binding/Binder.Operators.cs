using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Binding;

/// <content>Operators, lists and maps.</content>
internal sealed partial class Binder
{
    private Node? BindUnary(CelSyntax.Unary unary)
    {
        if (Bind(unary.Operand) is not { } operand)
            return null;
        if (unary.Operator == "-")
            return Overload(unary, FunctionTable.Find("-_", isMethod: false, 1)!, "-", [operand]);
        return _types.TryAssign(operand.Type, CelType.Bool) || !_isChecked
            ? new NotNode(unary, operand)
            : Wrong(unary, ExpressionIssueCodes.WrongType, "After ! stands something that answers yes or no; it was " + Show(operand.Type) + ".");
    }

    private Node? BindBinary(CelSyntax.Binary binary)
    {
        if (Bind(binary.Left) is not { } left)
            return null;
        var isExact = _types.Resolve(left.Type).Kind is CelKind.Decimal or CelKind.Money;
        var right = binary is { Operator: "in", Right: CelSyntax.ListOf list } ? BindList(list, isExact) : Bind(binary.Right);
        if (right is null)
            return null;
        if (binary.Operator is "+" or "-" or "*" or "/" or "%")
            return Overload(binary, FunctionTable.Find("_" + binary.Operator + "_", isMethod: false, 2)!, binary.Operator, Exact([left, right]));
        return binary.Operator == "in" ? In(binary, left, right) : Comparison(binary, left, right);
    }

    // A number written with a point is exact where it meets an exact one.
    private Node[] Exact(Node[] nodes)
    {
        if (Array.Exists(nodes, node => _types.Resolve(node.Type).Kind is CelKind.Decimal or CelKind.Money))
        {
            for (var i = 0; i < nodes.Length; i++)
                nodes[i] = nodes[i] is LiteralNode literal ? literal.ToExact() : nodes[i];
        }

        return nodes;
    }

    private Node? Comparison(CelSyntax.Binary binary, Node left, Node right)
    {
        var both = Exact([left, right]);
        (left, right) = (both[0], both[1]);
        if (_isChecked && !AreComparable(left.Type, right.Type))
            return Wrong(binary, ExpressionIssueCodes.WrongType, "The sides of " + binary.Operator + " are of one type; they were " + Show(left.Type) + " and " + Show(right.Type) + ".");
        if (_isChecked && binary.Operator is not ("==" or "!=") && !HasOrder(left.Type))
            return Wrong(binary, ExpressionIssueCodes.WrongType, Show(left.Type) + " has no order; it is compared with == or != only.");
        var (fact, literal, isReversed) = left is FactNode && right is LiteralNode ? ((FactNode)left, (LiteralNode)right, false)
            : right is FactNode && left is LiteralNode ? ((FactNode)right, (LiteralNode)left, true)
            : (null, null, false);
        return (fact?.Type.Kind, literal?.Constant.Kind) switch
        {
            (CelKind.Int, CelKind.Int) => new IntComparisonNode(binary, binary.Operator, left, right, fact!.Slot, literal!.Constant.Bits, isReversed),
            (CelKind.Decimal, CelKind.Int or CelKind.Decimal) =>
                new DecimalComparisonNode(binary, binary.Operator, left, right, fact!.Slot, literal!.Constant.Number, isReversed),
            (CelKind.String, CelKind.String) when binary.Operator is "==" or "!=" =>
                new TextComparisonNode(binary, binary.Operator, left, right, fact!.Slot, literal!.Constant.Text),
            _ => new ComparisonNode(binary, binary.Operator, left, right),
        };
    }

    // CEL checks that the sides are of one type; numbers of different kinds compare by value here, as they do where types are not known before.
    private bool AreComparable(CelType left, CelType right) => _types.TryAssign(left, right) || _types.TryAssign(right, left) || AreNumeric(left, right);

    private bool AreNumeric(CelType left, CelType right)
    {
        (left, right) = (_types.Resolve(left), _types.Resolve(right));
        return (left.IsNumber || left.Kind == CelKind.Money) && (right.IsNumber || right.Kind == CelKind.Money);
    }

    private bool HasOrder(CelType type)
    {
        type = _types.Resolve(type);
        return type.IsDyn || type.IsVariable || type.IsNumber
            || type.Kind is CelKind.Bool or CelKind.Money or CelKind.String or CelKind.Bytes or CelKind.Timestamp or CelKind.Duration;
    }

    private Node? In(CelSyntax.Binary binary, Node element, Node list)
    {
        var type = _types.Resolve(list.Type);
        if (type.Kind is CelKind.List or CelKind.Map)
        {
            if (_isChecked && !AreComparable(element.Type, type[0]))
                return Wrong(binary, ExpressionIssueCodes.WrongType, "What stands after \"in\" holds " + Show(type[0]) + "; the value before it was " + Show(element.Type) + ".");
        }
        else if (_isChecked && !type.IsDyn && !type.IsVariable)
        {
            return Wrong(binary, ExpressionIssueCodes.WrongType, "After \"in\" stands a list or a map; it was " + Show(type) + ".");
        }

        return new InNode(binary, element, list);
    }

    private Node? BindLogic(CelSyntax.Logic logic)
    {
        if (BindAll(logic.Sides) is not { } sides)
            return null;
        foreach (var side in sides)
        {
            if (_isChecked && !_types.TryAssign(side.Type, CelType.Bool))
            {
                return Wrong(
                    side.Syntax, ExpressionIssueCodes.WrongType, "Both sides of " + (logic.IsAnd ? "&&" : "||") + " answer yes or no; one was " + Show(side.Type) + ".");
            }
        }

        return new LogicNode(logic, logic.IsAnd, sides);
    }

    private Node? BindConditional(CelSyntax.Conditional choice)
    {
        if (BindAll(choice.Children) is not { } parts)
            return null;
        if (_isChecked && !_types.TryAssign(parts[0].Type, CelType.Bool))
            return Wrong(parts[0].Syntax, ExpressionIssueCodes.WrongType, "Before ? stands something that answers yes or no; it was " + Show(parts[0].Type) + ".");
        var both = Exact([parts[1], parts[2]]);
        if (_isChecked && !_types.TryAssign(both[1].Type, both[0].Type))
            return Wrong(choice, ExpressionIssueCodes.WrongType, "Both choices are of one type; they were " + Show(both[0].Type) + " and " + Show(both[1].Type) + ".");
        return new ConditionalNode(choice, _types.Join(both[0].Type, both[1].Type), parts[0], both[0], both[1]);
    }

    private Node? BindList(CelSyntax.ListOf list, bool isExact)
    {
        if (BindAll(list.Children) is not { } elements)
            return null;
        if (isExact)
            elements = Array.ConvertAll(elements, element => element is LiteralNode literal ? literal.ToExact() : element);
        else
            elements = Exact(elements);
        CelType? joined = null;
        var isConstant = elements.Length > 0;
        for (var i = 0; i < elements.Length; i++)
        {
            if (Unwrapped(list.AreOptional[i], elements[i]) is not { } type)
                return Wrong(elements[i].Syntax, ExpressionIssueCodes.WrongType, "After ? stands an optional value; it was " + Show(elements[i].Type) + ".");
            joined = joined is null ? type : _types.Join(joined, type);
            isConstant &= elements[i] is LiteralNode && !list.AreOptional[i];
        }

        var own = CelType.List(joined ?? _types.NewVariable());
        return isConstant ? new LiteralNode(list, own, Constant(elements)) : new ListNode(list, own, elements, [.. list.AreOptional]);
    }

    private static CelValue Constant(Node[] elements)
    {
        var values = new CelValue[elements.Length];
        var texts = new string[elements.Length];
        var areTexts = true;
        for (var i = 0; i < elements.Length; i++)
        {
            values[i] = ((LiteralNode)elements[i]).Constant;
            areTexts &= values[i].Kind == CelKind.String;
            if (areTexts)
                texts[i] = values[i].Text;
        }

        return areTexts ? CelValue.Of(System.Collections.Immutable.ImmutableArray.Create(texts)) : CelValue.OfOwned(values, values.Length);
    }

    private Node? BindMap(CelSyntax.MapOf map)
    {
        if (BindAll(map.Children) is not { } parts)
            return null;
        CelType? keys = null;
        CelType? values = null;
        for (var i = 0; i < map.AreOptional.Length; i++)
        {
            var value = parts[(2 * i) + 1];
            if (Unwrapped(map.AreOptional[i], value) is not { } type)
                return Wrong(value.Syntax, ExpressionIssueCodes.WrongType, "After ? stands an optional value; it was " + Show(value.Type) + ".");
            keys = keys is null ? parts[2 * i].Type : _types.Join(keys, parts[2 * i].Type);
            values = values is null ? type : _types.Join(values, type);
        }

        return new MapNode(map, CelType.Map(keys ?? _types.NewVariable(), values ?? _types.NewVariable()), parts, [.. map.AreOptional]);
    }

    // The type of an element; nothing where one that may be absent is not optional.
    private CelType? Unwrapped(bool isOptional, Node element)
    {
        if (!isOptional)
            return element.Type;
        var type = _types.Resolve(element.Type);
        if (type.Kind == CelKind.Optional)
            return type[0];
        return type.IsDyn || type.IsVariable || !_isChecked ? CelType.Dyn : null;
    }
}
