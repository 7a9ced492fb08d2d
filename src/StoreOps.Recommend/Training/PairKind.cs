namespace StoreOps.Recommend.Training;

/// <summary>How two parts go together.</summary>
internal enum PairKind
{
    /// <summary>One vehicle took both.</summary>
    SameVehicle = 0,

    /// <summary>One visit had both.</summary>
    SameVisit = 1,

    /// <summary>The second was taken at the visit after one with the first.</summary>
    Sequence = 2,
}
