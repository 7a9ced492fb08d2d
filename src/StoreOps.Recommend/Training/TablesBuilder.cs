using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Training;

/// <summary>Turns counts into the tables of a model.</summary>
internal static class TablesBuilder
{
    private const double Whole = SignalLevel.Most;

    public static ModelTables Build(VisitCounts counts, PartCatalog catalog, RecommendTrainerOptions options, CancellationToken cancellation)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        var (tally, parts) = (counts.Tally, counts.Parts.Length);
        return new ModelTables
        {
            Parts = counts.Parts,
            Families = counts.Families,
            Tags = counts.Tags,
            Categories = catalog.Categories,
            PartLevels = PartLevels(tally),
            PartVisits = [.. tally.Visits.Select(count => (uint)count)],
            CategoryOf = catalog.CategoryOf,
            Intervals = catalog.Intervals,
            Season = Season(tally),
            Rhythm = Rhythm(tally),
            KilometersSince = Since(tally.KilometersChances, tally.KilometersRepeats, parts, catalog),
            MonthsSince = Since(tally.MonthsChances, tally.MonthsRepeats, parts, catalog),
            SameVehicle = Neighbors.Of(counts.Pairs, PairKind.SameVehicle, tally, options.Neighbors, parallel),
            SameVisit = Neighbors.Of(counts.Pairs, PairKind.SameVisit, tally, options.Neighbors, parallel),
            Sequence = Neighbors.Of(counts.Pairs, PairKind.Sequence, tally, options.Neighbors, parallel),
            Similar = RateRows.Similar(counts, options.Neighbors),
            Usage = RateRows.Usage(counts, options.Neighbors),
            Popular = Popular(tally, options.PopularParts),
            Tables = new float[ModelLayout.Branches * ModelLayout.Signals * SignalLevel.Count],
            Intercepts = new float[ModelLayout.Branches],
            Floors = [uint.MaxValue, uint.MaxValue, uint.MaxValue],
            Facts = Facts(counts, catalog),
        };
    }

    private static long[] Facts(VisitCounts counts, PartCatalog catalog)
    {
        var facts = new long[ModelLayout.Facts];
        facts[(int)ModelFact.Parts] = counts.Parts.Length;
        facts[(int)ModelFact.Families] = counts.Families.Length;
        facts[(int)ModelFact.Tags] = counts.Tags.Length;
        facts[(int)ModelFact.Categories] = catalog.Categories.Length;
        facts[(int)ModelFact.Vehicles] = counts.Tally.Vehicles;
        facts[(int)ModelFact.Visits] = counts.Tally.AllVisits;
        facts[(int)ModelFact.Lines] = counts.Tally.LineCount;
        (facts[(int)ModelFact.FirstDay], facts[(int)ModelFact.LastDay]) = counts.Days;
        return facts;
    }

    private static byte[] PartLevels(PartTally tally)
    {
        var levels = new byte[tally.Parts * ModelLayout.LevelsOfPart];
        var most = Math.Max(1, tally.Visits.DefaultIfEmpty().Max());
        var mostRecent = Math.Max(1, tally.Recent.DefaultIfEmpty().Max());
        var (chances, repeats, usual) = (tally.Chances.Sum(count => (long)count), tally.Repeats.Sum(count => (long)count), tally.Usual.Sum());
        var rate = chances == 0 ? 0.0 : (double)repeats / chances;
        var lift = usual == 0 ? 1.0 : repeats * 1_000.0 / usual;
        for (var part = 0; part < tally.Parts; part++)
        {
            var own = levels.AsSpan(part * ModelLayout.LevelsOfPart);
            own[0] = SignalLevel.Of(Whole * tally.Visits[part] / most);
            own[1] = SignalLevel.Of(Whole * tally.Recent[part] / mostRecent);
            own[2] = SignalLevel.Of(Whole * (tally.Repeats[part] + (20 * rate)) / (tally.Chances[part] + 20));
            own[3] = SignalLevel.Of(1_000 * (tally.Repeats[part] + (3 * lift)) / ((tally.Usual[part] / 1_000.0) + 3));
        }

        return levels;
    }

    // The share of a part's visits in a month, against that month's share of all visits: 64 is usual.
    private static byte[] Season(PartTally tally)
    {
        var levels = new byte[tally.Parts * ModelLayout.Months];
        for (var part = 0; part < tally.Parts; part++)
        {
            for (var month = 0; month < ModelLayout.Months; month++)
            {
                var usual = tally.AllVisits == 0 ? 0 : (double)tally.VisitsInMonth[month] * tally.Visits[part] / tally.AllVisits;
                levels[(part * ModelLayout.Months) + month] = SignalLevel.Of(64 * (tally.InMonth[(part * ModelLayout.Months) + month] + 20) / (usual + 20));
            }
        }

        return levels;
    }

    private static byte[] Rhythm(PartTally tally)
    {
        var levels = new byte[tally.RhythmChances.Length];
        var chances = tally.RhythmChances.Sum(count => (long)count);
        var rate = chances == 0 ? 0 : (double)tally.RhythmRepeats.Sum(count => (long)count) / chances;
        for (var i = 0; i < levels.Length; i++)
            levels[i] = SignalLevel.Of(1 + (Whole * (tally.RhythmRepeats[i] + (5 * rate)) / (tally.RhythmChances[i] + 5)));
        return levels;
    }

    // A part's rate after so many kilometers or months, drawn towards that of its category, which is drawn towards that of all parts.
    private static byte[] Since(int[] chances, int[] repeats, int parts, PartCatalog catalog)
    {
        const int steps = ModelLayout.SinceSteps;
        var (allChances, allRepeats) = (new double[steps], new double[steps]);
        var groups = catalog.Categories.Length;
        var (groupChances, groupRepeats) = (new double[groups * steps], new double[groups * steps]);
        for (var i = 0; i < chances.Length; i++)
        {
            var step = i % steps;
            allChances[step] += chances[i];
            allRepeats[step] += repeats[i];
            if (catalog.CategoryOf[i / steps] is not ushort.MaxValue and var category)
            {
                groupChances[(category * steps) + step] += chances[i];
                groupRepeats[(category * steps) + step] += repeats[i];
            }
        }

        var usual = allRepeats.Sum() / Math.Max(1, allChances.Sum());
        // A step that nobody has seen yet is as likely for a kind of part as for all parts, but for what the kind is likelier on the whole.
        var lifts = Enumerable.Range(0, groups).Select(group => LiftOf(groupRepeats.AsSpan(group * steps, steps), groupChances.AsSpan(group * steps, steps))).ToArray();
        var levels = new byte[parts * steps];
        for (var part = 0; part < parts; part++)
        {
            for (var step = 0; step < steps; step++)
            {
                var rate = Drawn(allRepeats[step], allChances[step], usual);
                if (catalog.CategoryOf[part] is not ushort.MaxValue and var category)
                    rate = Drawn(groupRepeats[(category * steps) + step], groupChances[(category * steps) + step], Math.Min(1, rate * lifts[category]));
                rate = Drawn(repeats[(part * steps) + step], chances[(part * steps) + step], rate);
                levels[(part * steps) + step] = SignalLevel.Of(1 + (Whole * rate));
            }
        }

        return levels;

        double LiftOf(ReadOnlySpan<double> repeats, ReadOnlySpan<double> chances)
        {
            var (allOfGroup, chancesOfGroup) = (0.0, 0.0);
            for (var step = 0; step < steps; step++)
                (allOfGroup, chancesOfGroup) = (allOfGroup + repeats[step], chancesOfGroup + chances[step]);
            return usual > 0 ? Drawn(allOfGroup, chancesOfGroup, usual) / usual : 1;
        }

        static double Drawn(double repeats, double chances, double towards) => (repeats + (20 * towards)) / (chances + 20);
    }

    private static uint[] Popular(PartTally tally, int most)
    {
        var order = Enumerable.Range(0, tally.Parts).Where(part => tally.Visits[part] > 0).ToArray();
        Array.Sort(order, (one, other) => tally.Visits[one] != tally.Visits[other] ? tally.Visits[other].CompareTo(tally.Visits[one]) : one.CompareTo(other));
        return [.. order.Take(most).Select(part => (uint)part)];
    }
}
