using System.Collections.Immutable;

namespace StoreOps.Rules.Expressions;

/// <summary>What can be said of a condition while some facts are not known.</summary>
/// <param name="Verdict">The answer so far.</param>
/// <param name="DependsOn">The names of the facts that are not known and may decide, in ordinal order; none when the answer is not unknown.</param>
public sealed record PartialVerdict(Verdict Verdict, ImmutableArray<string> DependsOn)
{
    /// <inheritdoc/>
    public bool Equals(PartialVerdict? other) =>
        other is not null && Verdict == other.Verdict && DependsOn.AsSpan().SequenceEqual(other.DependsOn.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Verdict * 31) + DependsOn.Length;
}
