using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>Whether the relations of items can all be kept at once.</summary>
internal static class RelationCheck
{
    /// <summary>Finds what can never be kept.</summary>
    /// <param name="items">The items.</param>
    /// <param name="paths">Where each relation was written; one that is not there was right before.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static void Run(
        IEnumerable<MaintenanceItem> items, Dictionary<(string Of, ItemRelation Relation), string> paths, ImmutableArray<LoadIssue>.Builder issues)
    {
        var byId = items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        foreach (var item in byId.Values)
        {
            foreach (var kind in new[] { RelationKind.Requires, RelationKind.Includes })
            {
                var reached = Reach(item, kind, byId);
                foreach (var other in reached)
                {
                    if (other.Key == item.Id)
                        issues.Add(new LoadIssue("SOD013", PathOf(reached, item.Id, other.Key, null, paths), "No item " + kind + " itself, also not over others; \"" + item.Id + "\" would."));
                    else if ((Excluding(item, other.Key, kind) ?? Excluding(byId[other.Key], item.Id, kind)) is { } excluding)
                        issues.Add(new LoadIssue("SOD045", PathOf(reached, item.Id, other.Key, excluding, paths), "\"" + item.Id + "\" " + kind + " \"" + other.Key + "\" and cannot exclude it; they conflict, or one suppresses the other."));
                }
            }
        }
    }

    // What includes another may well make it unnecessary: only what requires it may not.
    private static (string Of, ItemRelation Relation)? Excluding(MaintenanceItem item, string other, RelationKind kind)
    {
        foreach (var relation in item.Relations)
        {
            if (relation.ItemId == other && (relation.Kind == RelationKind.Conflicts || (relation.Kind == RelationKind.Suppresses && kind == RelationKind.Requires)))
                return (item.Id, relation);
        }

        return null;
    }

    // Each item that is reached, with the last relation of the way to it.
    private static Dictionary<string, (string Of, ItemRelation Relation)> Reach(MaintenanceItem item, RelationKind kind, Dictionary<string, MaintenanceItem> byId)
    {
        var reached = new Dictionary<string, (string Of, ItemRelation Relation)>(StringComparer.Ordinal);
        var open = new Stack<MaintenanceItem>([item]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            foreach (var relation in next.Relations)
            {
                if (relation.Kind != kind || reached.ContainsKey(relation.ItemId))
                    continue;
                reached.Add(relation.ItemId, (next.Id, relation));
                open.Push(byId[relation.ItemId]);
            }
        }

        return reached;
    }

    // Of the relations that together cannot be kept, the first that is written: on the way from the item, else the one that excludes.
    private static string PathOf(
        Dictionary<string, (string Of, ItemRelation Relation)> reached,
        string from,
        string to,
        (string Of, ItemRelation Relation)? excluding,
        Dictionary<(string Of, ItemRelation Relation), string> paths)
    {
        var path = excluding is { } last && paths.TryGetValue(last, out var found) ? found + ".item" : "$";
        for (var step = reached[to]; ; step = reached[step.Of])
        {
            path = paths.TryGetValue(step, out var written) ? written + ".item" : path;
            if (step.Of == from)
                return path;
        }
    }
}
