using System.Text.Json;

namespace StoreOps.Rules.Packs;

/// <summary>Takes members from an object whose shape is right. What is null or missing is null.</summary>
/// <remarks>
/// <see cref="FormatException"/> means a number that is too large for its type, <see cref="InvalidOperationException"/> a text that is no Unicode.
/// </remarks>
internal static class JsonMembers
{
    public static string Text(this JsonElement value, string name) => value.GetProperty(name).GetString()!;

    public static string? TextOrNull(this JsonElement value, string name) => value.TryGetProperty(name, out var member) ? member.GetString() : null;

    public static int Whole(this JsonElement value, string name) => value.GetProperty(name).GetInt32();

    public static int? WholeOrNull(this JsonElement value, string name) => TryFind(value, name, out var member) ? member.GetInt32() : null;

    public static decimal Number(this JsonElement value, string name) => value.GetProperty(name).GetDecimal();

    public static decimal? NumberOrNull(this JsonElement value, string name) => TryFind(value, name, out var member) ? member.GetDecimal() : null;

    public static string[] Texts(this JsonElement value, string name) => Texts(value.GetProperty(name));

    public static string[]? TextsOrNull(this JsonElement value, string name) => TryFind(value, name, out var member) ? Texts(member) : null;

    public static int[] Wholes(this JsonElement value, string name)
    {
        var list = value.GetProperty(name);
        var read = new int[list.GetArrayLength()];
        var count = 0;
        foreach (var one in list.EnumerateArray())
            read[count++] = one.GetInt32();
        return read;
    }

    public static T Part<T>(this JsonElement value, string name, Func<JsonElement, T> read)
        where T : class => read(value.GetProperty(name));

    public static T? PartOrNull<T>(this JsonElement value, string name, Func<JsonElement, T> read)
        where T : class => TryFind(value, name, out var member) ? read(member) : null;

    public static T[] List<T>(this JsonElement value, string name, Func<JsonElement, T> read)
        where T : class => List(value.GetProperty(name), read);

    public static T[]? ListOrNull<T>(this JsonElement value, string name, Func<JsonElement, T> read)
        where T : class => TryFind(value, name, out var member) ? List(member, read) : null;

    /// <summary>The values stay after the document is gone.</summary>
    public static Dictionary<string, JsonElement>? ValuesOrNull(this JsonElement value, string name)
    {
        if (!TryFind(value, name, out var member))
            return null;
        var read = new Dictionary<string, JsonElement>();
        foreach (var one in member.EnumerateObject())
            read.Add(one.Name, one.Value.Clone());
        return read;
    }

    public static Dictionary<string, string>? NamedTextsOrNull(this JsonElement value, string name)
    {
        if (!TryFind(value, name, out var member))
            return null;
        var read = new Dictionary<string, string>();
        foreach (var one in member.EnumerateObject())
            read.Add(one.Name, one.Value.GetString()!);
        return read;
    }

    private static bool TryFind(JsonElement value, string name, out JsonElement member) =>
        value.TryGetProperty(name, out member) && member.ValueKind != JsonValueKind.Null;

    private static string[] Texts(JsonElement list)
    {
        var read = new string[list.GetArrayLength()];
        var count = 0;
        foreach (var one in list.EnumerateArray())
            read[count++] = one.GetString()!;
        return read;
    }

    private static T[] List<T>(JsonElement list, Func<JsonElement, T> read)
        where T : class
    {
        var items = new T[list.GetArrayLength()];
        var count = 0;
        foreach (var one in list.EnumerateArray())
            items[count++] = read(one);
        return items;
    }
}
