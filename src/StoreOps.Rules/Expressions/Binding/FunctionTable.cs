using StoreOps.Rules.Expressions.Functions;

using static StoreOps.Rules.Expressions.Binding.Function;

namespace StoreOps.Rules.Expressions.Binding;

/// <summary>All functions of the language.</summary>
internal static class FunctionTable
{
    private static readonly Function[] All = Sorted([.. Operators(), .. Core(), .. Times(), .. Texts(), .. Numbers(), .. Others()]);

    public static IEnumerable<string> Names => All.Where(one => one.Name[0] != '_' && one.Name[0] != '-').Select(one => one.Name).Distinct(StringComparer.Ordinal);

    /// <summary>Finds a function by name, kind and number of arguments.</summary>
    public static Function? Find(string name, bool isMethod, int count)
    {
        for (var at = FirstOf(name); at < All.Length && All[at].Name == name; at++)
        {
            if (All[at].IsMethod == isMethod && (All[at].Count == count || All[at].Count < 0))
                return All[at];
        }

        return null;
    }

    /// <summary>Tells whether there is a function of that name, with any number of arguments.</summary>
    public static bool Has(string name, bool isMethod)
    {
        for (var at = FirstOf(name); at < All.Length && All[at].Name == name; at++)
        {
            if (All[at].IsMethod == isMethod)
                return true;
        }

        return false;
    }

    private static int FirstOf(string name)
    {
        var (low, high) = (0, All.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(All[middle].Name, name) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static Function[] Sorted(Function[] functions)
    {
        Array.Sort(functions, (one, other) => string.CompareOrdinal(one.Name, other.Name));
        return functions;
    }

    private static Function[] Operators() =>
    [
        F("_+_", Arithmetic.Add, "int,int:int", "uint,uint:uint", "double,double:double", "string,string:string", "bytes,bytes:bytes", "list(A),list(A):list(A)",
            "timestamp,duration:timestamp", "duration,timestamp:timestamp", "duration,duration:duration",
            "decimal,decimal:decimal", "decimal,int:decimal", "int,decimal:decimal", "money,money:money"),
        F("_-_", Arithmetic.Subtract, "int,int:int", "uint,uint:uint", "double,double:double", "timestamp,timestamp:duration", "timestamp,duration:timestamp",
            "duration,duration:duration", "decimal,decimal:decimal", "decimal,int:decimal", "int,decimal:decimal", "money,money:money"),
        F("_*_", Arithmetic.Multiply, "int,int:int", "uint,uint:uint", "double,double:double", "decimal,decimal:decimal", "decimal,int:decimal", "int,decimal:decimal",
            "money,int:money", "int,money:money"),
        F("_/_", Arithmetic.Divide, "int,int:int", "uint,uint:uint", "double,double:double", "decimal,decimal:decimal", "decimal,int:decimal", "int,decimal:decimal"),
        F("_%_", Arithmetic.Modulo, "int,int:int", "uint,uint:uint", "decimal,decimal:decimal", "decimal,int:decimal", "int,decimal:decimal"),
        F("-_", Arithmetic.Negate, "int:int", "double:double", "decimal:decimal", "money:money", "duration:duration"),
    ];

    private static Function[] Core() =>
    [
        F("size", Strings.Size, "string:int", "bytes:int", "list(A):int", "map(A,B):int"),
        M("size", Strings.Size, "string:int", "bytes:int", "list(A):int", "map(A,B):int"),
        M("contains", Strings.Contains, "string,string:bool"),
        M("startsWith", Strings.StartsWith, "string,string:bool"),
        M("endsWith", Strings.EndsWith, "string,string:bool"),
        F("matches", RegexFunctions.Matches, "string,string:bool"),
        M("matches", RegexFunctions.Matches, "string,string:bool"),
        F("int", Conversions.ToInt, "int:int", "uint:int", "double:int", "string:int", "timestamp:int", "duration:int", "decimal:int"),
        F("uint", Conversions.ToUint, "uint:uint", "int:uint", "double:uint", "string:uint", "decimal:uint"),
        F("double", Conversions.ToDouble, "double:double", "int:double", "uint:double", "string:double", "decimal:double"),
        F("decimal", Conversions.ToDecimal, "decimal:decimal", "int:decimal", "uint:decimal", "double:decimal", "string:decimal", "money:decimal"),
        F("money", Conversions.ToMoney, "decimal,string:money", "int,string:money", "double,string:money", "string,string:money"),
        F("string", Conversions.ToText, "string:string", "bool:string", "int:string", "uint:string", "double:string", "bytes:string", "timestamp:string",
            "duration:string", "decimal:string", "money:string", "ip:string", "cidr:string"),
        F("bytes", Conversions.ToBytes, "bytes:bytes", "string:bytes"),
        F("bool", Conversions.ToBool, "bool:bool", "string:bool"),
        F("timestamp", Conversions.ToTimestamp, "timestamp:timestamp", "string:timestamp", "int:timestamp"),
        F("duration", Conversions.ToDuration, "duration:duration", "string:duration", "int:duration"),
        F("type", Conversions.TypeOf, "A:type(A)"),
        F("dyn", Conversions.Same, "A:dyn"),
    ];

    private static IEnumerable<Function> Times()
    {
        TimePart[] ofDay = [TimePart.Hours, TimePart.Minutes, TimePart.Seconds, TimePart.Milliseconds];
        foreach (var part in ofDay)
            yield return M("get" + part, TimeFunctions.Part(part), "timestamp:int", "duration:int");
        TimePart[] ofYear = [TimePart.FullYear, TimePart.Month, TimePart.Date, TimePart.DayOfMonth, TimePart.DayOfYear, TimePart.DayOfWeek];
        foreach (var part in ofYear)
            yield return M("get" + part, TimeFunctions.Part(part), "timestamp:int");
        foreach (var part in ofDay.Concat(ofYear))
            yield return M("get" + part, TimeFunctions.PartInZone(part), "timestamp,string:int");
    }

    private static Function[] Texts() =>
    [
        M("charAt", Strings.CharAt, "string,int:string"),
        M("indexOf", 2, Strings.IndexOf, "string,string:int"),
        M("indexOf", 3, Strings.IndexOf, "string,string,int:int"),
        M("lastIndexOf", 2, Strings.LastIndexOf, "string,string:int"),
        M("lastIndexOf", 3, Strings.LastIndexOf, "string,string,int:int"),
        M("lowerAscii", Strings.Lower, "string:string"),
        M("upperAscii", Strings.Upper, "string:string"),
        M("trim", Strings.Trim, "string:string"),
        M("reverse", Strings.Reverse, "string:string"),
        M("substring", 2, Strings.Substring, "string,int:string"),
        M("substring", 3, Strings.Substring, "string,int,int:string"),
        M("replace", 3, Strings.Replace, "string,string,string:string"),
        M("replace", 4, Strings.Replace, "string,string,string,int:string"),
        M("split", 2, Strings.Split, "string,string:list(string)"),
        M("split", 3, Strings.Split, "string,string,int:list(string)"),
        M("join", 1, Strings.Join, "list(string):string"),
        M("join", 2, Strings.Join, "list(string),string:string"),
        M("format", StringFormat.Format, "string,list(dyn):string"),
        F("strings.quote", Strings.Quote, "string:string"),
        F("base64.encode", Encoders.Encode, "bytes:string"),
        F("base64.decode", Encoders.Decode, "string:bytes"),
    ];

    private static Function[] Numbers() =>
    [
        F("math.greatest", -1, MathFunctions.Greatest),
        F("math.least", -1, MathFunctions.Least),
        F("math.ceil", MathFunctions.Ceil, "double:double", "decimal:decimal"),
        F("math.floor", MathFunctions.Floor, "double:double", "decimal:decimal"),
        F("math.round", MathFunctions.Round, "double:double", "decimal:decimal"),
        F("math.trunc", MathFunctions.Trunc, "double:double", "decimal:decimal"),
        F("math.sqrt", MathFunctions.Sqrt, "double:double", "int:double", "uint:double"),
        F("math.abs", MathFunctions.Abs, "int:int", "uint:uint", "double:double", "decimal:decimal"),
        F("math.sign", MathFunctions.Sign, "int:int", "uint:uint", "double:double", "decimal:decimal"),
        F("math.isInf", MathFunctions.IsInf, "double:bool"),
        F("math.isNaN", MathFunctions.IsNaN, "double:bool"),
        F("math.isFinite", MathFunctions.IsFinite, "double:bool"),
        F("math.bitNot", MathFunctions.BitNot, "int:int", "uint:uint"),
        F("math.bitAnd", MathFunctions.BitAnd, "int,int:int", "uint,uint:uint"),
        F("math.bitOr", MathFunctions.BitOr, "int,int:int", "uint,uint:uint"),
        F("math.bitXor", MathFunctions.BitXor, "int,int:int", "uint,uint:uint"),
        F("math.bitShiftLeft", MathFunctions.ShiftLeft, "int,int:int", "uint,int:uint"),
        F("math.bitShiftRight", MathFunctions.ShiftRight, "int,int:int", "uint,int:uint"),
    ];

    private static Function[] Others() =>
    [
        F("optional.of", Optionals.Of, "A:optional(A)"),
        F("optional.none", 0, Optionals.None, ":optional(A)"),
        F("optional.ofNonZeroValue", Optionals.OfNonZero, "A:optional(A)"),
        F("optional.unwrap", Optionals.Unwrap, "list(optional(A)):list(A)"),
        M("unwrapOpt", Optionals.Unwrap, "list(optional(A)):list(A)"),
        M("hasValue", Optionals.HasValue, "optional(A):bool"),
        M("value", Optionals.Value, "optional(A):A"),
        M("first", Optionals.First, "list(A):optional(A)"),
        M("last", Optionals.Last, "list(A):optional(A)"),
        F("ip", Network.Ip, "string:ip", "ip:ip"),
        F("cidr", Network.Cidr, "string:cidr", "cidr:cidr"),
        M("ip", Network.Ip, "cidr:ip"),
        F("isIP", Network.IsIp, "string:bool"),
        F("isCIDR", Network.IsCidr, "string:bool"),
        F("ip.isCanonical", Network.IsCanonical, "string:bool"),
        M("family", Network.Family, "ip:int"),
        M("isUnspecified", Network.Is("isUnspecified", one => one.IsUnspecified), "ip:bool"),
        M("isLoopback", Network.Is("isLoopback", one => one.IsLoopback), "ip:bool"),
        M("isGlobalUnicast", Network.Is("isGlobalUnicast", one => one.IsGlobalUnicast), "ip:bool"),
        M("isLinkLocalMulticast", Network.Is("isLinkLocalMulticast", one => one.IsLinkLocalMulticast), "ip:bool"),
        M("isLinkLocalUnicast", Network.Is("isLinkLocalUnicast", one => one.IsLinkLocalUnicast), "ip:bool"),
        M("containsIP", Network.ContainsIp, "cidr,ip:bool", "cidr,string:bool"),
        M("containsCIDR", Network.ContainsCidr, "cidr,cidr:bool", "cidr,string:bool"),
        M("masked", Network.Masked, "cidr:cidr"),
        M("prefixLength", Network.PrefixLength, "cidr:int"),
    ];
}
