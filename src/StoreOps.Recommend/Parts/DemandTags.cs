using System.Collections.Immutable;

using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Which categories of a model stand for which need: made once, and read in calls. Immutable; safe for many threads.</summary>
/// <remarks>
/// Parts of one category are taken to exclude one another, as brands of one thing do: their chances are added, to 1 at most. Of categories nothing is
/// assumed: where one brings the other along, as oil its filter, to take them for independent counts the same visit twice. So the
/// chance told is that of the likeliest category, and the expected lines, which hold whatever depends on what, stand beside it. A part for
/// which nothing speaks, so that it is no candidate, counts at most with the rate at which it is sold to all: chances are learned of candidates.
/// </remarks>
public sealed class DemandTags
{
    /// <summary>The number of tags.</summary>
    public const int Count = (int)DemandTag.CarCare + 1;

    private const sbyte NoTag = -1;

    private readonly sbyte[] _tagOf;

    /// <summary>Initializes a new instance of the <see cref="DemandTags"/> class.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tagOfCategory">The tag of each category; a category that is not named belongs to none.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A tag does not exist; the message names the category.</exception>
    public DemandTags(PartsModel model, IReadOnlyDictionary<string, DemandTag> tagOfCategory)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(tagOfCategory);
        Model = model;
        _tagOf = new sbyte[model.CategoryCount];
        for (var i = 0; i < _tagOf.Length; i++)
            _tagOf[i] = NoTag;
        var unknown = ImmutableArray.CreateBuilder<string>();
        foreach (var pair in tagOfCategory)
        {
            if (pair.Value is < DemandTag.OilService or > DemandTag.CarCare)
                throw new ArgumentOutOfRangeException(nameof(tagOfCategory), pair.Value, "The tag of \"" + pair.Key + "\" is none of DemandTag.");
            if (model.FindCategory(pair.Key) is >= 0 and var category)
                _tagOf[category] = (sbyte)pair.Value;
            else
                unknown.Add(pair.Key);
        }

        unknown.Sort(StringComparer.Ordinal);
        UnknownCategories = unknown.ToImmutable();
    }

    /// <summary>Gets the model.</summary>
    public PartsModel Model { get; }

    /// <summary>Gets the categories that were named and that the model does not have, in ordinal order: misspelled, or never sold.</summary>
    public ImmutableArray<string> UnknownCategories { get; }

    /// <summary>Returns the tag of a part.</summary>
    /// <param name="part">The part's number in the model, from 0 to below its number of parts.</param>
    /// <returns>The tag; null for none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is out of range.</exception>
    public DemandTag? TagOf(int part) => Model.CategoryOf(part) is >= 0 and var category && _tagOf[category] != NoTag ? (DemandTag)_tagOf[category] : null;

    internal void AddCandidates(in ModelView model, Scratch scratch, Span<TagChance> chances)
    {
        var top = scratch.Top;
        var sums = scratch.CategoryChances;
        Array.Clear(sums, 0, sums.Length);
        for (var tag = 0; tag < Count; tag++)
            chances[tag] = new TagChance((DemandTag)tag, 0, 0, -1, 0);
        for (var place = 0; place < top.Count; place++)
        {
            var part = top.PartAt(place);
            if (model.Categories[part] is var category && (category >= _tagOf.Length || _tagOf[category] == NoTag))
                continue;
            var chance = StableMath.Logistic(top.LogOddsAt(place));
            sums[category] += chance;
            ref var known = ref chances[_tagOf[category]];
            // They come in order of their chances.
            var (first, greatest) = known.Part < 0 ? (part, chance) : (known.Part, known.PartProbability);
            known = known with { ExpectedLines = known.ExpectedLines + chance, Part = first, PartProbability = greatest };
        }
    }

    // What the vehicle had before is a candidate: all others are parts it never had.
    internal void AddOthers(in ModelView model, in FreshScorer scorer, Scratch scratch, Span<TagChance> chances)
    {
        var sums = scratch.CategoryChances;
        var visits = Math.Max(1, Model.Visits);
        for (var word = 0; word < scratch.Candidates.Length; word++)
        {
            for (var bits = scratch.Candidates[word]; bits != 0; bits &= bits - 1)
            {
                var part = (word << 6) + Bits.First(bits);
                if (model.Categories[part] is var category && (category >= _tagOf.Length || _tagOf[category] == NoTag))
                    continue;
                var chance = Math.Min(StableMath.Logistic(scorer.LogOddsOf(part)), (double)model.PartVisits[part] / visits);
                sums[category] += chance;
                ref var known = ref chances[_tagOf[category]];
                known = known with { ExpectedLines = known.ExpectedLines + chance };
            }
        }

        for (var category = 0; category < _tagOf.Length; category++)
        {
            if (_tagOf[category] == NoTag)
                continue;
            ref var known = ref chances[_tagOf[category]];
            known = known with { Probability = Math.Max(known.Probability, Math.Min(1, sums[category])) };
        }
    }
}
