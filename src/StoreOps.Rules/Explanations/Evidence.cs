using System.Collections.Immutable;
using System.Text.Json;

namespace StoreOps.Rules.Explanations;

/// <summary>Why a decision was taken: a tree of steps, each with what was there, what was asked for and how far apart they were.</summary>
/// <remarks>
/// Codes, ids and values only. Text in a language is made at the edge, by the host or by the localization room. Equality compares whole trees.
/// </remarks>
public sealed record Evidence
{
    /// <summary>Initializes a new instance of the <see cref="Evidence"/> class.</summary>
    /// <param name="code">One of <see cref="EvidenceCodes"/>.</param>
    /// <param name="outcome">How the step turned out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public Evidence(string code, EvidenceOutcome outcome = EvidenceOutcome.Info)
    {
        ArgumentNullException.ThrowIfNull(code);
        Code = code;
        Outcome = outcome;
    }

    /// <summary>Gets the kind of step: one of <see cref="EvidenceCodes"/>, stable over versions.</summary>
    public string Code { get; init; }

    /// <summary>Gets how the step turned out.</summary>
    public EvidenceOutcome Outcome { get; init; }

    /// <summary>Gets the rule that asked.</summary>
    /// <value>An id of the rule pack; null when no rule of a pack is involved.</value>
    public string? RuleId { get; init; }

    /// <summary>Gets what was looked at: a fact's name, a part, an item.</summary>
    /// <value>Null when the code says it all.</value>
    public string? Subject { get; init; }

    /// <summary>Gets the comparison, for example ">=".</summary>
    /// <value>Null when nothing was compared.</value>
    public string? Operator { get; init; }

    /// <summary>Gets what was there.</summary>
    /// <value>Null when it is not known.</value>
    public EvidenceValue? Actual { get; init; }

    /// <summary>Gets what was asked for.</summary>
    /// <value>Null when nothing was asked for.</value>
    public EvidenceValue? Required { get; init; }

    /// <summary>Gets how far what was there lies from what was asked for.</summary>
    /// <value>Zero or above; null when it is not a matter of more or less.</value>
    public EvidenceValue? Distance { get; init; }

    /// <summary>Gets the steps that this one rests on, in the order they were taken.</summary>
    public ImmutableArray<Evidence> Children { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(Evidence? other) =>
        ReferenceEquals(this, other) || (other is not null
            && Code == other.Code && Outcome == other.Outcome && RuleId == other.RuleId && Subject == other.Subject
            && Operator == other.Operator && Equals(Actual, other.Actual) && Equals(Required, other.Required)
            && Equals(Distance, other.Distance) && Children.AsSpan().SequenceEqual(other.Children.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Outcome, RuleId, Subject, Operator, Actual, Required, Children.Length);

    /// <summary>Writes the tree as a JSON object; members that are null and empty lists are left out.</summary>
    /// <param name="writer">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("code", Code);
        if (Outcome != EvidenceOutcome.Info)
            writer.WriteString("outcome", Outcome switch { EvidenceOutcome.Met => "met", EvidenceOutcome.NotMet => "not-met", EvidenceOutcome.Error => "error", _ => "unknown" });
        if (RuleId is not null)
            writer.WriteString("rule", RuleId);
        if (Subject is not null)
            writer.WriteString("subject", Subject);
        if (Operator is not null)
            writer.WriteString("operator", Operator);
        Actual?.WriteTo(writer, "actual");
        Required?.WriteTo(writer, "required");
        Distance?.WriteTo(writer, "distance");
        if (!Children.IsEmpty)
        {
            writer.WriteStartArray("because");
            foreach (var child in Children)
                child.WriteTo(writer);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
