using StoreOps.Domain.Maintenance;

namespace StoreOps.Rules.Packs;

/// <summary>What loading a rule pack needs beside the document itself.</summary>
public sealed record PackLoadOptions
{
    /// <summary>Gets the options with all defaults: the catalog that comes with the library, and no packs to extend.</summary>
    public static PackLoadOptions Default { get; } = new();

    /// <summary>Gets the maintenance items that rules may name.</summary>
    /// <value>The default is <see cref="MaintenanceCatalog.BuiltIn"/>.</value>
    public MaintenanceCatalog Catalog { get => field ?? MaintenanceCatalog.BuiltIn; init; }

    /// <summary>Gets how a pack that another one extends is found: the bytes of its document for its id, or null when there is none.</summary>
    /// <value>Null, the default, where no pack may be extended. What it throws is passed on: reading files is the host's own affair.</value>
    public Func<string, byte[]?>? FindBase { get; init; }

    /// <summary>Gets a value indicating whether the examples of the pack are run, and the pack refused where one of them fails.</summary>
    /// <value>The default is true. <see cref="RulePack.RunTests"/> runs them at any time.</value>
    public bool RunsTests { get; init; } = true;
}
