namespace StoreOps.Rules.Lifecycle;

/// <summary>Where a customer stands with the shop. Exactly one holds; without a visit it never improves as time passes.</summary>
/// <remarks>
/// The numbers name the states and are not an order; <see cref="LifecycleClassifier.Combine"/> says which is better. Ratio: days since the
/// last visit over the customer's own interval. The cuts named here are the defaults of <see cref="LifecyclePolicy"/>.
/// </remarks>
public enum LifecycleState
{
    /// <summary>No visit yet: a lead. The default.</summary>
    NeverVisited = 0,

    /// <summary>One visit, ratio at most 2.0.</summary>
    New = 1,

    /// <summary>Two visits or more, fewer than a core customer's, ratio at most 2.0.</summary>
    Active = 2,

    /// <summary>Four visits or more, ratio at most 2.0.</summary>
    Core = 3,

    /// <summary>Ratio above 2.0, at most 3.2.</summary>
    AtRisk = 4,

    /// <summary>Ratio above 3.2, at most 5.0; without a known interval, more than 365 days since the last visit.</summary>
    Dormant = 5,

    /// <summary>Ratio above 5.0, or more than 730 days since the last visit, or the vehicle is gone, or the customer opted out.</summary>
    Lost = 6,
}
