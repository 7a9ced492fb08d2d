using System.Collections.Immutable;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>The severe conditions of a schedule that hold for a vehicle, and those that its age or odometer will make hold.</summary>
internal readonly struct SevereSituation
{
    private readonly ImmutableArray<SevereCondition> _conditions;

    /// <summary>Gets the letters that hold, whatever the age.</summary>
    public ImmutableArray<string> Letters { get; }

    public SevereSituation(MaintenanceSchedule schedule, Vehicle vehicle, ImmutableArray<string> letters, DrivingConditions driving)
    {
        _conditions = schedule.SevereConditions;
        var hold = letters.IsDefault ? [] : letters;
        if (schedule.Rules.Any(rule => IsOilBelow(rule, vehicle)))
            hold = [.. hold, .. _conditions.Where(condition => condition.IsOilBelowSpecification).Select(condition => condition.Letter)];
        if (driving != DrivingConditions.None)
        {
            var answered = _conditions.Where(condition => (condition.Driving & driving) != DrivingConditions.None).Select(condition => condition.Letter);

            // A schedule that does not tell the kinds of severe use apart means any of them; the answer itself then stands for the letter.
            hold = [.. hold, .. answered, nameof(DrivingConditions)];
        }

        Letters = hold;
    }

    /// <summary>Tells whether the oil filled is known and meets none of the grades that a rule's normal limits require.</summary>
    public static bool IsOilBelow(MaintenanceRule rule, Vehicle vehicle) =>
        !rule.RequiredOilGrades.IsEmpty && !vehicle.OilGrades.IsEmpty
        && !vehicle.OilGrades.Any(grade => rule.RequiredOilGrades.Contains(grade, StringComparer.OrdinalIgnoreCase));

    /// <summary>Finds the age or odometer from which on a rule's severe limits hold; null when neither matters or they hold already.</summary>
    public (string Letter, int FromKilometers, int FromDay)? FromAge(SevereUse severe, Vehicle vehicle)
    {
        foreach (var condition in _conditions)
        {
            if ((condition.FromAgeYears ?? condition.FromKilometers) is null
                || (!severe.When.IsEmpty && !severe.When.Contains(condition.Letter, StringComparer.OrdinalIgnoreCase)))
            {
                continue;
            }

            var day = condition.FromAgeYears is { } years && vehicle.FirstRegistration is { } registered
                ? Calendar.ToDay(registered.Year + years > 9999 ? NodaTime.LocalDate.MaxIsoValue : registered.PlusYears(years))
                : Calendar.NoDay;
            return (condition.Letter, condition.FromKilometers ?? DuePoint.None, day);
        }

        return null;
    }
}
