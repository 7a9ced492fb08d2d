namespace StoreOps.Rules.FollowUps;

/// <summary>What a follow-up is about: which days it is counted from.</summary>
public enum FollowUpTopic
{
    /// <summary>A maintenance item falls due. The default.</summary>
    Maintenance = 0,

    /// <summary>The customer's lifecycle state will change.</summary>
    Lifecycle = 1,

    /// <summary>A benefit, a coupon or a package, expires.</summary>
    Benefit = 2,
}
