using System.ComponentModel;

using StoreOps.Rules.Lifecycle;

namespace StoreOps.Rules.Packs;

/// <summary>What an entry with a condition has: common conditions as plain members, and the whole language. All of it must hold.</summary>
internal abstract record ConditionConfig
{
    [Description("The condition; without one, and without the plain ones beside it, it is for everybody.")]
    public string? When { get; init; }

    [Description("The list total of the order is at least this.")]
    public decimal? MinimumTotal { get; init; }

    [Description("The customer has come at least so often before.")]
    public int? MinimumVisits { get; init; }

    [Description("The customer's state is one of these.")]
    public LifecycleState[]? CustomerStates { get; init; }

    [Description("The customer carries all of these tags.")]
    public string[]? CustomerTags { get; init; }

    [Description("The make of the vehicle is one of these.")]
    public string[]? Makes { get; init; }
}

/// <summary>An entry that is asked about on a day.</summary>
internal abstract record DatedConditionConfig : ConditionConfig
{
    [Description("The days of the week on which it holds; every day if not set.")]
    public Weekday[]? ValidOn { get; init; }
}

/// <summary>A day of the week, as the fact today.weekday names it.</summary>
internal enum Weekday
{
    Monday = 0,
    Tuesday = 1,
    Wednesday = 2,
    Thursday = 3,
    Friday = 4,
    Saturday = 5,
    Sunday = 6,
}
