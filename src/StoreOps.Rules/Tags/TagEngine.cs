using System.Collections.Immutable;

using NodaTime;

using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Tags;

/// <summary>Tells which tags a customer carries and which segments they are in. Immutable; safe for many threads.</summary>
/// <remarks>
/// Levels are judged from <see cref="TagLevel.Fact"/> up, then the segments. A condition sees the tags of the levels below in
/// <c>customer.tags</c>, beside those that the host set there: no tag can depend on itself, whatever its condition says.
/// </remarks>
public sealed class TagEngine
{
    private readonly ImmutableArray<TagRule> _tags;
    private readonly ImmutableArray<Segment> _segments;

    /// <summary>Initializes a new instance of the <see cref="TagEngine"/> class.</summary>
    /// <param name="tags">The tags.</param>
    /// <param name="segments">The segments.</param>
    /// <param name="pack">The rule pack they come from; null for none.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public TagEngine(IEnumerable<TagRule> tags, IEnumerable<Segment> segments, PackStamp? pack = null)
    {
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentNullException.ThrowIfNull(segments);
        _tags = [.. tags.OrderBy(tag => tag.Level).ThenBy(tag => tag.Id, StringComparer.Ordinal)];
        _segments = [.. segments];
        Pack = pack;
    }

    /// <summary>Gets the rule pack that the tags and segments come from; null for none.</summary>
    public PackStamp? Pack { get; }

    /// <summary>Judges all tags and segments.</summary>
    /// <param name="facts">What is known, of <see cref="StandardFacts.Schema"/>; not changed.</param>
    /// <param name="date">The day, at the shop.</param>
    /// <returns>What holds, and why the rest does not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="facts"/> are of another schema.</exception>
    public TagAssessment Evaluate(FactSet facts, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!ReferenceEquals(facts.Schema, StandardFacts.Schema))
            throw new ArgumentException("The facts are of another schema than conditions of a rule pack.", nameof(facts));
        var seen = Copy(StandardFacts.On(date, facts)!);
        StandardFacts.Schema.TryFind(StandardFacts.CustomerTags, out var slot);
        var carried = new List<string>(facts[slot].List?.Select(tag => tag.Text) ?? []);
        seen.Set(StandardFacts.CustomerTags, CelValue.Of([.. carried]));
        var tags = ImmutableArray.CreateBuilder<TagVerdict>(_tags.Length);
        for (var i = 0; i < _tags.Length; i++)
        {
            if (i > 0 && _tags[i].Level != _tags[i - 1].Level)
                seen.Set(StandardFacts.CustomerTags, CelValue.Of([.. carried]));
            var tag = _tags[i];
            var verdict = Judge(EvidenceCodes.Tag, tag.Id, tag.When, tag.IsInForceOn(date) ? null : EffectivePeriod.NotInForce(tag.Id, tag.From, tag.Until, date), seen);
            tags.Add(verdict);
            if (verdict.Verdict == Verdict.True && !carried.Contains(tag.Id))
                carried.Add(tag.Id);
        }

        seen.Set(StandardFacts.CustomerTags, CelValue.Of([.. carried]));
        ImmutableArray<TagVerdict> segments = [.. _segments.Select(one => Judge(
            EvidenceCodes.Segment, one.Id, one.When, one.IsInForceOn(date) ? null : EffectivePeriod.NotInForce(one.Id, one.From, one.Until, date), seen))];
        return new TagAssessment
        {
            TagIds = [.. carried],
            SegmentIds = [.. segments.Where(one => one.Verdict == Verdict.True).Select(one => one.Id)],
            Tags = tags.MoveToImmutable(),
            Segments = segments,
            Facts = seen,
            Pack = Pack,
        };
    }

    private static TagVerdict Judge(string code, string id, Condition when, Evidence? notInForce, FactSet facts)
    {
        var why = notInForce ?? when.Explain(facts);
        var verdict = why.Outcome switch { EvidenceOutcome.Met => Verdict.True, EvidenceOutcome.Unknown => Verdict.Unknown, _ => Verdict.False };
        return new TagVerdict(id, verdict, new Evidence(code, why.Outcome) { RuleId = id, Children = [why] });
    }

    private static FactSet Copy(FactSet facts)
    {
        var copy = new FactSet(facts.Schema);
        for (var slot = 0; slot < facts.Schema.Facts.Length; slot++)
            copy.Set(facts.Schema.Facts[slot].Name, facts[slot]);
        return copy;
    }
}
