namespace StoreOps.Testing.Workshops;

/// <summary>A made-up vehicle: what a shop would know of it, and what is true.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Family">Its model family.</param>
/// <param name="IsElectric">Whether it is electric.</param>
/// <param name="IsOutdoor">Whether it is driven off the road, which the shop knows as a usage tag.</param>
/// <param name="Wear">How fast it wears, against an ordinary one: its family's truth.</param>
/// <param name="Preferred">The brand that its owner prefers, for each category.</param>
/// <param name="Visits">Its visits, in order.</param>
public sealed record WorkshopVehicle(
    int Index, int Family, bool IsElectric, bool IsOutdoor, double Wear, IReadOnlyList<int> Preferred, IReadOnlyList<WorkshopVisit> Visits);
