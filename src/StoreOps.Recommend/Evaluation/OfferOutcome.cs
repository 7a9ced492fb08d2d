namespace StoreOps.Recommend.Evaluation;

/// <summary>What became of an offer.</summary>
public enum OfferOutcome
{
    /// <summary>Nobody noted it. The default; such offers are left out of every estimate.</summary>
    Unknown = 0,

    /// <summary>The line was taken.</summary>
    Accepted = 1,

    /// <summary>The customer said no.</summary>
    Declined = 2,

    /// <summary>The line was on the order and was taken off again.</summary>
    Removed = 3,
}
