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
        var paths = new Dictionary<(string Of, ItemRelation Relation), string>();
        var itemIds = new HashSet<string>(config.Items.Select(item => item.Id), StringComparer.Ordinal);
        for (var i = 0; i < config.Items.Length; i++)
        {
            var item = config.Items[i];
            var path = "$.items[" + Show(i) + "]";
            Known(item.Slots, slots.Keys, path + ".slots", string.Empty, "slot", issues);
            Known((item.Relations ?? []).Select(relation => relation.Item), itemIds, path + ".relations", ".item", "item", issues);
            for (var j = 0; j < (item.Relations?.Length ?? 0); j++)
            {
                var relation = (item.Id, new ItemRelation(item.Relations![j].Kind, item.Relations[j].Item));
                if (!paths.ContainsKey(relation))
                    paths.Add(relation, path + ".relations[" + Show(j) + "]");
            }
        }

        for (var i = 0; i < config.Components.Length; i++)
            Known(config.Components[i].Items, itemIds, "$.components[" + Show(i) + "].items", string.Empty, "item", issues);
        if (issues.Count > 0)
            return null;
        MaintenanceItem[] items = [.. config.Items.OrderBy(item => item.Number).Select(item => ToItem(item, slots))];
        RelationCheck.Run(items, paths, issues);
        return issues.Count > 0 ? null : new MaintenanceCatalog(
            [.. config.Slots.Select(slot => slots[slot.Id])],
            [.. items],
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

    private static void Unique(IEnumerable<string> ids, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        foreach (var twice in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            issues.Add(new LoadIssue("SOD011", path, "An id or number stands once; \"" + twice.Key + "\" was there " + Show(twice.Count()) + " times."));
    }

    private static void Known(
        IEnumerable<string> ids, ICollection<string> known, string list, string member, string kind, ImmutableArray<LoadIssue>.Builder issues)
    {
        var i = 0;
        foreach (var id in ids)
        {
            if (!known.Contains(id))
                issues.Add(new LoadIssue("SOD012", list + "[" + Show(i) + "]" + member, "The " + kind + " \"" + id + "\" is not in the catalog."));
            i++;
        }
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
