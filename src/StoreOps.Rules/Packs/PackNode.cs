using System.Buffers.Text;
using System.Text.Json;

namespace StoreOps.Rules.Packs;

/// <summary>A part of a document, from which members are taken. What is null or missing is null.</summary>
/// <remarks><see cref="FormatException"/> means that something is not as it should be: the reader that tells what it is has to read it again.</remarks>
internal readonly struct PackNode(JsonTree tree, int at)
{
    public string Text(string name) => Text(Needed(name));

    public string? TextOrNull(string name) => TryFind(name, out var member) ? Text(member) : null;

    public int Whole(string name) => Whole(Needed(name));

    public int? WholeOrNull(string name) => TryFind(name, out var member) ? Whole(member) : null;

    public decimal Number(string name) => Number(Needed(name));

    public decimal? NumberOrNull(string name) => TryFind(name, out var member) ? Number(member) : null;

    public string[] Texts(string name) => Texts(Needed(name));

    public string[]? TextsOrNull(string name) => TryFind(name, out var member) ? Texts(member) : null;

    public string[][]? TextListsOrNull(string name)
    {
        if (!TryFind(name, out var list))
            return null;
        var read = new string[CountOf(list)][];
        var item = list + 1;
        for (var i = 0; i < read.Length; i++, item = tree.Next(item))
            read[i] = Texts(item);
        return read;
    }

    public bool? TruthOrNull(string name) => !TryFind(name, out var member) ? null : tree.PartOf(member) switch
    {
        JsonPart.True => true,
        JsonPart.False => false,
        _ => throw Otherwise(),
    };

    public int[]? WholesOrNull(string name) => TryFind(name, out var member) ? Wholes(member) : null;

    public T Part<T>(string name, Func<PackNode, T> read)
        where T : class => read(new PackNode(tree, As(JsonPart.Object, Needed(name))));

    public T? PartOrNull<T>(string name, Func<PackNode, T> read)
        where T : class => TryFind(name, out var member) ? read(new PackNode(tree, As(JsonPart.Object, member))) : null;

    public T[] List<T>(string name, Func<PackNode, T> read)
        where T : class => List(Needed(name), read);

    public T[]? ListOrNull<T>(string name, Func<PackNode, T> read)
        where T : class => TryFind(name, out var member) ? List(member, read) : null;

    public Dictionary<string, JsonElement>? ValuesOrNull(string name)
    {
        if (!TryFind(name, out var map))
            return null;
        var read = new Dictionary<string, JsonElement>();
        for (var member = As(JsonPart.Object, map) + 1; member < tree.Next(map); member = tree.Next(member + 1))
        {
            tree.TakeName(member);
            tree.Take(member + 1);
            Add(read, tree.TextOf(member), Value(member + 1));
        }

        return read;
    }

    public Dictionary<string, string>? NamedTextsOrNull(string name)
    {
        if (!TryFind(name, out var map))
            return null;
        var read = new Dictionary<string, string>();
        for (var member = As(JsonPart.Object, map) + 1; member < tree.Next(map); member = tree.Next(member + 1))
        {
            tree.TakeName(member);
            Add(read, tree.TextOf(member), Text(member + 1));
        }

        return read;
    }

    private static FormatException Otherwise() => new("This is not as it should be.");

    private static void Add<T>(Dictionary<string, T> read, string name, T value)
    {
        if (read.ContainsKey(name))
            throw Otherwise();
        read.Add(name, value);
    }

    private bool TryFind(string name, out int member)
    {
        member = tree.Find(at, name);
        return member >= 0 && tree.PartOf(member) != JsonPart.Null;
    }

    private int Needed(string name)
    {
        var member = tree.Find(at, name);
        return member >= 0 ? member : throw Otherwise();
    }

    private int As(JsonPart part, int member) => tree.PartOf(member) == part ? member : throw Otherwise();

    private string Text(int member) => tree.TextOf(As(JsonPart.Text, member));

    private int Whole(int member)
    {
        var bytes = tree.BytesOf(As(JsonPart.Number, member));
        return Utf8Parser.TryParse(bytes, out int value, out var used) && used == bytes.Length ? value : throw Otherwise();
    }

    private decimal Number(int member)
    {
        var bytes = tree.BytesOf(As(JsonPart.Number, member));
        return Utf8Parser.TryParse(bytes, out decimal value, out var used) && used == bytes.Length ? value : throw Otherwise();
    }

    private JsonElement Value(int member)
    {
        var isText = tree.PartOf(member) == JsonPart.Text;
        var start = tree.StartOf(member) - (isText ? 1 : 0);
        var length = tree.LengthOf(member) + (isText ? 2 : 0);
        // What is in it has been read: comments and trailing commas are all that may be unusual.
        using var document = JsonDocument.Parse(tree.Utf8Json.AsMemory(start, length), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return document.RootElement.Clone();
    }

    private string[] Texts(int list)
    {
        var read = new string[CountOf(list)];
        var item = list + 1;
        for (var i = 0; i < read.Length; i++, item = tree.Next(item))
            read[i] = Text(item);
        return read;
    }

    private int[] Wholes(int list)
    {
        var read = new int[CountOf(list)];
        var item = list + 1;
        for (var i = 0; i < read.Length; i++, item = tree.Next(item))
            read[i] = Whole(item);
        return read;
    }

    private T[] List<T>(int list, Func<PackNode, T> read)
        where T : class
    {
        var items = new T[CountOf(list)];
        var item = list + 1;
        for (var i = 0; i < items.Length; i++, item = tree.Next(item))
            items[i] = read(new PackNode(tree, As(JsonPart.Object, item)));
        return items;
    }

    private int CountOf(int list)
    {
        var end = tree.Next(As(JsonPart.Array, list));
        var count = 0;
        for (var item = list + 1; item < end; item = tree.Next(item))
            count++;
        return count;
    }
}
