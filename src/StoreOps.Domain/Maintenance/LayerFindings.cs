using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>Finds where layers contradict one another or speak of what is not there.</summary>
internal sealed class LayerFindings
{
    private readonly ImmutableArray<LayerFinding>.Builder _found = ImmutableArray.CreateBuilder<LayerFinding>();

    public static ImmutableArray<LayerFinding> Of(
        ImmutableArray<ScheduleLayer> layers, ImmutableArray<LayeredSchedule> used, ImmutableArray<LayeredSchedule> unused)
    {
        var findings = new LayerFindings();
        foreach (var twice in layers.GroupBy(layer => layer.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            findings.Add(LayerFindingKind.SameLayer, twice.Key, twice.Key, "Several layers have this id; all are used.");
        foreach (var (schedule, _, layerId) in unused)
            findings.Add(LayerFindingKind.SameSchedule, layerId ?? string.Empty, schedule.Id, "A higher layer has a schedule of this id, which is used in its place.");
        findings.SameVehicles(used);
        foreach (var layer in layers)
        {
            foreach (var one in layer.Overrides)
                findings.Judge(layer, one, used);
        }

        findings.OverriddenTwice(layers, used);
        return findings._found.ToImmutable();
    }

    private void SameVehicles(ImmutableArray<LayeredSchedule> used)
    {
        for (var i = 0; i < used.Length; i++)
        {
            for (var j = i + 1; used[i].LayerId is not null && j < used.Length; j++)
            {
                if (used[i].LayerId != used[j].LayerId && AreSame(used[i].Schedule.Vehicle, used[j].Schedule.Vehicle))
                    Add(LayerFindingKind.SameVehicles, used[i].LayerId!, used[i].Schedule.Id, "It is for vehicles of \"" + used[j].Schedule.Id + "\" too, and is chosen where both fit alike.");
            }
        }
    }

    private static bool AreSame(ScheduleVehicle one, ScheduleVehicle other) =>
        string.Equals(one.Make, other.Make, StringComparison.OrdinalIgnoreCase)
        && (one.Models.IsEmpty ? other.Models.IsEmpty : one.Models.Intersect(other.Models, StringComparer.OrdinalIgnoreCase).Any())
        && !(one.FromModelYear > other.ToModelYear) && !(other.FromModelYear > one.ToModelYear)
        && (one.Powertrains.IsEmpty || other.Powertrains.IsEmpty || one.Powertrains.Intersect(other.Powertrains).Any());

    private void Judge(ScheduleLayer layer, IntervalOverride one, ImmutableArray<LayeredSchedule> used)
    {
        var meant = used.Where(schedule => one.SpeaksOf(schedule.Schedule)).ToArray();
        var rule = one.ComponentId + " " + one.Action;
        if (meant.Length == 0)
        {
            Add(LayerFindingKind.UnknownSchedule, layer.Id, one.ScheduleId ?? one.Make ?? "*", "An override of " + rule + " names it, and no layer has it.");
            return;
        }

        if (one.ScheduleId is not null && meant[0].Origin > layer.Origin)
            Add(LayerFindingKind.Outranked, layer.Id, one.ScheduleId, "It belongs to a higher layer; the override of " + rule + " is not applied.");
        var rules = meant.SelectMany(schedule => schedule.Schedule.Rules.Where(one.SpeaksOf)).ToArray();
        if (rules.Length == 0)
            Add(LayerFindingKind.UnknownRule, layer.Id, (one.ScheduleId ?? one.Make ?? "*") + " " + rule, "No schedule that the override is for has this rule.");
        else if (rules.Any(found => found.IsNoServiceRequired))
            Add(LayerFindingKind.NoServiceRequired, layer.Id, rule, "A maker says that it needs no service; there the override is not applied.");
    }

    private void OverriddenTwice(ImmutableArray<ScheduleLayer> layers, ImmutableArray<LayeredSchedule> used)
    {
        foreach (var (schedule, origin, _) in used)
        {
            foreach (var rule in schedule.Rules.Select(rule => (rule.ComponentId, rule.Action)).Distinct())
            {
                var speaking = layers.Where(layer => layer.Origin >= origin && layer.Overrides.Any(one =>
                    one.SpeaksOf(schedule) && one.ComponentId == rule.ComponentId && one.Action == rule.Action)).ToArray();
                if (speaking.Length > 1)
                    Add(LayerFindingKind.OverriddenTwice, speaking[0].Id, schedule.Id + " " + rule.ComponentId + " " + rule.Action, "Layer \"" + speaking[1].Id + "\" changes it too; this one has the last word.");
            }
        }
    }

    private void Add(LayerFindingKind kind, string layer, string subject, string detail) => _found.Add(new LayerFinding(kind, layer, subject, detail));
}
