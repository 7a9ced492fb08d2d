namespace StoreOps.Recommend.Evaluation;

/// <summary>Ranks parts for the next visit. Safe for many threads at once.</summary>
public interface INextBasketRanker
{
    /// <summary>Gets the name under which its results are told.</summary>
    string Name { get; }

    /// <summary>Ranks.</summary>
    /// <param name="question">The question; its truth is not to be looked at.</param>
    /// <param name="ranked">Receives the parts, the most likely first.</param>
    /// <returns>How many were written.</returns>
    int Rank(NextBasketCase question, Span<int> ranked);
}
