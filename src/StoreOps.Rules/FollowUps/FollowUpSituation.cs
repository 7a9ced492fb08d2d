using System.Collections.Immutable;

using NodaTime;

namespace StoreOps.Rules.FollowUps;

/// <summary>What is known of one customer's days ahead.</summary>
public sealed record FollowUpSituation
{
    /// <summary>Gets today, at the shop: what lies before it is not planned any more.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets a value indicating whether the customer refused contact; that wins over every rule.</summary>
    public bool IsOptedOut { get; init; }

    /// <summary>Gets the maintenance items and the days they fall due.</summary>
    public ImmutableArray<SubjectDay> DueDates { get; init; } = [];

    /// <summary>Gets the day on which the lifecycle state will change without a visit.</summary>
    /// <value>Null when it will not.</value>
    public LocalDate? NextTransitionOn { get; init; }

    /// <summary>Gets the benefits and the last days they can be used.</summary>
    public ImmutableArray<SubjectDay> Benefits { get; init; } = [];
}

/// <summary>Something that has a day: a maintenance item falling due, a benefit expiring.</summary>
/// <param name="SubjectId">The host's identifier of it.</param>
/// <param name="Date">The day, at the shop.</param>
public readonly record struct SubjectDay(string SubjectId, LocalDate Date);
