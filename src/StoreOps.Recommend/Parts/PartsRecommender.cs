using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Ranks the parts worth offering on an order, in microseconds and without allocating. Safe for many threads at once.</summary>
/// <remarks>
/// <para>Candidates are what the vehicle had before, what is due, what goes with its history, its last visit or the lines of the order, what
/// vehicles like it take, what a rule says and what is sold most. What must not be offered is taken out before anything is ranked, so that as
/// many come back as asked for, or all that are allowed.</para>
/// <para>The log-odds are a sum of terms; the terms are the reasons. Equal log-odds are ranked by how often a part is sold, then by its
/// number. An unknown vehicle or an empty history is no error: the answer then rests on less, and <see cref="RecommendDiagnostics.Basis"/>
/// says on what.</para>
/// </remarks>
public sealed class PartsRecommender
{
    private readonly PartsModel _model;
    private readonly ScratchPool _pool;
    private readonly PartLookups _lookups;

    /// <summary>Initializes a new instance of the <see cref="PartsRecommender"/> class.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public PartsRecommender(PartsModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _lookups = new PartLookups(model);
        _pool = new ScratchPool(model, _lookups);
    }

    /// <summary>Gets the model.</summary>
    public PartsModel Model => _model;

    /// <summary>Ranks the parts worth offering.</summary>
    /// <param name="query">The vehicle, its order and what may be offered.</param>
    /// <param name="results">Receives the parts, the most likely first; its length is how many are wanted.</param>
    /// <returns>How many were written: as many as wanted, or all that are allowed.</returns>
    public int Recommend(in RecommendQuery query, Span<Recommendation> results) => Recommend(query, results, [], out _);

    /// <summary>Ranks the parts worth offering and says why.</summary>
    /// <param name="query">The vehicle, its order and what may be offered.</param>
    /// <param name="results">Receives the parts, the most likely first; its length is how many are wanted.</param>
    /// <param name="reasons">
    /// Receives the reasons: for each result as many places as its length divided by that of <paramref name="results"/>, first the terms that
    /// say most for the part, and in the last place used the one that says most against it, where that is notable.
    /// </param>
    /// <param name="diagnostics">Receives what was considered and what was taken out.</param>
    /// <returns>How many results were written.</returns>
    public int Recommend(in RecommendQuery query, Span<Recommendation> results, Span<PartReason> reasons, out RecommendDiagnostics diagnostics)
    {
        var scratch = _pool.Rent();
        var model = _model.View;
        CandidateCollector.Collect(model, query, scratch);
        CandidateBits.Find(scratch, model.Floors);
        CandidateBits.TakeOrder(scratch);
        return Finish(model, query, scratch, results, reasons, out diagnostics);
    }

    /// <summary>Ranks the caller's own candidates by the same terms.</summary>
    /// <param name="query">The vehicle, its order and what may be offered.</param>
    /// <param name="candidates">The parts' numbers; several of one part count once.</param>
    /// <param name="results">Receives the parts, the most likely first; its length is how many are wanted.</param>
    /// <param name="reasons">Receives the reasons, as for <see cref="Recommend(in RecommendQuery, Span{Recommendation}, Span{PartReason}, out RecommendDiagnostics)"/>.</param>
    /// <param name="diagnostics">Receives what was considered and what was taken out.</param>
    /// <returns>How many results were written.</returns>
    public int Rank(
        in RecommendQuery query, ReadOnlySpan<int> candidates, Span<Recommendation> results, Span<PartReason> reasons, out RecommendDiagnostics diagnostics)
    {
        var scratch = _pool.Rent();
        var model = _model.View;
        CandidateCollector.Collect(model, query, scratch);
        CandidateBits.TakeOnly(candidates, scratch, model.Floors);
        return Finish(model, query, scratch, results, reasons, out diagnostics);
    }

    /// <summary>Tells for each of the 14 kinds of need how likely the customer takes something of it, by the same chances.</summary>
    /// <param name="query">The vehicle, its order and what may be offered; parts that may not be do not count.</param>
    /// <param name="tags">Which categories stand for which need.</param>
    /// <param name="chances">Receives a chance for each tag, in the order of <see cref="DemandTag"/>; at least <see cref="DemandTags.Count"/> places.</param>
    /// <returns>What was considered and what was taken out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tags"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="chances"/> is too short, or the tags are of another model.</exception>
    public RecommendDiagnostics Predict(in RecommendQuery query, DemandTags tags, Span<TagChance> chances)
    {
        ArgumentNullException.ThrowIfNull(tags);
        if (chances.Length < DemandTags.Count)
            throw new ArgumentException("There is a chance for each tag: the places are 14 or more.", nameof(chances));
        if (!ReferenceEquals(tags.Model, _model))
            throw new ArgumentException("The tags are of another model: categories have other numbers there.", nameof(tags));
        var scratch = _pool.Rent();
        var model = _model.View;
        CandidateCollector.Collect(model, query, scratch);
        CandidateBits.Find(scratch, model.Floors, ofAll: true);
        CandidateBits.TakeOrder(scratch);
        scratch.Candidates.CopyTo(scratch.Sourced, 0);
        var reader = new SignalReader(model, query, scratch);
        var diagnostics = RecommendCall.Rank(model, _lookups, query, reader, scratch, scratch.Parts);
        tags.AddCandidates(model, scratch, chances);
        CandidateBits.TakeOthers(scratch);
        CandidateMasks.Apply(query, scratch);
        tags.AddOthers(model, new FreshScorer(model, query, scratch, _lookups.NeverHad), scratch, chances);
        _pool.Return(scratch);
        return diagnostics;
    }

    /// <summary>Tells what is sold most with some parts, whatever the vehicle: for a catalog, or beside a line.</summary>
    /// <param name="parts">The parts' numbers; those the model does not have are ignored, and one named twice counts twice.</param>
    /// <param name="results">Receives the parts, the strongest first, equal ones by how often they are sold, then by number; its length is how many are wanted.</param>
    /// <returns>How many were written: fewer than wanted where fewer were sold with them.</returns>
    /// <remarks>Nothing is allocated. Nothing is masked either: what may be offered is for <see cref="Recommend(in RecommendQuery, Span{Recommendation})"/> to know.</remarks>
    public int Related(ReadOnlySpan<int> parts, Span<RelatedPart> results)
    {
        var scratch = _pool.Rent();
        var count = RelatedSearch.Find(_model.View, parts, scratch, results);
        _pool.Return(scratch);
        return count;
    }

    /// <summary>Tells all terms of one part's log-odds, also of one that would not be offered.</summary>
    /// <param name="query">The vehicle and its order.</param>
    /// <param name="part">The part's number, from 0 to below <see cref="PartsModel.PartCount"/>.</param>
    /// <param name="terms">Receives the terms that are not zero, in the order of <see cref="PartSignal"/>; 24 places hold all.</param>
    /// <param name="intercept">Receives what holds without any signal; with it the terms add up to the log-odds.</param>
    /// <returns>How many terms were written.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is out of range.</exception>
    public int Explain(in RecommendQuery query, int part, Span<PartReason> terms, out double intercept)
    {
        if (unchecked((uint)part) >= (uint)_model.PartCount)
            throw new ArgumentOutOfRangeException(nameof(part), part, "The number of a part is from 0 to below PartCount.");
        var scratch = _pool.Rent();
        var model = _model.View;
        CandidateCollector.Collect(model, query, scratch);
        CandidateBits.TakeOnly([part], scratch, model.Floors);
        var count = ReasonTeller.TellAll(model, query, new SignalReader(model, query, scratch), scratch, part, terms, out intercept);
        _pool.Return(scratch);
        return count;
    }

    private int Finish(
        in ModelView model, in RecommendQuery query, Scratch scratch, Span<Recommendation> results, Span<PartReason> reasons, out RecommendDiagnostics diagnostics)
    {
        var reader = new SignalReader(model, query, scratch);
        diagnostics = RecommendCall.Rank(model, _lookups, query, reader, scratch, results.Length);
        var count = RecommendCall.Write(model, query, reader, scratch, results, reasons);
        _pool.Return(scratch);
        return count;
    }
}
