using NodaTime;

namespace StoreOps.Recommend;

/// <summary>Days as whole numbers from 1970-01-01.</summary>
internal static class DayNumber
{
    /// <summary>The number of 0001-01-01.</summary>
    public const int First = -719_162;

    /// <summary>The number of 9999-12-31.</summary>
    public const int Last = 2_932_896;

    /// <summary>Returns the number of a day of the ISO calendar: the count of days in years that start in March, less that of 1970.</summary>
    public static int Of(LocalDate date)
    {
        var (year, month, day) = (date.Year, date.Month, date.Day);
        if (month <= 2)
            year--;
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }
}
