using System.Collections.Immutable;
using System.Globalization;

namespace StoreOps.Domain.Maintenance;

/// <summary>Puts an overlay on a catalog, or says everything that keeps it from fitting.</summary>
internal sealed class CatalogMerge(MaintenanceCatalog catalog, CatalogOverlayConfig overlay)
{
    private readonly List<PartSlot> _slots = [.. catalog.Slots];
    private readonly List<MaintenanceItem> _items = [.. catalog.Items];
    private readonly List<MaintenanceComponent> _components = [.. catalog.Components];
    private readonly List<(string? Component, string? Slot, ExternalKey Key)> _keys = [.. catalog.Keys];
    private readonly List<DrivingQuestion> _questions = [.. catalog.DrivingQuestions];
    private readonly ImmutableArray<LoadIssue>.Builder _issues = ImmutableArray.CreateBuilder<LoadIssue>();
    private readonly Dictionary<(string Of, ItemRelation Relation), string> _relationPaths = [];

    public MaintenanceCatalog? Run(out ImmutableArray<LoadIssue> issues)
    {
        ForEach(overlay.Slots, "$.slots", Add);
        ForEach(overlay.Items, "$.items", Add);
        ForEach(overlay.Components, "$.components", Add);

        // Relations come last: an item may name one that comes after it.
        ForEach(overlay.Items, "$.items", (item, path) =>
            ForEach(item.Relations, path + ".relations", (relation, inner) => Relate(item.Id, relation.Kind, relation.Item, inner)));
        ForEach(overlay.Components, "$.components", (component, path) =>
            ForEach(component.Items, path + ".items", (item, inner) => Expect(_items.Exists(one => one.Id == item), item, inner)));
        ForEach(overlay.Relations, "$.relations", (relation, path) => Relate(relation.Of, relation.Kind, relation.Item, path));
        ForEach(overlay.Renames, "$.renames", Rename);
        ForEach(overlay.Questions, "$.questions", Reword);
        ForEach(overlay.Keys, "$.keys", Add);
        if (_issues.Count == 0)
            RelationCheck.Run(_items, _relationPaths, _issues);
        issues = _issues.ToImmutable();
        return issues.IsEmpty ? new MaintenanceCatalog([.. _slots], [.. _items.OrderBy(item => item.Number)], [.. _components], [.. _keys], [.. _questions]) : null;
    }

    private static void ForEach<T>(T[]? list, string path, Action<T, string> act)
    {
        for (var i = 0; i < (list?.Length ?? 0); i++)
            act(list![i], path + "[" + i.ToString(CultureInfo.InvariantCulture) + "]");
    }

    private void Add(SlotConfig slot, string path)
    {
        if (_slots.Exists(one => one.Id == slot.Id))
            Say("SOD041", path + ".id", "The catalog has no such slot yet; \"" + slot.Id + "\" is taken.");
        _slots.Add(new PartSlot(slot.Id, slot.Name.ToText()));
    }

    private void Add(ItemConfig item, string path)
    {
        if (item.Number < 1 || _items.Exists(one => one.Number == item.Number))
            Say("SOD040", path + ".number", "A number from 1 that is free is accepted; it was " + item.Number.ToString(CultureInfo.InvariantCulture) + ".");
        Free(item.Id, path);
        if (item.Actions.Length == 0)
            Say("SOD042", path + ".actions", "An item has at least one action; there was none.");
        ForEach(item.Slots, path + ".slots", (slot, inner) => Expect(_slots.Exists(one => one.Id == slot), slot, inner));
        _items.Add(new MaintenanceItem(
            item.Number, item.Id, item.Name.ToText(), [.. item.Actions], [.. item.Powertrains], [.. _slots.Where(slot => item.Slots.Contains(slot.Id)).OrderBy(slot => Array.IndexOf(item.Slots, slot.Id))], []));
    }

    private void Add(ComponentConfig component, string path)
    {
        Free(component.Id, path);
        _components.Add(new MaintenanceComponent(component.Id, component.Name.ToText(), [.. component.Items]));
    }

    private void Add(KeyConfig key, string path)
    {
        if (!IsOneOf(key.Component, key.Slot, path))
            return;
        if (key.System.Length == 0 || key.Value.Length == 0)
            Say("SOD046", path, "A key has a system and a value; one was empty.");
        _keys.Add((key.Component, key.Slot, new ExternalKey(key.System, key.Value)));
    }

    private void Rename(RenameConfig rename, string path)
    {
        if (!IsOneOf(rename.Component, rename.Slot, path))
            return;
        var name = rename.Name.ToText();
        for (var i = 0; i < _items.Count; i++)
        {
            var item = _items[i];
            _items[i] = item with
            {
                Name = item.Id == rename.Component ? name : item.Name,
                Slots = [.. item.Slots.Select(slot => slot.Id == rename.Slot ? slot with { Name = name } : slot)],
            };
        }

        for (var i = 0; i < _components.Count; i++)
            _components[i] = _components[i].Id == rename.Component ? _components[i] with { Name = name } : _components[i];
        for (var i = 0; i < _slots.Count; i++)
            _slots[i] = _slots[i].Id == rename.Slot ? _slots[i] with { Name = name } : _slots[i];
    }

    private void Reword(QuestionConfig question, string path)
    {
        var condition = (DrivingConditions)question.Condition;
        if (!ReferenceEquals(overlay.Questions!.First(one => one.Condition == question.Condition), question))
            Say("SOD048", path + ".condition", "A question is reworded once; \"" + condition + "\" was there before.");
        if (string.IsNullOrWhiteSpace(question.Text.Chinese) || string.IsNullOrWhiteSpace(question.Text.English))
            Say("SOD049", path + ".text", "A question has words in both languages; one was empty.");
        var index = _questions.FindIndex(one => one.Condition == condition);
        _questions[index] = _questions[index] with { Text = question.Text.ToText() };
    }

    private void Relate(string of, RelationKind kind, string other, string path)
    {
        var index = _items.FindIndex(item => item.Id == of);
        Expect(index >= 0, of, path + ".of");
        Expect(_items.Exists(item => item.Id == other), other, path + ".item");
        if (of == other)
            Say("SOD043", path + ".item", "A relation is to another item; \"" + of + "\" was related to itself.");
        if (index < 0)
            return;
        var relation = new ItemRelation(kind, other);
        if (_items[index].Relations.Contains(relation))
            Say("SOD044", path, "A relation stands once; \"" + of + "\" has it already.");
        else
            _relationPaths.Add((of, relation), path);
        _items[index] = _items[index] with { Relations = _items[index].Relations.Add(relation) };
    }

    private bool IsOneOf(string? component, string? slot, string path)
    {
        if ((component is null) == (slot is null))
        {
            Say("SOD047", path, "Either a component or a slot is named; it was " + (slot is null ? "neither." : "both."));
            return false;
        }

        var isKnown = _slots.Exists(one => one.Id == slot) || _items.Exists(one => one.Id == component) || _components.Exists(one => one.Id == component);
        Expect(isKnown, component ?? slot!, path);
        return isKnown;
    }

    private void Free(string id, string path)
    {
        if (_items.Exists(one => one.Id == id) || _components.Exists(one => one.Id == id))
            Say("SOD041", path + ".id", "An id that is free is accepted; \"" + id + "\" is taken.");
    }

    private void Expect(bool isKnown, string id, string path)
    {
        if (!isKnown)
            Say("SOD012", path, "\"" + id + "\" is neither in the catalog nor in the overlay.");
    }

    private void Say(string code, string path, string detail) => _issues.Add(new LoadIssue(code, path, detail));
}
