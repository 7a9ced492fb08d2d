using System.Collections.Immutable;

using StoreOps.Domain.Maintenance.Localization;

namespace StoreOps.Domain.Maintenance;

/// <summary>One of the five questions at the counter that find out about severe use.</summary>
/// <param name="Condition">What a yes means.</param>
/// <param name="Text">The question.</param>
public sealed record DrivingQuestion(DrivingConditions Condition, LocalizedText Text)
{
    /// <summary>Gets the questions, in the order in which they are best asked.</summary>
    /// <remarks>A shop's own words for them are in its catalog: <see cref="MaintenanceCatalog.DrivingQuestions"/>.</remarks>
    public static ImmutableArray<DrivingQuestion> All { get; } = DrivingQuestionText.All();

    /// <summary>Puts the answers together.</summary>
    /// <param name="yes">The questions that were answered with yes.</param>
    /// <returns>How the vehicle is used.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="yes"/> is null.</exception>
    public static DrivingConditions Answer(IEnumerable<DrivingQuestion> yes)
    {
        ArgumentNullException.ThrowIfNull(yes);
        return yes.Aggregate(DrivingConditions.None, (all, one) => all | one.Condition);
    }
}
