using System.Collections.Immutable;

namespace StoreOps.Rules.Packs;

/// <summary>One entry that is different between two rule packs.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Section">The section, for example "promotions".</param>
/// <param name="Id">The id of the entry, the name of a constant, expression or test, "engine-oil:replace" for labor.</param>
/// <param name="Path">Where it stands in <see cref="RulePack.Document"/> of the newer pack, or of the older one where it is gone.</param>
/// <param name="Old">The entry before as compact JSON; null where there was none.</param>
/// <param name="New">The entry after as compact JSON; null where there is none.</param>
/// <param name="Members">What is different within a changed entry.</param>
public sealed record PackChange(
    PackChangeKind Kind, string Section, string Id, string Path, string? Old, string? New, ImmutableArray<PackMemberChange> Members);

/// <summary>A value that is different within an entry.</summary>
/// <param name="Path">Where it stands, for example "$.promotions[0].effect.percentOff".</param>
/// <param name="Old">The value before as compact JSON; null where there was none.</param>
/// <param name="New">The value after as compact JSON; null where there is none.</param>
public sealed record PackMemberChange(string Path, string? Old, string? New);

/// <summary>What became of an entry from one rule pack to another.</summary>
public enum PackChangeKind
{
    /// <summary>It is new. The default.</summary>
    Added = 0,

    /// <summary>It is gone.</summary>
    Removed = 1,

    /// <summary>It says something else.</summary>
    Changed = 2,

    /// <summary>It comes before or after others than it did; of stages only, whose order counts.</summary>
    Moved = 3,
}
