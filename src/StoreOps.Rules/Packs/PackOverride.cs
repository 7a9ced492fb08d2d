namespace StoreOps.Rules.Packs;

/// <summary>What a layer of a rule pack replaces or takes away from a layer below it.</summary>
/// <param name="Section">The section, for example "promotions".</param>
/// <param name="Id">The id of the entry, the name of a constant, expression or test, "engine-oil:replace" for labor; the member of lifecycle.
/// The name of the section itself for "shop" and "rounding".</param>
/// <param name="Layer">The id of the pack that overrides.</param>
/// <param name="Path">Where it does so in its own document, for example "$.promotions[0]".</param>
/// <param name="OverriddenLayer">The id of the pack that is overridden.</param>
/// <param name="Old">The entry that holds no more, as compact JSON.</param>
/// <param name="New">The entry that holds instead, as compact JSON; null when it was taken away.</param>
public sealed record PackOverride(string Section, string Id, string Layer, string Path, string OverriddenLayer, string Old, string? New)
{
    /// <summary>Gets a value indicating whether the entry was taken away and not replaced.</summary>
    public bool IsRemoval => New is null;

    /// <summary>Returns what happened on one line.</summary>
    /// <returns>The text, for example "promotions/300-less-30: huayuan-road replaces what was of zhengzhou-chain".</returns>
    public override string ToString() => Section + "/" + Id + ": " + Layer + (IsRemoval ? " removes what was of " : " replaces what was of ") + OverriddenLayer;
}
