namespace StoreOps.Recommend.Parts;

/// <summary>What it adds to the log-odds that a certain part of an interval is used up.</summary>
/// <param name="FromPercent">From which percentage of the interval it holds, up to the next step.</param>
/// <param name="Value">What it adds.</param>
public readonly record struct IntervalStep(int FromPercent, double Value);
