using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace StoreOps.Domain;

/// <summary>Holds one document against a shape and reports everything that does not fit. Paths are written only for what is reported.</summary>
internal sealed class JsonShapeCheck(string prefix, ImmutableArray<LoadIssue>.Builder issues)
{
    private readonly List<(string? Member, int Index)> _path = [];

    public void Check(JsonElement value, JsonShapeNode shape)
    {
        if (shape.IsAnything)
        {
            Decode(value);
            return;
        }

        if (!shape.Allowed.IsDefault)
        {
            if (!IsAllowed(value, shape.Allowed))
                Report("005", "One of " + string.Join(", ", shape.Allowed.Select(one => one is null ? "null" : "\"" + one + "\"")) + " is accepted; it was " + Show(value) + ".");
            return;
        }

        if (!shape.Accepts(value))
        {
            Report("004", "There should be " + string.Join(" or ", shape.Types) + "; it was " + Show(value) + ".");
            return;
        }

        if (value.ValueKind == JsonValueKind.Object)
            CheckMembers(value, shape);
        if (value.ValueKind == JsonValueKind.Array && shape.Items is { } items)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                _path.Add((null, index++));
                Check(item, items);
                _path.RemoveAt(_path.Count - 1);
            }
        }
    }

    private static bool IsAllowed(JsonElement value, ImmutableArray<string?> allowed)
    {
        foreach (var one in allowed)
        {
            if (one is null ? value.ValueKind == JsonValueKind.Null : value.ValueKind == JsonValueKind.String && value.ValueEquals(one))
                return true;
        }

        return false;
    }

    /// <summary>Reads every text in a value of which the type says nothing, so that one that is no Unicode is found now and not when it is used.</summary>
    private static void Decode(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            value.GetString();
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Decode(item);
        }

        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in value.EnumerateObject())
        {
            _ = member.Name;
            Decode(member.Value);
        }
    }

    private void CheckMembers(JsonElement value, JsonShapeNode shape)
    {
        var seen = 0UL;
        HashSet<string>? others = null;
        foreach (var member in value.EnumerateObject())
        {
            var name = member.Name;
            var place = shape.PlaceOf(name);
            _path.Add((name, 0));
            if (place >= 0 ? (seen & (1UL << place)) != 0 : !(others ??= new HashSet<string>(StringComparer.Ordinal)).Add(name))
                Report("006", "A member stands once in an object; this one was there twice.");
            else if (place >= 0)
                Check(member.Value, shape.Members[place]);
            else if (shape.IsClosed)
                Report("002", "This member is not known. Known are " + string.Join(", ", shape.Names) + ".");
            else if (shape.Others is { } any)
                Check(member.Value, any);
            else
                Decode(member.Value);
            if (place >= 0)
                seen |= 1UL << place;
            _path.RemoveAt(_path.Count - 1);
        }

        if ((shape.Required & ~seen) == 0)
            return;
        for (var place = 0; place < shape.Names.Length; place++)
        {
            if ((shape.Required & ~seen & (1UL << place)) == 0)
                continue;
            _path.Add((shape.Names[place], 0));
            Report("003", "This member is needed; it was missing.");
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Report(string code, string detail)
    {
        var path = new StringBuilder("$");
        foreach (var (member, index) in _path)
        {
            if (member is null)
                path.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            else
                path.Append('.').Append(member);
        }

        issues.Add(new LoadIssue(prefix + code, path.ToString(), detail));
    }

    private static string Show(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "\"" + value.GetString() + "\"",
            _ => value.GetRawText(),
        };
        return text.Length <= 80 ? text : text.Substring(0, 80) + "...";
    }
}
