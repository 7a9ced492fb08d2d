namespace StoreOps.Rules.Expressions.Nodes;

/// <summary>What one evaluation works on.</summary>
internal struct Evaluation
{
    /// <summary>The facts by slot.</summary>
    public CelValue[] Facts;

    /// <summary>The variables of macros, by place.</summary>
    public CelValue[] Locals;

    /// <summary>The work that may still be done.</summary>
    public long Cost;

    /// <summary>The slots of facts that were asked for and not known; null where nobody wants to know.</summary>
    public List<int>? Unknowns;

    /// <summary>Takes work off what is left.</summary>
    /// <returns>Whether there was enough.</returns>
    public bool Charge(long units) => (Cost -= units) >= 0;
}
