using System.Reflection;

namespace StoreOps.Testing;

/// <summary>Writes the name of a type as C# would, with what is known about null.</summary>
internal static class ApiTypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>Writes a type that nothing is known about null of, as in a list of base types.</summary>
    public static string Of(Type type) => Of(type, null, true);

    /// <summary>Writes a type of a member; a reference that may be null has a question mark.</summary>
    /// <param name="type">The type, by reference or not.</param>
    /// <param name="nullability">What is known about null, or <see langword="null"/>.</param>
    /// <param name="isRead">Whether the value comes out of the member rather than goes into it.</param>
    public static string Of(Type type, NullabilityInfo? nullability, bool isRead)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, nullability, isRead);
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying, nullability?.GenericTypeArguments.FirstOrDefault(), isRead) + "?";

        var state = isRead ? nullability?.ReadState : nullability?.WriteState;
        var mark = state == NullabilityState.Nullable && !type.IsValueType ? "?" : "";
        if (type.IsArray)
            return Of(type.GetElementType()!, nullability?.ElementType, isRead) + "[]" + mark;
        return (Keywords.TryGetValue(type, out var keyword) ? keyword : Plain(type, nullability, isRead)) + mark;
    }

    private static string Plain(Type type, NullabilityInfo? nullability, bool isRead)
    {
        if (type.IsGenericParameter)
            return type.Name;

        var name = type.Name.Split('`')[0];
        var prefix = type.IsNested ? Of(type.DeclaringType!) + "." : Namespace(type);
        var outer = type.IsNested ? type.DeclaringType!.GetGenericArguments().Length : 0;
        var arguments = type.GetGenericArguments().Skip(outer).ToArray();
        if (arguments.Length == 0)
            return prefix + name;

        var known = nullability?.GenericTypeArguments ?? [];
        var written = arguments.Select((argument, i) => Of(argument, i < known.Length ? known[i] : null, isRead));
        return $"{prefix}{name}<{string.Join(", ", written)}>";
    }

    // The names of the framework's everyday namespaces only make the text longer.
    private static string Namespace(Type type) =>
        type.Namespace is null or "System" or "System.Collections.Generic" or "System.Collections.Immutable" or "NodaTime"
            ? ""
            : type.Namespace + ".";
}
