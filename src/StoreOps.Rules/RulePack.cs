using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Brands;
using StoreOps.Rules.Campaigns;
using StoreOps.Rules.Commissions;
using StoreOps.Rules.FollowUps;
using StoreOps.Rules.Lifecycle;
using StoreOps.Rules.Packs;
using StoreOps.Rules.Pricing;
using StoreOps.Rules.Tags;

namespace StoreOps.Rules;

/// <summary>Everything an owner sets for a shop, read from one JSON document, checked and compiled. Immutable; safe for many threads.</summary>
/// <remarks>The format is described in docs/rule-pack.md, and for editors by <see cref="JsonSchema"/>.</remarks>
public sealed class RulePack
{
    private readonly ShopZone _zone;

    internal RulePack(ShopZone zone) => _zone = zone;

    /// <summary>Gets the current version of the format.</summary>
    public static int SchemaVersion => 2;

    /// <summary>Gets the oldest version of the format that is still read.</summary>
    public static int OldestSchemaVersion => PackUpgrade.OldestVersion;

    /// <summary>Gets the id of the pack.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version of the pack, in the owner's own counting.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the SHA-256 of the content in hexadecimal: comments and white space do not count.</summary>
    /// <value>Where there are several <see cref="Layers"/>, the SHA-256 of their hashes.</value>
    public required string ContentHash { get; init; }

    /// <summary>Gets the id, the version and the content hash: what every decision of the pack carries.</summary>
    public PackStamp Stamp => new(Id, Version, ContentHash);

    /// <summary>Gets the documents that the pack is made of: itself first, then what it extends, the nearest first.</summary>
    public required ImmutableArray<PackStamp> Layers { get; init; }

    /// <summary>Gets what a layer replaced or took away from one below it, from the lowest layer up.</summary>
    /// <value>Empty for a pack that extends no other.</value>
    public required ImmutableArray<PackOverride> Overrides { get; init; }

    /// <summary>Gets the document in UTF-8: as read, or, where there are several <see cref="Layers"/>, one that says the same by itself.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>Gets the document in the current version of the format.</summary>
    internal ReadOnlyMemory<byte> Current { get; init; }

    /// <summary>Gets the time zone of the shop.</summary>
    public DateTimeZone TimeZone => _zone.Zone;

    /// <summary>Gets the currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets what the pack says about prices.</summary>
    public required PricingRules Pricing { get; init; }

    /// <summary>Gets which brands are preferred and which are not used.</summary>
    public required BrandRules Brands { get; init; }

    /// <summary>Gets who earns what.</summary>
    public required ImmutableArray<CommissionPlan> CommissionPlans { get; init; }

    /// <summary>Gets the campaigns.</summary>
    public required ImmutableArray<Campaign> Campaigns { get; init; }

    /// <summary>Gets when a customer counts as at risk, dormant or lost.</summary>
    public required LifecyclePolicy Lifecycle { get; init; }

    /// <summary>Gets whom to contact, and when.</summary>
    public required ImmutableArray<FollowUpRule> FollowUps { get; init; }

    /// <summary>Gets when a customer carries a tag.</summary>
    public required ImmutableArray<TagRule> Tags { get; init; }

    /// <summary>Gets the groups of customers that are worked with.</summary>
    public required ImmutableArray<Segment> Segments { get; init; }

    /// <summary>Gets the conditions of all rules, in the order of application, and after them the named expressions.</summary>
    public required ImmutableArray<PackCondition> Conditions { get; init; }

    /// <summary>Gets the examples that stand in the pack.</summary>
    public required ImmutableArray<PackTest> Tests { get; init; }

    /// <summary>Reads a rule pack: all of it, or nothing and everything that is wrong with it.</summary>
    /// <param name="utf8Json">The document; comments and trailing commas are allowed.</param>
    /// <param name="pack">Receives the pack; null when it was refused.</param>
    /// <param name="issues">Receives every issue with its code and path.</param>
    /// <param name="catalog">The maintenance items that rules may name; null for the catalog that comes with the library.</param>
    /// <returns>Whether the pack was accepted.</returns>
    public static bool TryLoad(
        ReadOnlySpan<byte> utf8Json,
        [NotNullWhen(true)] out RulePack? pack,
        out ImmutableArray<LoadIssue> issues,
        MaintenanceCatalog? catalog = null) =>
        RulePackLoader.TryLoad(
            utf8Json, catalog is null ? PackLoadOptions.Default : PackLoadOptions.Default with { Catalog = catalog }, out pack, out issues);

    /// <summary>Reads a rule pack and the packs it extends: all of it, or nothing and everything that is wrong with it.</summary>
    /// <param name="utf8Json">The document; comments and trailing commas are allowed.</param>
    /// <param name="options">The catalog, and where the packs that it extends are found.</param>
    /// <param name="pack">Receives the pack; null when it was refused.</param>
    /// <param name="issues">Receives every issue with its code and path; one in a pack that is extended has that pack's id as its document.</param>
    /// <returns>Whether the pack was accepted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static bool TryLoad(
        ReadOnlySpan<byte> utf8Json, PackLoadOptions options, [NotNullWhen(true)] out RulePack? pack, out ImmutableArray<LoadIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(options);
        return RulePackLoader.TryLoad(utf8Json, options, out pack, out issues);
    }

    /// <summary>Brings a document of an older version of the format to the current one. Comments stay, and so does everything that reads alike in both.</summary>
    /// <param name="utf8Json">The document.</param>
    /// <param name="upgraded">Receives the document in the current version: the very bytes where it is of that version; null when it was refused.</param>
    /// <param name="issues">Receives what is wrong with its shape.</param>
    /// <returns>Whether the document could be brought to the current version. What its rules say is not checked: <see cref="TryLoad(ReadOnlySpan{byte}, PackLoadOptions, out RulePack?, out ImmutableArray{LoadIssue})"/> does that.</returns>
    public static bool TryUpgrade(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out byte[]? upgraded, out ImmutableArray<LoadIssue> issues)
    {
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var written = utf8Json.ToArray();
        upgraded = PackUpgrade.VersionOf(written) == SchemaVersion ? written : PackUpgrade.TryUpgrade(written, found)?.Utf8Json;
        issues = found.ToImmutable();
        return upgraded is not null;
    }

    /// <summary>Returns the day at the shop: the day that the dates of the pack are held against.</summary>
    /// <param name="instant">The time.</param>
    /// <returns>The day in <see cref="TimeZone"/>.</returns>
    public LocalDate DateOf(Instant instant) => instant.InZone(TimeZone).Date;

    /// <summary>Runs the examples that stand in the pack.</summary>
    /// <returns>What came out of each, in their order.</returns>
    public ImmutableArray<PackTestRun> RunTests()
    {
        var calculator = new PriceCalculator(Pricing);
        return [.. Tests.Select(test => test.Run(calculator))];
    }

    /// <summary>Returns the JSON Schema (2020-12) of the format, for editors.</summary>
    /// <returns>The schema as indented JSON.</returns>
    public static string JsonSchema() => RulePackSchema.Text();

    /// <summary>Returns the id, the version and the start of the content hash.</summary>
    /// <returns>The text, for example "huayuan-road 2026.11.1 #3fa9c1".</returns>
    public override string ToString() => Stamp.ToString();
}
