namespace StoreOps.Rules.Expressions.Nodes;

/// <summary>Names of kinds and types of values, as expressions name them.</summary>
internal static class Kinds
{
    public static string Name(in CelValue value) => TypeOf(value).ToString();

    /// <summary>Returns the type of a value, without what it is made of.</summary>
    public static CelType TypeOf(in CelValue value) => value.Kind switch
    {
        CelKind.Null => CelType.Null,
        CelKind.Bool => CelType.Bool,
        CelKind.Int => CelType.Int,
        CelKind.Uint => CelType.Uint,
        CelKind.Double => CelType.Double,
        CelKind.Decimal => CelType.Decimal,
        CelKind.Money => CelType.Money,
        CelKind.String => CelType.String,
        CelKind.Bytes => CelType.Bytes,
        CelKind.List => BareList,
        CelKind.Map => BareMap,
        CelKind.Type => BareType,
        CelKind.Timestamp => CelType.Timestamp,
        CelKind.Duration => CelType.Duration,
        CelKind.Optional => BareOptional,
        CelKind.IpAddress => CelType.IpAddress,
        CelKind.IpRange => CelType.IpRange,
        _ => CelType.Dyn,
    };

    public static CelType BareList { get; } = CelType.List(CelType.Dyn);

    public static CelType BareMap { get; } = CelType.Map(CelType.Dyn, CelType.Dyn);

    public static CelType BareType { get; } = CelType.Type(CelType.Dyn);

    public static CelType BareOptional { get; } = CelType.Optional(CelType.Dyn);

    /// <summary>Tells whether a value may be given where a type is declared.</summary>
    public static bool IsOf(in CelValue value, CelType declared)
    {
        if (declared.IsDyn)
            return true;
        if (value.Kind != declared.Kind)
            return declared.Kind == CelKind.Decimal && value.Kind == CelKind.Int;
        switch (value.Kind)
        {
            case CelKind.List when !declared[0].IsDyn && !(value.List is CelList.OfStrings && declared[0].Kind == CelKind.String):
                foreach (var element in value.List!)
                {
                    if (!IsOf(element, declared[0]))
                        return false;
                }

                return true;
            case CelKind.Map when declared.IsRecord:
                return IsRecordOf(value.Map!, declared);
            case CelKind.Map when !(declared[0].IsDyn && declared[1].IsDyn):
                foreach (var key in value.Map!.Keys)
                {
                    if (!IsOf(key, declared[0]) || !value.Map.TryGet(key, out var one) || !IsOf(one, declared[1]))
                        return false;
                }

                return true;
            case CelKind.Optional:
                return value.OptionalValue is not { } inner || IsOf(inner, declared[0]);
            default:
                return true;
        }
    }

    private static bool IsRecordOf(CelMap map, CelType declared)
    {
        if (map is IHostRecord record && ReferenceEquals(record.Type, declared))
            return true;
        foreach (var key in map.Keys)
        {
            if (key.Kind != CelKind.String || declared.Member(key.Text) is not { } member || !map.TryGet(key, out var one) || !IsOf(one, member.Type))
                return false;
        }

        return true;
    }
}
