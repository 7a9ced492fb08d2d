using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace StoreOps.Testing;

/// <summary>Writes all that a program outside can see of a library, one member a line, always in the same order.</summary>
public static class ApiSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Returns the surface as text.</summary>
    /// <param name="assembly">The library.</param>
    /// <returns>A block for each public type; what the compiler makes for every record is left out.</returns>
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (text.Length > 0)
                text.Append('\n');
            text.Append(Header(type)).Append('\n');
            var members = type.IsEnum ? EnumMembers(type) : Members(type).Order(StringComparer.Ordinal);
            foreach (var member in members)
                text.Append("    ").Append(InNamespace(type, member)).Append('\n');
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        var bases = type.IsEnum
            ? [ApiTypeName.Of(Enum.GetUnderlyingType(type))]
            : new[] { type.BaseType }.OfType<Type>().Where(IsWorthNaming).Concat(OwnInterfaces(type)).Select(ApiTypeName.Of);
        var list = string.Join(", ", bases);
        return $"{Attributes(type)}{Kind(type)} {ApiTypeName.Of(type)}"
            + InNamespace(type, (list.Length > 0 ? " : " + list : "") + Constraints(type.GetGenericArguments()));
    }

    // Neighbors are named without their namespace, as in their own file.
    private static string InNamespace(Type type, string text) => text.Replace(type.Namespace + ".", "", StringComparison.Ordinal);

    private static IEnumerable<string> EnumMembers(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .OrderBy(field => Convert.ToDecimal(field.GetRawConstantValue(), CultureInfo.InvariantCulture))
        .Select(field => $"{Attributes(field)}{field.Name} = {Literal(field.GetRawConstantValue())}");

    private static string Kind(Type type)
    {
        if (type.IsEnum)
            return "enum";
        if (type.IsInterface)
            return "interface";
        var record = type.GetMethods(Declared).Any(method => method.Name == "PrintMembers") ? "record " : "";
        if (type.IsValueType)
        {
            var isReadOnly = type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "";
            return $"{isReadOnly}{(type.IsByRefLike ? "ref " : "")}{record}struct";
        }

        var modifier = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return $"{modifier}{record}{(typeof(Delegate).IsAssignableFrom(type) ? "delegate" : "class")}";
    }

    private static bool IsWorthNaming(Type type) =>
        type != typeof(object) && type != typeof(ValueType) && type != typeof(MulticastDelegate);

    private static IEnumerable<Type> OwnInterfaces(Type type)
    {
        var inherited = (type.BaseType?.GetInterfaces() ?? []).Concat(type.GetInterfaces().SelectMany(face => face.GetInterfaces())).ToHashSet();
        return type.GetInterfaces()
            .Where(face => face.IsPublic && !inherited.Contains(face))
            .OrderBy(ApiTypeName.Of, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Members(Type type)
    {
        foreach (var field in type.GetFields(Declared).Where(field => IsVisible(field.Attributes, type)))
            yield return Attributes(field) + Field(field);
        foreach (var property in type.GetProperties(Declared))
        {
            var accessors = property.GetAccessors(nonPublic: true).Where(accessor => IsVisible(accessor, type)).ToArray();
            if (accessors.Length > 0 && property.Name != "EqualityContract")
                yield return Attributes(property) + Property(property, accessors);
        }

        foreach (var happening in type.GetEvents(Declared).Where(happening => happening.AddMethod is { } add && IsVisible(add, type)))
            yield return $"{Modifier(happening.AddMethod!)}event {ApiTypeName.Of(happening.EventHandlerType!)} {happening.Name}";
        foreach (var constructor in type.GetConstructors(Declared).Where(constructor => IsVisible(constructor, type) && IsWritten(constructor)))
            yield return $"{Attributes(constructor)}{Modifier(constructor)}{type.Name.Split('`')[0]}({Parameters(constructor)})";
        foreach (var method in type.GetMethods(Declared).Where(method => IsVisible(method, type) && IsWritten(method) && !IsAccessor(method)))
            yield return Attributes(method) + Method(method);
    }

    private static string Field(FieldInfo field)
    {
        var value = field.IsLiteral ? " = " + Literal(field.GetRawConstantValue()) : "";
        var kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{kind}{ApiTypeName.Of(field.FieldType, Nullability.Create(field), true)} {field.Name}{value}";
    }

    private static string Property(PropertyInfo property, MethodInfo[] accessors)
    {
        var names = accessors.Select(accessor => accessor == property.GetMethod ? "get;" : IsInit(accessor) ? "init;" : "set;");
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var type = ApiTypeName.Of(property.PropertyType, Nullability.Create(property), property.GetMethod is not null);
        return $"{Modifier(accessors[0])}{required}{type} {name} {{ {string.Join(' ', names)} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(ApiTypeName.Of))}>" : "";
        var type = ApiTypeName.Of(method.ReturnType, Nullability.Create(method.ReturnParameter), true);
        return $"{Modifier(method)}{type} {method.Name}{generic}({Parameters(method)}){Constraints(method.GetGenericArguments())}";
    }

    private static string Parameters(MethodBase method)
    {
        var first = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return first + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var way = !parameter.ParameterType.IsByRef ? parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : ""
            : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var type = ApiTypeName.Of(parameter.ParameterType, Nullability.Create(parameter), parameter.IsOut);
        var value = parameter.HasDefaultValue ? " = " + Literal(parameter.RawDefaultValue) : "";
        return $"{way}{type} {parameter.Name}{value}";
    }

    private static string Constraints(Type[] arguments) => string.Concat(arguments
        .Where(argument => argument.IsGenericParameter)
        .Select(argument => (argument, bounds: argument.GetGenericParameterConstraints().Where(bound => bound != typeof(ValueType)).ToArray()))
        .Where(pair => pair.bounds.Length > 0 || pair.argument.GenericParameterAttributes != GenericParameterAttributes.None)
        .Select(pair =>
        {
            var attributes = pair.argument.GenericParameterAttributes;
            var special = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? ["struct"]
                : attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? new[] { "class" } : [];
            return $" where {pair.argument.Name} : {string.Join(", ", special.Concat(pair.bounds.Select(ApiTypeName.Of)))}";
        }));

    private static string Attributes(MemberInfo member) => string.Concat(member.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType.Name is "ObsoleteAttribute" or "ExperimentalAttribute" or "FlagsAttribute")
        .Where(attribute => attribute.ConstructorArguments is not [{ Value: string text }, ..] || !text.StartsWith("Constructors of types", StringComparison.Ordinal))
        .Select(attribute => $"[{attribute.AttributeType.Name.Replace("Attribute", "", StringComparison.Ordinal)}] "));

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        char character => $"'{character}'",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Modifier(MethodBase method) =>
        (method.IsPublic ? "" : "protected ")
        + (method.IsStatic ? "static " : "")
        + (method.DeclaringType!.IsInterface || method.IsStatic || !method.IsVirtual || method.IsFinal ? ""
            : method.IsAbstract ? "abstract "
            : method is MethodInfo info && info.GetBaseDefinition() != info ? "override " : "virtual ");

    private static bool IsVisible(MethodBase method, Type type) => method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !type.IsSealed);

    private static bool IsVisible(FieldAttributes attributes, Type type)
    {
        var access = attributes & FieldAttributes.FieldAccessMask;
        return access == FieldAttributes.Public || (access is FieldAttributes.Family or FieldAttributes.FamORAssem && !type.IsSealed);
    }

    private static bool IsWritten(MethodBase method) =>
        !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !method.Name.StartsWith('<');

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
