using System.Collections.Immutable;

using NodaTime;

using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Packs;

/// <summary>What is different between two rule packs, entry by entry.</summary>
/// <param name="Changes">The differences by section, and in it in the order of the newer pack, what is gone last.</param>
public sealed record PackDiff(ImmutableArray<PackChange> Changes)
{
    /// <summary>Gets a value indicating whether both packs say the same, but for their id and version.</summary>
    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>Compares two packs by what they say over all their layers.</summary>
    /// <param name="older">The pack before.</param>
    /// <param name="newer">The pack after.</param>
    /// <returns>The differences in the current version of the format, whichever version each was written in. The order of entries counts for stages alone; 10 and 10.0 are the same number.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static PackDiff Between(RulePack older, RulePack newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        return new PackDiff(PackComparison.Of(older.Current, newer.Current));
    }

    /// <summary>Counts what would be decided otherwise under another pack, in situations that were written down.</summary>
    /// <param name="older">The pack before.</param>
    /// <param name="newer">The pack after.</param>
    /// <param name="situations">The facts of each situation, of <see cref="StandardFacts.Schema"/>.</param>
    /// <param name="date">The day at the shop on which it is decided; null to leave the dates of rules out of account.</param>
    /// <returns>The counts for each rule for which anything changes.</returns>
    /// <exception cref="ArgumentNullException">A pack or the list is null.</exception>
    /// <exception cref="ArgumentException">Facts are of another schema.</exception>
    public static PackEffect Effect(RulePack older, RulePack newer, IEnumerable<FactSet> situations, LocalDate? date = null)
    {
        ArgumentNullException.ThrowIfNull(situations);
        var changed = new HashSet<(string, string)>(Between(older, newer).Changes.Select(change => (change.Section, change.Id)));
        var tallies = Pair(older, newer, changed);
        var count = 0L;
        var affected = 0L;
        foreach (var situation in situations)
        {
            var facts = date is { } day ? StandardFacts.On(day, situation)! : situation;
            count++;
            var isAffected = false;
            foreach (var tally in tallies)
                isAffected |= tally.Add(facts, date);
            affected += isAffected ? 1 : 0;
        }

        return new PackEffect(count, affected, [.. tallies.Where(tally => tally.IsAny).Select(tally => tally.ToEffect())]);
    }

    private static List<RuleTally> Pair(RulePack older, RulePack newer, HashSet<(string Section, string Id)> changed)
    {
        var before = new Dictionary<string, PackRule>(StringComparer.Ordinal);
        foreach (var rule in PackRule.Of(older))
            before[rule.Id] = rule;
        var tallies = new List<RuleTally>();
        foreach (var rule in PackRule.Of(newer))
        {
            before.TryGetValue(rule.Id, out var same);
            tallies.Add(new RuleTally(same.Id is null ? null : same, rule, changed.Contains((rule.Section, rule.Id))));
            before.Remove(rule.Id);
        }

        // In the order of the pack that had them.
        tallies.AddRange(PackRule.Of(older).Where(rule => before.ContainsKey(rule.Id)).Select(rule => new RuleTally(rule, null, true)));
        return tallies;
    }

    private sealed class RuleTally(PackRule? before, PackRule? after, bool isChanged)
    {
        private long _began;
        private long _ended;
        private long _other;
        private long _outcome;

        public bool IsAny => _began + _ended + _other + _outcome > 0;

        /// <summary>Counts one situation; answers whether the decision changes in it.</summary>
        public bool Add(FactSet facts, LocalDate? date)
        {
            var was = before?.Holds(facts, date) ?? Verdict.False;
            var now = after?.Holds(facts, date) ?? Verdict.False;
            if (was == now)
            {
                _outcome += isChanged && now == Verdict.True ? 1 : 0;
                return false;
            }

            _began += now == Verdict.True ? 1 : 0;
            _ended += was == Verdict.True ? 1 : 0;
            _other += now != Verdict.True && was != Verdict.True ? 1 : 0;
            return true;
        }

        public RuleEffect ToEffect() => new((after ?? before)!.Value.Section, (after ?? before)!.Value.Id, _began, _ended, _other, _outcome);
    }
}

/// <summary>What another rule pack would change in situations that were written down.</summary>
/// <param name="Situations">How many situations there were.</param>
/// <param name="Affected">In how many of them at least one decision changes.</param>
/// <param name="Rules">The counts for each rule for which anything changes.</param>
public sealed record PackEffect(long Situations, long Affected, ImmutableArray<RuleEffect> Rules)
{
    /// <summary>Gets how many decisions change: whether a rule holds, over all rules and situations.</summary>
    public long Decisions => Rules.Sum(rule => rule.Decisions);
}

/// <summary>What another rule pack would change in the decisions of one rule.</summary>
/// <param name="Section">The section of the rule.</param>
/// <param name="Id">The rule.</param>
/// <param name="Began">In how many situations it holds and did not before.</param>
/// <param name="Ended">In how many situations it held and does not now.</param>
/// <param name="BetweenNoAndUnknown">In how many situations it went from not holding to not known, or back.</param>
/// <param name="WithAnotherOutcome">In how many situations it holds as before, but says something else, such as another percentage.</param>
public sealed record RuleEffect(string Section, string Id, long Began, long Ended, long BetweenNoAndUnknown, long WithAnotherOutcome)
{
    /// <summary>Gets how many decisions change: whether the rule holds.</summary>
    public long Decisions => Began + Ended + BetweenNoAndUnknown;
}
