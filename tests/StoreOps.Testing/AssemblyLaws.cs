using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace StoreOps.Testing;

/// <summary>The laws that every library of the suite keeps, each a test over all of its types.</summary>
/// <remarks>A test project derives one class from it for the library it tests.</remarks>
public abstract partial class AssemblyLaws
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Assembly _assembly;
    private readonly string _name;

    /// <summary>Names the library.</summary>
    /// <param name="name">The name of its assembly and of its folder under <c>src/</c>.</param>
    protected AssemblyLaws(string name)
    {
        _name = name;
        _assembly = Assembly.Load(new AssemblyName(name));
    }

    /// <summary>Gets the assemblies beyond the framework that the library may refer to.</summary>
    protected abstract IReadOnlyCollection<string> AllowedReferences { get; }

    /// <summary>Gets a value indicating whether binary fractions may stand in the API: probabilities, never money or dates.</summary>
    protected virtual bool MayUseBinaryFractions => false;

    /// <summary>Gets the types whose whole purpose includes such numbers.</summary>
    protected virtual IReadOnlyCollection<string> TypesWithBinaryFractions => [];

    private IEnumerable<Type> PublicTypes => _assembly.GetExportedTypes();

    /// <summary>The API is the approved one.</summary>
    [Fact]
    public void Api_IsAsApproved() => ApprovedApi.Check(_assembly);

    /// <summary>Layers are kept: nothing is referred to but what is allowed.</summary>
    [Fact]
    public void References_AreFrameworkAndAllowedOnly()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var others = _assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !File.Exists(Path.Combine(framework, name + ".dll")));
        AssertNone(others.Except(AllowedReferences, StringComparer.Ordinal));
    }

    /// <summary>What a caller has been given does not change under its hands.</summary>
    /// <remarks>Classes named Options are filled in by the host's configuration and need setters.</remarks>
    [Fact]
    public void PublicProperties_AreGetOnlyOrInit() => AssertNone(
        from type in PublicTypes
        where !type.Name.EndsWith("Options", StringComparison.Ordinal)
        from property in type.GetProperties(Declared)
        where property.SetMethod is { IsPublic: true } setter
            && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        select $"{type}.{property.Name}");

    /// <summary>What was not designed to be derived from cannot be.</summary>
    [Fact]
    public void PublicClasses_AreSealedAbstractOrStatic() =>
        AssertNone(PublicTypes.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(type => type.ToString()));

    /// <summary>F# compares through the interface without a type argument.</summary>
    [Fact]
    public void ComparableTypes_AreAlsoComparableWithoutTypeArgument() => AssertNone(
        from type in PublicTypes
        where !type.IsInterface && !typeof(IComparable).IsAssignableFrom(type)
            && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IComparable<>))
        select type.ToString());

    /// <summary>Dates are NodaTime's and amounts are exact.</summary>
    [Fact]
    public void PublicSignatures_HoldNoDateTimeAndNoInexactNumber()
    {
        Type[] banned = MayUseBinaryFractions
            ? [typeof(DateTime), typeof(DateTimeOffset)]
            : [typeof(DateTime), typeof(DateTimeOffset), typeof(float), typeof(double)];
        AssertNone(
            from type in PublicTypes
            where !TypesWithBinaryFractions.Contains(type.Name)
            from member in type.GetMembers(Declared)
            where IsVisible(member)
            from used in TypesIn(member).SelectMany(Parts)
            where banned.Contains(used)
            select $"{type}.{member.Name} uses {used.Name}");
    }

    /// <summary>Nothing is remembered between calls, so that any number of threads may call.</summary>
    [Fact]
    public void StaticFields_NeverChange() => AssertNone(
        from field in StaticFields()
        where field is { IsLiteral: false, IsInitOnly: false }
        select $"{field.DeclaringType}.{field.Name}");

    /// <summary>A field that is only assigned once may still hold something that changes.</summary>
    /// <remarks>A private array is accepted: it is a table, and nothing outside its type can reach it.</remarks>
    [Fact]
    public void StaticFields_HoldNoMutableCollection() => AssertNone(
        from field in StaticFields()
        where IsMutableCollection(field.FieldType) || (field.FieldType.IsArray && !field.IsPrivate)
        select $"{field.DeclaringType}.{field.Name} is a {field.FieldType.Name}");

    /// <summary>A folder is a room of the shop, and its namespace says so.</summary>
    /// <remarks>What registers a library with a host stands in the root namespace, where the host finds it.</remarks>
    [Fact]
    public void Namespaces_AreFolders()
    {
        var root = Path.Combine(RepositoryFolder.Path, "src", _name);
        AssertNone(
            from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            where !file.EndsWith("ServiceCollectionExtensions.cs", StringComparison.Ordinal)
            let path = Path.GetRelativePath(root, file).Replace('\\', '/')
            where !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)
            let expected = (_name + "/" + Path.GetDirectoryName(path)!.Replace('\\', '/')).TrimEnd('/').Replace('/', '.')
            from Match declared in NamespaceLine().Matches(File.ReadAllText(file))
            let name = declared.Groups["name"].Value
            where name != expected
            select $"{path} declares {name}, its folder says {expected}");
    }

    private static void AssertNone(IEnumerable<string> offenders)
    {
        var list = offenders.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, string.Join(Environment.NewLine, list.Prepend($"{list.Count} offenders:")));
    }

    // What a source generator writes keeps to its own rules.
    private IEnumerable<FieldInfo> StaticFields() =>
        from type in _assembly.GetTypes()
        where !IsGenerated(type)
        from field in type.GetFields(Declared)
        where field.IsStatic && !field.Name.StartsWith("<>", StringComparison.Ordinal) && !type.IsEnum
        select field;

    private static bool IsGenerated(Type type)
    {
        for (var outer = type; outer is not null; outer = outer.DeclaringType)
        {
            if (outer.Name.StartsWith('<') || outer.IsDefined(typeof(CompilerGeneratedAttribute)) || outer.IsDefined(typeof(GeneratedCodeAttribute)))
                return true;
        }

        return false;
    }

    private static bool IsMutableCollection(Type type)
    {
        if (!type.IsGenericType)
            return type.Namespace == "System.Collections" && !type.IsInterface;
        var isOrdinary = type.Namespace is "System.Collections.Generic" or "System.Collections.Concurrent";
        return isOrdinary && !type.Name.StartsWith("IReadOnly", StringComparison.Ordinal)
            && !type.Name.Contains("Compar", StringComparison.Ordinal) && !type.Name.StartsWith("IEnumerable", StringComparison.Ordinal)
            && !type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal);
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        FieldInfo field => field.IsPublic || field.IsFamily,
        MethodBase method => method.IsPublic || method.IsFamily,
        _ => false,
    };

    // Properties and events are seen through their accessors.
    private static IEnumerable<Type> TypesIn(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        MethodBase constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NamespaceLine();
}
