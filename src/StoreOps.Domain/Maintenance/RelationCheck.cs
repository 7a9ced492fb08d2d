using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>Whether the relations of items can all be kept at once.</summary>
internal static class RelationCheck
{
    /// <summary>Finds what can never be kept.</summary>
    /// <param name="items">The items.</param>
    /// <param name="pathOf">Where a relation of an item, of a kind, was written.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static void Run(List<MaintenanceItem> items, Func<string, RelationKind, string> pathOf, ImmutableArray<LoadIssue>.Builder issues)
    {
        var byId = items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        foreach (var item in items)
        {
            foreach (var kind in new[] { RelationKind.Requires, RelationKind.Includes })
            {
                var reached = Reach(item, kind, byId);
                if (reached.Contains(item.Id))
                    issues.Add(new LoadIssue("SOD013", pathOf(item.Id, kind), "No item " + kind + " itself, also not over others; \"" + item.Id + "\" would."));
                foreach (var other in reached.Where(other => other != item.Id && (Excludes(item, other, kind) || Excludes(byId[other], item.Id, kind))))
                    issues.Add(new LoadIssue("SOD045", pathOf(item.Id, kind), "\"" + item.Id + "\" " + kind + " \"" + other + "\" and cannot exclude it; they conflict, or one suppresses the other."));
            }
        }
    }

    // What includes another may well make it unnecessary: only what requires it may not.
    private static bool Excludes(MaintenanceItem item, string other, RelationKind kind) => item.Relations.Any(relation => relation.ItemId == other
        && (relation.Kind == RelationKind.Conflicts || (relation.Kind == RelationKind.Suppresses && kind == RelationKind.Requires)));

    private static HashSet<string> Reach(MaintenanceItem item, RelationKind kind, Dictionary<string, MaintenanceItem> byId)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<MaintenanceItem>([item]);
        while (open.Count > 0)
        {
            foreach (var relation in open.Pop().Relations)
            {
                if (relation.Kind == kind && reached.Add(relation.ItemId))
                    open.Push(byId[relation.ItemId]);
            }
        }

        return reached;
    }
}
