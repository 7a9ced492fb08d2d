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
                ToMonths(day, out _months, out _dayOfMonth);
                _day = day;
            }

            // A product of the largest interval and a year of four digits is far from the largest number.
            var total = unchecked(_months + months);
            if (total > LastMonth)
                return LastDay;
            var first = FirstOf(total);
            return unchecked(first + (_dayOfMonth <= 28 ? _dayOfMonth : Math.Min(_dayOfMonth, FirstOf(total + 1) - first)) - 1);
        }
    }

    // Months and years are counted from March of the year 0, so that the leap day is the last of its year; years before do not occur in a
    // workshop. Multiplications and shifts in place of divisions: Neri and Schneider 2023, "Euclidean affine functions and their application to
    // calendar algorithms".
    private const int EpochDay = 719_468;
    private const int LastMonth = (MaxYear * 12) + 9;

    private static int ToDay(int year, int month, int day) => unchecked(FirstOf((year * 12) + month - 3) + day - 1);

    /// <summary>The first day of a month.</summary>
    private static int FirstOf(int months)
    {
        unchecked
        {
            var year = (uint)months / 12;
            var month = (uint)months - (year * 12);
            var century = year / 100;
            return (int)((year * 365) + (year / 4) - century + (century / 4) + (((month * 979) + 18) >> 5)) - EpochDay;
        }
    }

    private static void ToMonths(int day, out int months, out int dayOfMonth)
    {
        unchecked
        {
            var quarters = (4 * (uint)(day + EpochDay)) + 3;
            var century = quarters / 146_097;
            var ofCentury = (((quarters - (century * 146_097)) / 4) * 4) + 3;
            var product = 2_939_745UL * ofCentury;
            var year = (100 * century) + (uint)(product >> 32);
            var dayOfYear = (uint)product / 2_939_745 / 4;
            var split = (2_141 * dayOfYear) + 197_913;
            months = (int)((year * 12) + (split >> 16)) - 3;
            dayOfMonth = (int)((split & 0xFFFF) / 2_141) + 1;
        }
    }
}
