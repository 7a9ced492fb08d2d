using System.Collections.Immutable;

namespace StoreOps.Rules.Expressions.Syntax;

/// <summary>Reads one expression by recursive descent; stops at the first thing that is wrong.</summary>
internal sealed partial class Parser
{
    private readonly ExpressionLimits _limits;
    private readonly Lexer _lexer;
    private Token _token;
    private int _depth;
    private int _nodes;
    private bool _isTooBig;
    private (int Offset, string Detail)? _problem;

    private Parser(string source, ExpressionLimits limits)
    {
        _limits = limits;
        _lexer = new Lexer(source);
        _token = _lexer.Next();
    }

    public static CelSyntax? Parse(string source, ExpressionLimits limits, out ExpressionIssue? issue)
    {
        if (source.Length > limits.MaxLength)
        {
            issue = new ExpressionIssue(ExpressionIssueCodes.TooLong, 0, 1, 1, ExpressionLimits.Say("An expression has at most {0} characters; this one has more.", limits.MaxLength));
            return null;
        }

        var parser = new Parser(source, limits);
        var root = parser.Whole();
        var problem = parser._lexer.Problem ?? parser._problem;
        issue = root is not null && problem is null ? null
            : ExpressionIssue.At(source, parser._isTooBig ? ExpressionIssueCodes.TooLarge : ExpressionIssueCodes.Syntax, problem?.Offset ?? 0, problem?.Detail ?? string.Empty);
        return issue is null ? root : null;
    }

    private CelSyntax? Whole()
    {
        var root = Expression();
        return root is not null && _token.Kind != TokenKind.End ? Unexpected("the end of the expression") : root;
    }

    private CelSyntax? Expression()
    {
        // Counts what the stack holds, so that no source can exhaust it.
        if (++_depth > _limits.MaxDepth)
            return TooBig("An expression is nested at most {0} deep; this one is deeper.", _limits.MaxDepth);
        var test = Chain(isAnd: false);
        if (test is not null && _token.Kind == TokenKind.Question)
        {
            var at = _token.Offset;
            Advance();
            var then = Chain(isAnd: false);
            if (then is null)
                return null;
            if (!Take(TokenKind.Colon))
                return Unexpected("\":\"");
            var otherwise = Expression();
            test = otherwise is null ? null : Count(new CelSyntax.Conditional(at, test, then, otherwise));
        }

        _depth--;
        return test;
    }

    private CelSyntax? Chain(bool isAnd)
    {
        var kind = isAnd ? TokenKind.And : TokenKind.Or;
        var first = isAnd ? Relation() : Chain(isAnd: true);
        if (first is null || _token.Kind != kind)
            return first;
        var at = _token.Offset;
        var sides = ImmutableArray.CreateBuilder<CelSyntax>();
        sides.Add(first);
        while (_token.Kind == kind)
        {
            Advance();
            var side = isAnd ? Relation() : Chain(isAnd: true);
            if (side is null)
                return null;
            sides.Add(side);
        }

        return Count(new CelSyntax.Logic(at, isAnd, sides.ToImmutable()));
    }

    private CelSyntax? Relation()
    {
        var left = Sum();
        for (var links = 0; left is not null && RelationOf(_token) is { } sign; links++)
            left = Binary(sign, left, Sum, links);
        return left;
    }

    private CelSyntax? Sum()
    {
        var left = Product();
        for (var links = 0; left is not null && _token.Kind is TokenKind.Plus or TokenKind.Minus; links++)
            left = Binary(_token.Text, left!, Product, links);
        return left;
    }

    private CelSyntax? Product()
    {
        var left = UnaryOrMember();
        for (var links = 0; left is not null && _token.Kind is TokenKind.Times or TokenKind.Divide or TokenKind.Modulo; links++)
            left = Binary(_token.Text, left!, UnaryOrMember, links);
        return left;
    }

    // A chain of one operator is a tree as deep as it is long.
    private CelSyntax? Binary(string sign, CelSyntax left, Func<CelSyntax?> parseRight, int links)
    {
        if (links >= ExpressionLimits.MaxLinks)
            return TooBig("A chain of operators has at most {0} links; this one has more.", ExpressionLimits.MaxLinks);
        var at = _token.Offset;
        Advance();
        var right = parseRight();
        return right is null ? null : Count(new CelSyntax.Binary(at, sign, left, right));
    }

    private static string? RelationOf(in Token token) => token.Kind switch
    {
        >= TokenKind.Equal and <= TokenKind.GreaterOrEqual => token.Text,
        TokenKind.Name when token.Text == "in" => "in",
        _ => null,
    };

    private CelSyntax? UnaryOrMember()
    {
        if (_token.Kind is not (TokenKind.Not or TokenKind.Minus))
            return Member();
        if (++_depth > _limits.MaxDepth)
            return TooBig("An expression is nested at most {0} deep; this one is deeper.", _limits.MaxDepth);
        var sign = _token;
        Advance();
        CelSyntax? result;
        if (sign.Kind == TokenKind.Minus && _token.Kind is TokenKind.Int or TokenKind.Double)
        {
            // A minus before a number belongs to it, also before a member of it.
            result = Member(sign.Offset);
        }
        else
        {
            var operand = sign.Kind == _token.Kind || _token.Kind is not (TokenKind.Not or TokenKind.Minus) ? UnaryOrMember() : Unexpected("a value");
            result = operand is null ? null : Count(new CelSyntax.Unary(sign.Offset, sign.Text, operand));
        }

        _depth--;
        return result;
    }

    private CelSyntax? Member(int? minusAt = null)
    {
        var operand = minusAt is { } at ? Literals.Read(_token, this, isNegative: true, at) : Primary();
        for (var links = 0; operand is not null; links++)
        {
            if (_token.Kind is not (TokenKind.Dot or TokenKind.OpenBracket or TokenKind.OpenBrace))
                return operand;
            if (links >= ExpressionLimits.MaxLinks)
                return TooBig("A chain of members has at most {0} links; this one has more.", ExpressionLimits.MaxLinks);
            if (_token.Kind == TokenKind.OpenBrace)
            {
                if (TypeName(operand) is not { } name)
                    return Unexpected("an operator or the end");
                operand = Braces(name);
            }
            else
            {
                operand = _token.Kind == TokenKind.Dot ? DotMember(operand) : Element(operand);
            }
        }

        return null;
    }

    private CelSyntax? DotMember(CelSyntax operand)
    {
        var at = _token.Offset;
        Advance();
        var isOptional = Take(TokenKind.Question);
        var name = _token;
        if (name.Kind is not (TokenKind.Name or TokenKind.QuotedName) || (name.Kind == TokenKind.Name && Reserved.IsLiteral(name.Text)))
            return Unexpected("a name after \".\"");
        Advance();
        if (_token.Kind != TokenKind.OpenParen || name.Kind == TokenKind.QuotedName || isOptional)
            return Count(new CelSyntax.Select(at, operand, name.Text, isOptional, name.Kind == TokenKind.QuotedName));
        Advance();
        return Arguments() is { } arguments ? Count(new CelSyntax.Call(at, operand, name.Text, arguments, isRooted: false)) : null;
    }

    private CelSyntax? Element(CelSyntax operand)
    {
        var at = _token.Offset;
        Advance();
        var isOptional = Take(TokenKind.Question);
        var key = Expression();
        if (key is null)
            return null;
        return Take(TokenKind.CloseBracket) ? Count(new CelSyntax.Index(at, operand, key, isOptional)) : Unexpected("\"]\"");
    }

    private CelSyntax? Primary()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Int or TokenKind.Uint or TokenKind.Double or TokenKind.Text or TokenKind.Bytes:
                return Literals.Read(token, this, isNegative: false, token.Offset);
            case TokenKind.Dot:
                Advance();
                return _token.Kind == TokenKind.Name ? Name(token.Offset, isRooted: true) : Unexpected("a name after \".\"");
            case TokenKind.Name:
                return Name(token.Offset, isRooted: false);
            case TokenKind.OpenParen:
                Advance();
                var inner = Expression();
                if (inner is null)
                    return null;
                return Take(TokenKind.CloseParen) ? inner : Unexpected("\")\"");
            case TokenKind.OpenBracket:
                return List();
            case TokenKind.OpenBrace:
                return Braces(null);
            default:
                return Unexpected("a value");
        }
    }

    private CelSyntax? Name(int at, bool isRooted)
    {
        var name = _token.Text;
        if (!isRooted && name is "true" or "false" or "null")
        {
            Advance();
            return Count(new CelSyntax.Literal(at, name == "null" ? CelValue.Null : CelValue.Of(name == "true")));
        }

        if (Reserved.IsReserved(name))
            return Fail(at, "\"" + name + "\" is a word that CEL keeps for itself; it cannot be a name here.");
        Advance();
        if (_token.Kind != TokenKind.OpenParen)
            return Count(new CelSyntax.Identifier(at, name, isRooted));
        Advance();
        return Arguments() is { } arguments ? Count(new CelSyntax.Call(at, null, name, arguments, isRooted)) : null;
    }

    private bool Take(TokenKind kind)
    {
        if (_token.Kind != kind)
            return false;
        Advance();
        return true;
    }

    internal void Advance() => _token = _lexer.Next();

    internal T? Count<T>(T node)
        where T : CelSyntax
    {
        if (++_nodes <= _limits.MaxNodes)
            return node;
        TooBig("An expression has at most {0} parts; this one has more.", _limits.MaxNodes);
        return null;
    }

    private CelSyntax? Unexpected(string wanted)
    {
        var was = _token.Kind switch
        {
            TokenKind.End => "the end",
            TokenKind.Text or TokenKind.Bytes => "a text",
            _ => "\"" + _token.Text + "\"",
        };
        var meant = _token.Kind == TokenKind.Name ? Reserved.Meant(_token.Text) : string.Empty;
        return Fail(_token.Offset, "There should be " + wanted + "; it was " + was + meant + ".");
    }

    private CelSyntax? TooBig(string detail, int most)
    {
        _isTooBig = true;
        return Fail(_token.Offset, ExpressionLimits.Say(detail, most));
    }

    internal CelSyntax? Fail(int offset, string detail)
    {
        _problem ??= (offset, detail);
        return null;
    }
}
