namespace StoreOps.Rules.Explanations;

/// <summary>How one step of a decision turned out.</summary>
public enum EvidenceOutcome
{
    /// <summary>A fact that was used or a value that was computed: nothing was asked of it. The default.</summary>
    Info = 0,

    /// <summary>What was asked for was there.</summary>
    Met = 1,

    /// <summary>What was asked for was not there.</summary>
    NotMet = 2,

    /// <summary>A fact that decides is not known.</summary>
    Unknown = 3,

    /// <summary>It could not be told: the expression failed on these facts.</summary>
    Error = 4,
}
