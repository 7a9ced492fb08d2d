namespace StoreOps.Rules.Expressions;

/// <summary>Reads and type-checks one condition by recursive descent; stops at the first thing that is wrong.</summary>
internal sealed class Parser
{
    private readonly string _source;
    private readonly ConditionCompiler _compiler;
    private readonly Lexer _lexer;
    private Token _token;
    private int _depth;

    public Parser(string source, ConditionCompiler compiler, int depth)
    {
        // A name is read on the stack of the condition that uses it, so it goes on counting there.
        _depth = depth;
        _source = source;
        _compiler = compiler;
        _lexer = new Lexer(source);
        _token = _lexer.Next();
    }

    /// <summary>Gets what is wrong; null until something is.</summary>
    public ExpressionIssue? Issue { get; private set; }

    public Node? ParseWhole()
    {
        var root = ParseOr();
        if (root is null)
            return null;
        if (_token.Kind != TokenKind.End || _lexer.Problem is not null)
            return Unexpected("the end of the condition");
        if (root.Weight > ConditionCompiler.MaxWeight)
            return Fail(0, "A condition has at most 1024 parts, those behind names included; this one has more.");
        return root.Depth > ConditionCompiler.MaxDepth ? Fail(0, "A condition is nested at most 64 deep, names included; this one is deeper.") : root;
    }

    private Node? ParseOr() => ParseChain(isAnd: false, ParseAnd);

    private Node? ParseAnd() => ParseChain(isAnd: true, ParseRelation);

    private Node? ParseChain(bool isAnd, Func<Node?> parseSide)
    {
        var first = parseSide();
        var symbol = isAnd ? "&&" : "||";
        if (first is null || !_token.Is(symbol))
            return first;
        var sides = new List<Node> { first };
        var weight = first.Weight;
        while (_token.Is(symbol))
        {
            var at = _token.Offset;
            Advance();
            var side = parseSide();
            if (side is null)
                return null;
            if (first.Type != FactType.Bool || side.Type != FactType.Bool)
                return Fail(at, "Both sides of " + symbol + " answer yes or no; they were " + first.Type + " and " + side.Type + ".");
            sides.Add(side);
            weight += 1 + side.Weight;
            if (weight > ConditionCompiler.MaxWeight)
                return Fail(at, "A condition has at most 1024 parts, those behind names included; this one has more.");
        }

        return new LogicNode(isAnd, [.. sides]);
    }

    private Node? ParseRelation()
    {
        var left = ParseUnary();
        if (left is null)
            return null;
        var at = _token;
        if (at is { Kind: TokenKind.Name, Text: "in" })
        {
            Advance();
            var list = ParseUnary();
            return list is null ? null : In(at, left, list);
        }

        if (at.Kind != TokenKind.Symbol || at.Text is not ("==" or "!=" or "<" or "<=" or ">" or ">="))
            return left is ListNode ? Fail(at.Offset, "A list stands only after \"in\".") : left;
        Advance();
        var right = ParseUnary();
        if (right is null)
            return null;
        if (left.Type == FactType.TextList || right.Type == FactType.TextList)
            return Fail(at.Offset, "A list is not compared with " + at.Text + "; it stands only after \"in\".");
        if (!AreComparable(left.Type, right.Type))
            return Fail(at.Offset, "The sides of " + at.Text + " are of one type; they were " + left.Type + " and " + right.Type + ".");
        if (left.Type == FactType.Bool && at.Text is not ("==" or "!="))
            return Fail(at.Offset, "Yes and no are compared with == or != only; it was " + at.Text + ".");
        return new ComparisonNode(at.Text, left, right);
    }

    private Node? In(Token at, Node element, Node list)
    {
        var elementType = list is ListNode written ? written.ElementType : FactType.Text;
        if (list.Type != FactType.TextList)
            return Fail(at.Offset, "After \"in\" stands a list; it was " + list.Type + ".");
        if (element.Type == FactType.TextList)
            return Fail(at.Offset, "Before \"in\" stands one value; it was a list.");
        return AreComparable(element.Type, elementType)
            ? new InNode(element, list)
            : Fail(at.Offset, "The list after \"in\" holds " + elementType + "; the value before it was " + element.Type + ".");
    }

    private Node? ParseUnary()
    {
        // Counts what the stack holds, so that no source can exhaust it.
        if (++_depth > ConditionCompiler.MaxDepth)
            return Fail(_token.Offset, "A condition is nested at most 64 deep; this one is deeper.");
        var node = _token.Is("!") ? ParseNot() : _token.Is("-") ? ParseNegative() : ParsePrimary();
        _depth--;
        return node;
    }

    private Node? ParseNot()
    {
        var at = _token;
        Advance();
        var inner = ParseUnary();
        if (inner is null)
            return null;
        return inner.Type == FactType.Bool ? new NotNode(inner) : Fail(at.Offset, "After ! stands something that answers yes or no; it was " + inner.Type + ".");
    }

    private Node? ParseNegative()
    {
        var at = _token.Offset;
        Advance();
        if (_token.Kind is not (TokenKind.Int or TokenKind.Decimal))
            return Fail(_token.Offset, "After - stands a number; arithmetic is not supported yet.");
        var number = _token;
        Advance();
        if (number.Kind == TokenKind.Decimal)
            return new LiteralNode(FactValue.Of(-number.Number));
        return -number.Number < long.MinValue
            ? Fail(at, "A whole number fits 64 bits; it was -" + number.Text + ".")
            : new LiteralNode(FactValue.Of((long)-number.Number));
    }

    private Node? ParsePrimary()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Int or TokenKind.Decimal:
                Advance();
                return token.Kind == TokenKind.Int && token.Number > long.MaxValue
                    ? Fail(token.Offset, "A whole number fits 64 bits; it was " + token.Text + ".")
                    : new LiteralNode(token.Kind == TokenKind.Int ? FactValue.Of((long)token.Number) : FactValue.Of(token.Number));
            case TokenKind.Text:
                Advance();
                return new LiteralNode(FactValue.Of(token.Text));
            case TokenKind.Name:
                return ParseName();
        }

        if (token.Is("("))
        {
            Advance();
            var inner = ParseOr();
            if (inner is null)
                return null;
            return TakeSymbol(")") ? inner : Unexpected("\")\"");
        }

        return token.Is("[") ? ParseList() : Unexpected("a value");
    }

    private Node? ParseName()
    {
        var start = _token;
        Advance();
        if (start.Text is "true" or "false")
            return new LiteralNode(FactValue.Of(start.Text == "true"));
        var name = start.Text;
        while (_token.Is("."))
        {
            Advance();
            if (_token.Kind != TokenKind.Name)
                return Unexpected("the name of a fact after \".\"");
            name += "." + _token.Text;
            Advance();
        }

        if (_token.Is("("))
            return Fail(start.Offset, "The function \"" + name + "\" is not supported yet.");
        return _compiler.Resolve(name, _depth, out var problem) ?? Fail(start.Offset, problem);
    }

    private Node? ParseList()
    {
        var start = _token;
        Advance();
        var values = new List<FactValue>();
        while (!_token.Is("]"))
        {
            var at = _token.Offset;
            var element = ParseUnary();
            if (element is null)
                return null;
            if (element is not LiteralNode literal)
                return Fail(at, "A list holds written values only; other elements are not supported yet.");
            if (literal.Type == FactType.TextList)
                return Fail(at, "A list holds single values; this one is a list.");
            values.Add(literal.Value(null!));
            if (!AreComparable(values[0].Type, element.Type))
                return Fail(at, "A list holds values of one type; they were " + values[0].Type + " and " + element.Type + ".");
            if (!TakeSymbol(",") && !_token.Is("]"))
                return Unexpected("\",\" or \"]\"");
        }

        Advance();
        return values.Count == 0 ? Fail(start.Offset, "A list holds at least one value; it was empty.") : new ListNode([.. values], values[0].Type);
    }

    private static bool AreComparable(FactType left, FactType right) =>
        left == right || (left is FactType.Int or FactType.Decimal && right is FactType.Int or FactType.Decimal);

    private bool TakeSymbol(string symbol)
    {
        if (!_token.Is(symbol))
            return false;
        Advance();
        return true;
    }

    private void Advance() => _token = _lexer.Next();

    private Node? Unexpected(string wanted)
    {
        var was = _token.Kind == TokenKind.End ? "the end" : "\"" + _token.Text + "\"";
        return Fail(_token.Offset, was is "\"+\"" or "\"-\"" or "\"*\"" or "\"/\"" or "\"%\"" or "\"?\"" or "\"{\""
            ? was + " is not supported yet."
            : "There should be " + wanted + "; it was " + was + ".");
    }

    private Node? Fail(int offset, string detail)
    {
        if (_lexer.Problem is { } problem)
            (offset, detail) = problem;
        var line = 1;
        var column = 1;
        for (var i = 0; i < offset && i < _source.Length; i++)
        {
            column++;
            if (_source[i] == '\n')
                (line, column) = (line + 1, 1);
        }

        Issue ??= new ExpressionIssue(offset, line, column, detail);
        return null;
    }
}
