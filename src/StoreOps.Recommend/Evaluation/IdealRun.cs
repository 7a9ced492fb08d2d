namespace StoreOps.Recommend.Evaluation;

/// <summary>How far the best possible ranking runs, against which NDCG is measured. Published numbers differ in it.</summary>
public enum IdealRun
{
    /// <summary>Over everything that was taken, also beyond the cut. The default; stricter.</summary>
    AllTruth = 0,

    /// <summary>Over as many as the cut has places.</summary>
    UpToCut = 1,
}
