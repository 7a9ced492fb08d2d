using System.Collections.Immutable;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>All the work of one visit, once the relations between items are followed: what is added, contained, unnecessary, worth adding or in conflict.</summary>
/// <remarks>
/// An item's relations hold when it is replaced, or, where it is never replaced, when it is serviced at all: looking at a timing belt brings no
/// water pump. A replacement takes in whatever else is done to the same item. Nothing is added that the vehicle's powertrain does not have.
/// </remarks>
public sealed class WorkScope
{
    private WorkScope(ImmutableArray<ScopedWork> work) => Work = work;

    /// <summary>Gets the work: what was asked in its order, then what relations bring.</summary>
    public ImmutableArray<ScopedWork> Work { get; }

    /// <summary>Gets the lines of work of the visit.</summary>
    public IEnumerable<ScopedWork> Lines => Work.Where(one => one.IsLine);

    /// <summary>Follows the relations of the work of a visit.</summary>
    /// <param name="asked">What is due or asked for, the most important first; repeated items count once, with the strongest action.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="powertrain">What drives the vehicle.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="asked"/> or <paramref name="catalog"/> is null.</exception>
    public static WorkScope Of(IEnumerable<(string ComponentId, ServiceAction Action)> asked, MaintenanceCatalog catalog, Powertrain powertrain = Powertrain.Unknown)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(catalog);
        var work = new List<ScopedWork>();
        foreach (var (componentId, action) in asked)
            Ask(work, componentId, action);

        // The list grows while it is read: what is required may require more. The catalog has no cycles.
        for (var i = 0; i < work.Count; i++)
        {
            foreach (var item in Related(work[i], catalog, RelationKind.Requires, powertrain))
                Add(work, item, ScopedWorkKind.Required, work[i].ComponentId, mayExist: true);
        }

        var lines = work.Count;
        for (var i = 0; i < lines; i++)
        {
            Turn(work, lines, i, catalog, RelationKind.Includes, ScopedWorkKind.Included, powertrain);
            Turn(work, lines, i, catalog, RelationKind.Suppresses, ScopedWorkKind.Suppressed, powertrain);
        }

        for (var i = 0; i < lines; i++)
        {
            if (!work[i].IsLine)
                continue;
            foreach (var item in Related(work[i], catalog, RelationKind.Conflicts, powertrain))
                Mark(work, lines, i, item.Id);
            foreach (var item in Related(work[i], catalog, RelationKind.Together, powertrain))
                Add(work, item, ScopedWorkKind.Suggested, work[i].ComponentId, mayExist: false);
        }

        return new WorkScope([.. work]);
    }

    private static void Ask(List<ScopedWork> work, string componentId, ServiceAction action)
    {
        var at = work.FindIndex(one => one.ComponentId == componentId);
        if (at < 0)
            work.Add(new ScopedWork(componentId, action, ScopedWorkKind.Asked));
        else if (action.Includes(work[at].Action))
            work[at] = work[at] with { Action = action };
    }

    private static void Add(List<ScopedWork> work, MaintenanceItem item, ScopedWorkKind kind, string because, bool mayExist)
    {
        var action = item.Actions.Contains(ServiceAction.Replace) ? ServiceAction.Replace : item.Actions[0];
        var at = work.FindIndex(one => one.ComponentId == item.Id);
        if (at < 0)
            work.Add(new ScopedWork(item.Id, action, kind, because));
        else if (mayExist && action.Includes(work[at].Action))
            work[at] = work[at] with { Action = action };
    }

    // Work that is there already and that other work contains or makes unnecessary is no line any more; what is contained is named, asked or not.
    private static void Turn(
        List<ScopedWork> work, int lines, int source, MaintenanceCatalog catalog, RelationKind relation, ScopedWorkKind kind, Powertrain powertrain)
    {
        if (!work[source].IsLine)
            return;
        foreach (var item in Related(work[source], catalog, relation, powertrain))
        {
            var at = work.FindIndex(0, lines, one => one.ComponentId == item.Id);
            if (at >= 0 && at != source)
                work[at] = work[at] with { Kind = kind, BecauseOf = work[source].ComponentId };
            else if (at < 0 && relation == RelationKind.Includes)
                Add(work, item, kind, work[source].ComponentId, mayExist: false);
        }
    }

    // Of two in conflict the later one is marked: what is more important stays.
    private static void Mark(List<ScopedWork> work, int lines, int source, string itemId)
    {
        var at = work.FindIndex(0, lines, one => one.ComponentId == itemId && one.IsLine);
        if (at < 0 || at == source)
            return;
        var (kept, moved) = at > source ? (source, at) : (at, source);
        work[moved] = work[moved] with { Kind = ScopedWorkKind.Conflicting, BecauseOf = work[kept].ComponentId };
    }

    private static IEnumerable<MaintenanceItem> Related(ScopedWork work, MaintenanceCatalog catalog, RelationKind kind, Powertrain powertrain)
    {
        if (catalog.FindItem(work.ComponentId) is not { } item || (work.Action != ServiceAction.Replace && item.Actions.Contains(ServiceAction.Replace)))
            yield break;
        foreach (var relation in item.Relations)
        {
            if (relation.Kind == kind && catalog.FindItem(relation.ItemId) is { } other && other.AppliesTo(powertrain))
                yield return other;
        }
    }
}
