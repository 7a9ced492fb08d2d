using System.Collections.Immutable;
using System.Text.Json;

using NodaTime.Text;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Packs;

/// <summary>Reads facts that were written down: the situations that a pack is tried on.</summary>
/// <remarks>
/// A situation is an object of fact names and values, such as <c>{ "customer.visits": 5, "order.total": 400.00, "order.items": ["engine-oil"] }</c>.
/// What is missing or null is not known.
/// </remarks>
public static class RecordedFacts
{
    /// <summary>The most situations in one document.</summary>
    public const int MaxSituations = 1_000_000;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 };

    /// <summary>Reads one situation, or a list of them.</summary>
    /// <param name="utf8Json">The document; comments and trailing commas are allowed.</param>
    /// <param name="schema">The facts that are declared.</param>
    /// <param name="facts">Receives the situations in their order; empty when the document was refused.</param>
    /// <param name="issues">Receives every issue with its code and path.</param>
    /// <returns>Whether the document was accepted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schema"/> is null.</exception>
    public static bool TryLoad(
        ReadOnlySpan<byte> utf8Json, FactSchema schema, out ImmutableArray<FactSet> facts, out ImmutableArray<LoadIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var read = ImmutableArray.CreateBuilder<FactSet>();
        if (utf8Json.Length >= 3 && utf8Json[0] == 0xEF && utf8Json[1] == 0xBB && utf8Json[2] == 0xBF)
            utf8Json = utf8Json.Slice(3);
        try
        {
            using var document = JsonDocument.Parse(utf8Json.ToArray(), Lenient);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Array)
                read.Add(Read(root, schema, "$", found));
            else if (root.GetArrayLength() > MaxSituations)
                found.Add(new LoadIssue("SOR107", "$", "At most 1000000 situations are read; there were " + PackContext.Show(root.GetArrayLength()) + "."));
            else
                read.AddRange(root.EnumerateArray().Select((one, i) => Read(one, schema, PackContext.At("$", i), found)));
        }
        catch (JsonException error)
        {
            found.Add(new LoadIssue("SOR001", error.Path ?? "$", "This is not JSON as it should be: " + error.Message));
        }
        catch (InvalidOperationException)
        {
            // The reader's answer to an escape that is half a surrogate pair.
            found.Add(new LoadIssue("SOR001", "$", "A text in this file is not valid Unicode."));
        }

        issues = found.ToImmutable();
        facts = issues.IsEmpty ? read.ToImmutable() : [];
        return issues.IsEmpty;
    }

    /// <summary>Reads one situation; whatever is wrong is reported and left unknown.</summary>
    internal static FactSet Read(JsonElement situation, FactSchema schema, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        var facts = new FactSet(schema);
        if (situation.ValueKind != JsonValueKind.Object)
        {
            issues.Add(new LoadIssue("SOR004", path, "There should be object: the facts of a situation by their names."));
            return facts;
        }

        foreach (var fact in situation.EnumerateObject())
        {
            var at = path + "." + fact.Name;
            if (!schema.TryFind(fact.Name, out var slot))
            {
                var nearest = issues.Count < 32 ? NearestName.To(fact.Name, schema.Facts.Select(one => one.Name)) : null;
                issues.Add(new LoadIssue("SOR101", at, "The fact \"" + fact.Name + "\" is not declared" + (nearest is null ? "." : "; the nearest is \"" + nearest + "\".")) { Suggestion = nearest });
                continue;
            }

            var type = schema.Facts[slot].Type;
            if (Value(fact.Value, type) is { } value)
                facts.Set(fact.Name, value);
            else
                issues.Add(new LoadIssue("SOR102", at, "The fact is declared as " + type + "; the value was " + Shorten(fact.Value.GetRawText()) + "."));
        }

        return facts;
    }

    /// <summary>Returns the value; null when it is of another type.</summary>
    private static CelValue? Value(JsonElement value, CelType type)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return type.Kind == CelKind.Null ? CelValue.Null : CelValue.Unknown;
        return (value.ValueKind, type.Kind) switch
        {
            (JsonValueKind.True or JsonValueKind.False, CelKind.Bool or null) => CelValue.Of(value.GetBoolean()),
            (JsonValueKind.Number, CelKind.Int or null) when value.TryGetInt64(out var whole) => CelValue.Of(whole),
            (JsonValueKind.Number, CelKind.Uint) when value.TryGetUInt64(out var whole) => CelValue.Of(whole),
            (JsonValueKind.Number, CelKind.Decimal or null) when value.TryGetDecimal(out var number) => CelValue.Of(number),
            (JsonValueKind.Number, CelKind.Double) when value.TryGetDouble(out var number) => CelValue.Of(number),
            (JsonValueKind.String, CelKind.String or null) => CelValue.Of(value.GetString()),
            (JsonValueKind.String, CelKind.Money) when Money.TryParse(value.GetString(), out var money) => CelValue.Of(money),
            (JsonValueKind.String, CelKind.Timestamp) when InstantPattern.ExtendedIso.Parse(value.GetString()!).TryGetValue(default, out var instant)
                && instant.InUtc().Year >= 1 => CelValue.Of(instant),
            (JsonValueKind.Array, CelKind.List or null) => Several(value, type.Kind is null ? CelType.Dyn : type.Parameters[0]),
            (JsonValueKind.Object, CelKind.Map or null) when type.Kind is null || type.Parameters[0].Kind is CelKind.String or null =>
                Members(value, type),
            _ => null,
        };
    }

    private static CelValue? Several(JsonElement list, CelType element)
    {
        var values = new List<CelValue>();
        foreach (var one in list.EnumerateArray())
        {
            if (Value(one, element) is not { } value)
                return null;
            values.Add(value);
        }

        return element.Kind == CelKind.String && values.TrueForAll(value => value.IsKnown)
            ? CelValue.Of([.. values.Select(value => value.Text)])
            : CelValue.ListOf(values.ToArray());
    }

    private static CelValue? Members(JsonElement map, CelType type)
    {
        var entries = new Dictionary<string, CelValue>(StringComparer.Ordinal);
        foreach (var one in map.EnumerateObject())
        {
            var member = type.IsRecord ? type.Member(one.Name)?.Type : type.Kind is null ? CelType.Dyn : type.Parameters[1];
            if (member is null || Value(one.Value, member) is not { } value)
                return null;
            // A member of a record that is not known is absent.
            if (!type.IsRecord || value.IsKnown)
                entries[one.Name] = value;
        }

        return CelValue.MapOf([.. entries.Select(entry => new KeyValuePair<CelValue, CelValue>(CelValue.Of(entry.Key), entry.Value))]);
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : text.Substring(0, 80) + "...";
}
