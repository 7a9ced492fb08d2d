using System.Collections.Immutable;

namespace StoreOps.Rules.Expressions.Syntax;

/// <content>Arguments, lists, maps and messages.</content>
internal sealed partial class Parser
{
    private ImmutableArray<CelSyntax>? Arguments()
    {
        var arguments = ImmutableArray.CreateBuilder<CelSyntax>();
        while (!Take(TokenKind.CloseParen))
        {
            if (arguments.Count > 0 && !Take(TokenKind.Comma))
            {
                Unexpected("\",\" or \")\"");
                return null;
            }

            if (Expression() is not { } argument)
                return null;
            arguments.Add(argument);
        }

        return arguments.ToImmutable();
    }

    private CelSyntax? List()
    {
        var at = _token.Offset;
        Advance();
        var elements = ImmutableArray.CreateBuilder<CelSyntax>();
        List<int>? optional = null;
        while (!Take(TokenKind.CloseBracket))
        {
            if (Take(TokenKind.Question))
                (optional ??= []).Add(elements.Count);
            if (Expression() is not { } element)
                return null;
            elements.Add(element);
            if (!Take(TokenKind.Comma) && _token.Kind != TokenKind.CloseBracket)
                return Unexpected("\",\" or \"]\"");
        }

        return Count(new CelSyntax.ListOf(at, elements.ToImmutable(), Marked(elements.Count, optional)));
    }

    private CelSyntax? Braces(string? typeName)
    {
        var at = _token.Offset;
        Advance();
        var parts = ImmutableArray.CreateBuilder<CelSyntax>();
        List<int>? optional = null;
        while (!Take(TokenKind.CloseBrace))
        {
            if (Take(TokenKind.Question))
                (optional ??= []).Add(parts.Count / 2);
            var key = typeName is null ? Expression() : Field();
            if (key is null)
                return null;
            if (!Take(TokenKind.Colon))
                return Unexpected("\":\"");
            if (Expression() is not { } value)
                return null;
            parts.Add(key);
            parts.Add(value);
            if (!Take(TokenKind.Comma) && _token.Kind != TokenKind.CloseBrace)
                return Unexpected("\",\" or \"}\"");
        }

        return Count(new CelSyntax.MapOf(at, typeName, parts.ToImmutable(), Marked(parts.Count / 2, optional)));
    }

    private CelSyntax? Field()
    {
        var name = _token;
        if (name.Kind is not (TokenKind.Name or TokenKind.QuotedName))
            return Unexpected("the name of a field");
        Advance();
        return Count(new CelSyntax.Literal(name.Offset, CelValue.Of(name.Text)));
    }

    private static string? TypeName(CelSyntax operand) => operand switch
    {
        CelSyntax.Identifier name => (name.IsRooted ? "." : string.Empty) + name.Name,
        CelSyntax.Select { IsOptional: false, IsQuoted: false } select when TypeName(select.Operand) is { } prefix => prefix + "." + select.Member,
        _ => null,
    };

    private static ImmutableArray<bool> Marked(int count, List<int>? places)
    {
        var marks = new bool[count];
        for (var i = 0; i < (places?.Count ?? 0); i++)
            marks[places![i]] = true;
        return ImmutableArray.Create(marks);
    }
}
