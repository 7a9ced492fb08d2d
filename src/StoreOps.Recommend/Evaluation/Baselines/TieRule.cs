namespace StoreOps.Recommend.Evaluation.Baselines;

/// <summary>Which of two parts taken equally often comes first. It is worth more than most models.</summary>
public enum TieRule
{
    /// <summary>The one taken more by all. The default.</summary>
    GlobalPopularity = 0,

    /// <summary>The one taken later.</summary>
    Recency = 1,

    /// <summary>The one that was taken first; what a program does that does not think of it.</summary>
    Insertion = 2,
}
