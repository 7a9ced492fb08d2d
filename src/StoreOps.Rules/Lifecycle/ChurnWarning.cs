namespace StoreOps.Rules.Lifecycle;

/// <summary>
/// How urgent it is to win a customer back, by ratio alone. The cuts named are the defaults of <see cref="LifecyclePolicy"/>.
/// </summary>
public enum ChurnWarning
{
    /// <summary>Ratio at most 1.25, or already lost. The default.</summary>
    None = 0,

    /// <summary>Ratio above 1.25, at most 2.0.</summary>
    Low = 1,

    /// <summary>At risk: ratio above 2.0, at most 3.2.</summary>
    Medium = 2,

    /// <summary>Dormant: ratio above 3.2, at most 5.0, or dormant by days alone.</summary>
    High = 3,
}
