using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Turns visits into the tables of <see cref="PartCounts"/>.</summary>
internal static class PartCounting
{
    public static CountTable[] Tables(OrderLog log)
    {
        var (before, all) = (log.Lengths(less: 1), log.Lengths(less: 0));
        var (earlier, whole) = (VisitCounts.Of(log, before), VisitCounts.Of(log, all));
        var tables = new CountTable[(int)CountKind.Sequence + 1];
        tables[(int)CountKind.General] = General(log, before, earlier.Tally, whole.Tally);
        tables[(int)CountKind.Parts] = Parts(earlier.Tally, whole.Tally);
        (tables[(int)CountKind.FamilyVisits], tables[(int)CountKind.FamilyParts]) = Groups(earlier.ByFamily, whole.ByFamily, ModelLayout.Bands);
        (tables[(int)CountKind.TagVisits], tables[(int)CountKind.TagParts]) = Groups(earlier.ByTag, whole.ByTag, 1);
        for (var kind = PairKind.SameVehicle; kind <= PairKind.Sequence; kind++)
            tables[(int)CountKind.SameVehicle + (int)kind] = Pairs(earlier.Pairs, whole.Pairs, kind, log.Parts.Length);
        return tables;
    }

    private static CountTable General(OrderLog log, int[] before, PartTally earlier, PartTally whole)
    {
        var table = new CountTable.Builder(0);
        table.Add((int)CountRow.Totals, 0, earlier.Vehicles, whole.Vehicles);
        table.Add((int)CountRow.Totals, 1, earlier.AllVisits, whole.AllVisits);
        table.Add((int)CountRow.Totals, 2, earlier.LineCount, whole.LineCount);
        for (var month = 0; month < ModelLayout.Months; month++)
            table.Add((int)CountRow.Months, month, earlier.VisitsInMonth[month], whole.VisitsInMonth[month]);
        for (var cell = 0; cell < whole.RhythmChances.Length; cell++)
            table.Add((int)CountRow.RhythmChances, cell, earlier.RhythmChances[cell], whole.RhythmChances[cell]);
        for (var cell = 0; cell < whole.RhythmRepeats.Length; cell++)
            table.Add((int)CountRow.RhythmRepeats, cell, earlier.RhythmRepeats[cell], whole.RhythmRepeats[cell]);
        var days = new SortedDictionary<int, (long Earlier, long Whole)>();
        for (var vehicle = 0; vehicle < log.Vehicles; vehicle++)
        {
            for (var visit = log.VisitStarts[vehicle]; visit < log.VisitStarts[vehicle + 1]; visit++)
            {
                var day = log.Days[visit] - DayNumber.First;
                days.TryGetValue(day, out var sum);
                days[day] = (sum.Earlier + (visit < log.VisitStarts[vehicle] + before[vehicle] ? 1 : 0), sum.Whole + 1);
            }
        }

        foreach (var day in days)
            table.Add((int)CountRow.Days, day.Key, day.Value.Earlier, day.Value.Whole);
        return table.Build();
    }

    private static CountTable Parts(PartTally earlier, PartTally whole)
    {
        var table = new CountTable.Builder(whole.Parts * 8);
        for (var part = 0; part < whole.Parts; part++)
        {
            for (var cell = 0; cell < PartCells.Count; cell++)
                table.Add(part, cell, PartCells.Get(earlier, part, cell), PartCells.Get(whole, part, cell));
        }

        return table.Build();
    }

    private static (CountTable Visits, CountTable Parts) Groups(GroupTally earlier, GroupTally whole, int columns)
    {
        var (visits, parts) = (new CountTable.Builder(whole.Groups), new CountTable.Builder(whole.Groups));
        for (var group = 0; group < whole.Groups; group++)
        {
            visits.Add(group / columns, group % columns, earlier.VisitsOf(group), whole.VisitsOf(group));
            var before = earlier.PartsOf(group).ToDictionary(part => part.Key, part => part.Value);
            foreach (var part in whole.PartsOf(group).OrderBy(part => part.Key))
                parts.Add(group, part.Key, before.TryGetValue(part.Key, out var times) ? times : 0, part.Value);
        }

        return (visits.Build(), parts.Build());
    }

    // What comes earlier comes into the whole too, so that no pair is among the earlier alone.
    private static CountTable Pairs(IPairCounts earlier, IPairCounts whole, PairKind kind, int parts)
    {
        var table = new CountTable.Builder(parts * 8);
        var (before, all) = (new PartCounter(parts), new PartCounter(parts));
        for (var part = 0; part < parts; part++)
        {
            earlier.AddTo(before, kind, part);
            whole.AddTo(all, kind, part);
            var times = before.TakeAll();
            var at = 0;
            foreach (var pair in all.TakeAll())
            {
                while (at < times.Count && times[at].Part < pair.Part)
                    at++;
                if (kind == PairKind.Sequence || pair.Part > part)
                    table.Add(part, pair.Part, at < times.Count && times[at].Part == pair.Part ? times[at].Times : 0, pair.Times);
            }
        }

        return table.Build();
    }
}
