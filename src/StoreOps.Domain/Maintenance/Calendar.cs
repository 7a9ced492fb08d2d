using NodaTime;

namespace StoreOps.Domain.Maintenance;

/// <summary>Days as numbers, so that a plan over dozens of rules is integer arithmetic. Equal to NodaTime's calendar, which tests hold it to.</summary>
internal static class Calendar
{
    /// <summary>No day: beyond every date.</summary>
    public const int NoDay = int.MaxValue;

    /// <summary>The last day of the calendar, 9999-12-31: months added past it end there.</summary>
    public const int LastDay = 2_932_896;

    private const int MaxYear = 9999;

    public static int ToDay(LocalDate date) => ToDay(date.Year, date.Month, date.Day);

    public static LocalDate ToDate(int day) => new LocalDate(1970, 1, 1).PlusDays(day);

    /// <summary>Adds months to days, remembering the last day it took apart: a vehicle's services were mostly done together.</summary>
    public struct MonthAdder
    {
        private int _day;
        private int _months;
        private int _dayOfMonth;

        /// <summary>Adds months; the day is cut to the end of a shorter month, as <see cref="LocalDate.PlusMonths(int)"/> does.</summary>
        public int Add(int day, int months)
        {
            if (day != _day || _months == 0)
            {
                ToCivil(day, out var fromYear, out var fromMonth, out _dayOfMonth);
                _months = (fromYear * 12) + fromMonth - 1;
                _day = day;
            }

            var total = _months + months;
            var year = total / 12;
            if (year > MaxYear)
                return ToDay(MaxYear, 12, 31);
            var month = total - (year * 12) + 1;
            return ToDay(year, month, _dayOfMonth <= 28 ? _dayOfMonth : Math.Min(_dayOfMonth, DaysInMonth(year, month)));
        }
    }

    private static int DaysInMonth(int year, int month)
    {
        if (month != 2)
            return month is 4 or 6 or 9 or 11 ? 30 : 31;
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }

    // The two conversions count 400-year eras from 1 March of year 0, so that the leap day is the last of its year (Hinnant 2014,
    // "chrono-Compatible Low-Level Date Algorithms"); years before 0 do not occur in a workshop.
    private static int ToDay(int year, int month, int day)
    {
        var y = month <= 2 ? year - 1 : year;
        var era = y / 400;
        var yearOfEra = y - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146_097) + dayOfEra - 719_468;
    }

    private static void ToCivil(int dayNumber, out int year, out int month, out int day)
    {
        var shifted = dayNumber + 719_468;
        var era = shifted / 146_097;
        var dayOfEra = shifted - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1_460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        day = dayOfYear - (((153 * shiftedMonth) + 2) / 5) + 1;
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);
    }
}
