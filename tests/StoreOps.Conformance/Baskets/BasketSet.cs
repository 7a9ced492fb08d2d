using StoreOps.Recommend.Evaluation;

namespace StoreOps.Conformance.Baskets;

/// <summary>One public set of visits.</summary>
/// <param name="Name">Its name, from that of its file.</param>
/// <param name="Parts">The number of parts.</param>
/// <param name="All">Everybody, with the visits that are known before the one that is asked for.</param>
/// <param name="Validation">Those on whom parameters may be chosen.</param>
/// <param name="Test">Those on whom results are told.</param>
internal sealed record BasketSet(
    string Name, int Parts, IReadOnlyList<NextBasketCase> All, IReadOnlyList<NextBasketCase> Validation, IReadOnlyList<NextBasketCase> Test);
