namespace StoreOps.Rules.Expressions.Binding;

/// <summary>The types that a function takes and gives.</summary>
/// <param name="Parameters">What it takes, the target of a method first. A, B and C stand for any type.</param>
/// <param name="Result">What it gives.</param>
internal sealed record Signature(CelType[] Parameters, CelType Result)
{
    /// <summary>Gets a value indicating whether some types are left open.</summary>
    public bool IsOpen { get; } = Parameters.Append(Result).Any(IsOpenType);

    /// <summary>Reads a signature such as "list(A),A:bool".</summary>
    public static Signature Read(string text)
    {
        var at = 0;
        var parameters = new List<CelType>();
        while (text[at] != ':')
        {
            parameters.Add(ReadType(text, ref at));
            if (text[at] == ',')
                at++;
        }

        at++;
        return new Signature([.. parameters], ReadType(text, ref at));
    }

    private static bool IsOpenType(CelType type) => type.IsVariable || type.Parameters.Any(IsOpenType);

    private static CelType ReadType(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsLetter(text[at]))
            at++;
        var name = text.Substring(start, at - start);
        var parts = new List<CelType>();
        if (at < text.Length && text[at] == '(')
        {
            do
            {
                at++;
                parts.Add(ReadType(text, ref at));
            }
            while (text[at] == ',');
            at++;
        }

        return name switch
        {
            "bool" => CelType.Bool,
            "int" => CelType.Int,
            "uint" => CelType.Uint,
            "double" => CelType.Double,
            "decimal" => CelType.Decimal,
            "money" => CelType.Money,
            "string" => CelType.String,
            "bytes" => CelType.Bytes,
            "timestamp" => CelType.Timestamp,
            "duration" => CelType.Duration,
            "dyn" => CelType.Dyn,
            "ip" => CelType.IpAddress,
            "cidr" => CelType.IpRange,
            "list" => CelType.List(parts[0]),
            "map" => CelType.Map(parts[0], parts[1]),
            "optional" => CelType.Optional(parts[0]),
            "type" => CelType.Type(parts[0]),
            _ => CelType.Variable(name),
        };
    }
}
