namespace StoreOps.Recommend.Parts;

/// <summary>One term of a recommendation's log-odds, with the numbers it rests on.</summary>
/// <param name="Signal">What it rests on.</param>
/// <param name="Value">What it adds to the log-odds; below zero when it speaks against.</param>
/// <param name="Amount">The signal's value; its unit is told with the text of the reason.</param>
/// <param name="Of">What the value is out of or counted in; zero for nothing.</param>
/// <param name="With">The part that it rests on: the line of the order or of the history that says most for it, or what the vehicle had instead; -1 for none.</param>
public readonly record struct PartReason(PartSignal Signal, double Value, int Amount, int Of, int With);
