using System.Collections.Immutable;

using StoreOps.Domain;

namespace StoreOps.Rules.Packs;

/// <summary>Holds the rule pack in force while it is replaced by newer ones. Safe for many threads; readers never wait.</summary>
/// <remarks>
/// Whoever decides takes <see cref="Current"/> once and uses that pack to the end: a pack is immutable, and a replacement does not touch it.
/// A document that is refused changes nothing. Reading the file and noticing that it changed is the host's own affair.
/// </remarks>
public sealed class RulePackHolder
{
    private readonly PackLoadOptions _options;
#if NET
    private readonly Lock _gate = new();
#else
    private readonly object _gate = new();
#endif
    private RulePack _current;
    private PackReplacement? _last;

    /// <summary>Initializes a new instance of the <see cref="RulePackHolder"/> class.</summary>
    /// <param name="current">The pack to begin with.</param>
    /// <param name="options">How newer ones are loaded; null for <see cref="PackLoadOptions.Default"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="current"/> is null.</exception>
    public RulePackHolder(RulePack current, PackLoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(current);
        _current = current;
        _options = options ?? PackLoadOptions.Default;
    }

    /// <summary>Gets the pack in force: the last one that was accepted.</summary>
    public RulePack Current => Volatile.Read(ref _current);

    /// <summary>Gets what became of the last document that was handed over.</summary>
    /// <value>Null before the first.</value>
    public PackReplacement? Last => Volatile.Read(ref _last);

    /// <summary>Puts another pack in force, if its document is right; else the one before stays.</summary>
    /// <param name="utf8Json">The document.</param>
    /// <returns>What became of it. Of several threads that replace at once, each sees the one before it as the previous.</returns>
    public PackReplacement TryReplace(ReadOnlySpan<byte> utf8Json)
    {
        // Only those who replace wait for one another, so that what was handed over last is what stays.
        lock (_gate)
        {
            var previous = _current;
            var isLoaded = RulePack.TryLoad(utf8Json, _options, out var pack, out var issues);
            var replacement = new PackReplacement(
                !isLoaded ? PackReplacementOutcome.Refused : pack!.ContentHash == previous.ContentHash ? PackReplacementOutcome.Unchanged : PackReplacementOutcome.Replaced,
                previous,
                pack,
                issues);
            if (replacement.Outcome == PackReplacementOutcome.Replaced)
                Volatile.Write(ref _current, pack!);
            Volatile.Write(ref _last, replacement);
            return replacement;
        }
    }
}

/// <summary>What became of a document that was to replace a rule pack.</summary>
/// <param name="Outcome">Whether it is in force now.</param>
/// <param name="Previous">The pack that was in force before.</param>
/// <param name="Pack">The pack of the document; null when it was refused.</param>
/// <param name="Issues">Everything that was wrong with the document; empty when it was accepted.</param>
public sealed record PackReplacement(
    PackReplacementOutcome Outcome, RulePack Previous, RulePack? Pack, ImmutableArray<LoadIssue> Issues);

/// <summary>Whether a document replaced a rule pack.</summary>
public enum PackReplacementOutcome
{
    /// <summary>It was refused; the pack before stays. The default.</summary>
    Refused = 0,

    /// <summary>It says what the pack in force says.</summary>
    Unchanged = 1,

    /// <summary>It is in force.</summary>
    Replaced = 2,
}
