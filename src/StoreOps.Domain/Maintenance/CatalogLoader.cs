using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StoreOps.Domain.Maintenance;

internal static class CatalogLoader
{
    public static bool TryLoad(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out MaintenanceCatalog? catalog, out ImmutableArray<LoadIssue> issues)
    {
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var config = JsonShape.Read(utf8Json, MaintenanceJson.Default.CatalogConfig, "SOD", found);
        catalog = config is null ? null : Check(config, found);
        issues = found.ToImmutable();
        if (found.Count > 0)
            catalog = null;
        return catalog is not null;
    }

    private static MaintenanceCatalog? Check(CatalogConfig config, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (config.SchemaVersion != 1)
            issues.Add(new LoadIssue("SOD010", "$.schemaVersion", "Version 1 is read; it was " + Show(config.SchemaVersion) + "."));
        Unique(config.Slots.Select(slot => slot.Id), "$.slots", issues);
        Unique(config.Items.Select(item => item.Id).Concat(config.Components.Select(component => component.Id)), "$.items", issues);
        Unique(config.Items.Select(item => Show(item.Number)), "$.items", issues);

        var slots = new Dictionary<string, PartSlot>(StringComparer.Ordinal);
        foreach (var slot in config.Slots)
            slots[slot.Id] = new PartSlot(slot.Id, slot.Name.ToText());
        var itemIds = new HashSet<string>(config.Items.Select(item => item.Id), StringComparer.Ordinal);
        for (var i = 0; i < config.Items.Length; i++)
        {
            var item = config.Items[i];
            Known(item.Slots, slots.Keys, "$.items[" + Show(i) + "].slots", "slot", issues);
            Known((item.Relations ?? []).Select(relation => relation.Item), itemIds, "$.items[" + Show(i) + "].relations", "item", issues);
        }

        for (var i = 0; i < config.Components.Length; i++)
            Known(config.Components[i].Items, itemIds, "$.components[" + Show(i) + "].items", "item", issues);
        if (issues.Count == 0)
            RefuseCycles(config.Items, issues);
        return issues.Count > 0 ? null : new MaintenanceCatalog(
            [.. config.Slots.Select(slot => slots[slot.Id])],
            [.. config.Items.OrderBy(item => item.Number).Select(item => ToItem(item, slots))],
            [.. config.Components.Select(component => new MaintenanceComponent(component.Id, component.Name.ToText(), [.. component.Items]))]);
    }

    private static MaintenanceItem ToItem(ItemConfig item, Dictionary<string, PartSlot> slots) => new(
        item.Number,
        item.Id,
        item.Name.ToText(),
        [.. item.Actions],
        [.. item.Powertrains],
        [.. item.Slots.Select(slot => slots[slot])],
        [.. (item.Relations ?? []).Select(relation => new ItemRelation(relation.Kind, relation.Item))]);

    // "Requires" is followed until nothing is missing: a cycle would never end.
    private static void RefuseCycles(ItemConfig[] items, ImmutableArray<LoadIssue>.Builder issues)
    {
        var required = items.ToDictionary(
            item => item.Id,
            item => (item.Relations ?? []).Where(relation => relation.Kind == RelationKind.Requires).Select(relation => relation.Item).ToArray(),
            StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(required[items[i].Id]);
            while (open.Count > 0)
            {
                var next = open.Pop();
                if (!reached.Add(next))
                    continue;
                foreach (var further in required[next])
                    open.Push(further);
            }

            if (reached.Contains(items[i].Id))
                issues.Add(new LoadIssue("SOD013", "$.items[" + Show(i) + "].relations", "An item does not require itself, also not over others; \"" + items[i].Id + "\" does."));
        }
    }

    private static void Unique(IEnumerable<string> ids, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        foreach (var twice in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            issues.Add(new LoadIssue("SOD011", path, "An id or number stands once; \"" + twice.Key + "\" was there " + Show(twice.Count()) + " times."));
    }

    private static void Known(IEnumerable<string> ids, ICollection<string> known, string path, string kind, ImmutableArray<LoadIssue>.Builder issues)
    {
        foreach (var id in ids.Where(id => !known.Contains(id)))
            issues.Add(new LoadIssue("SOD012", path, "The " + kind + " \"" + id + "\" is not in the catalog."));
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
