using System.Globalization;

using NodaTime;
using NodaTime.Text;

using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>Moments and lengths of time: reading, arithmetic and their parts.</summary>
internal static class TimeFunctions
{
    private static readonly OffsetDateTimePattern Rfc3339 = OffsetDateTimePattern.Rfc3339;

    public static CelValue ParseTimestamp(string text)
    {
        var parsed = Rfc3339.Parse(text);
        if (parsed.Success)
        {
            var seconds = parsed.Value.ToInstant().ToUnixTimeSeconds();
            if (parsed.Value.Year >= 1 && seconds is >= TimeRange.MinSeconds and <= TimeRange.MaxSeconds)
                return CelValue.Of(parsed.Value.ToInstant());
        }

        return Outcome.Fail("A moment is written as 2026-11-20T08:30:00Z, in the years 1 to 9999; it was \"" + text + "\".");
    }

    /// <summary>Reads a length of time such as "90m" or "-1h30m1.5s".</summary>
    public static CelValue ParseDuration(string text)
    {
        var at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var isNegative = at == 1 && text[0] == '-';
        decimal total = 0;
        if (text.Substring(at) == "0")
            return CelValue.OfNanoseconds(0);
        var wrong = at >= text.Length || text.Length > 64;
        while (at < text.Length && !wrong)
        {
            var start = at;
            while (at < text.Length && (text[at] is (>= '0' and <= '9') or '.'))
                at++;
            var digits = text.Substring(start, at - start);
            var unit = UnitAt(text, ref at);
            wrong = unit == 0m || digits.Length > 25
                || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                || number > long.MaxValue
                || (total += decimal.Truncate(number * unit)) > long.MaxValue;
        }

        return wrong
            ? Outcome.Fail("A length of time is written as 90s or 1h30m, with the units h, m, s, ms, us and ns, and has at most 292 years; it was \"" + text + "\".")
            : CelValue.OfNanoseconds((long)(isNegative ? -total : total));
    }

    /// <summary>Moves a moment.</summary>
    public static CelValue Shift(in CelValue timestamp, long nanoseconds, bool isBack)
    {
        var (seconds, rest) = (nanoseconds / TimeRange.NanosecondsPerSecond, (int)(nanoseconds % TimeRange.NanosecondsPerSecond));
        var total = isBack ? timestamp.Bits - seconds : timestamp.Bits + seconds;
        var nano = isBack ? timestamp.Extra - rest : timestamp.Extra + rest;
        if (nano < 0)
            (total, nano) = (total - 1, nano + TimeRange.NanosecondsPerSecond);
        else if (nano >= TimeRange.NanosecondsPerSecond)
            (total, nano) = (total + 1, nano - TimeRange.NanosecondsPerSecond);
        return total is < TimeRange.MinSeconds or > TimeRange.MaxSeconds
            ? Outcome.Fail("A moment lies in the years 1 to 9999; this one would not.")
            : new CelValue(CelKind.Timestamp, total, null, nano);
    }

    /// <summary>Tells how long it is from one moment to another.</summary>
    public static CelValue Between(in CelValue from, in CelValue to)
    {
        var nanoseconds = ((decimal)(to.Bits - from.Bits) * TimeRange.NanosecondsPerSecond) + (to.Extra - from.Extra);
        return nanoseconds is < long.MinValue or > long.MaxValue
            ? Outcome.Fail("A length of time has at most 292 years; this one would have more.")
            : CelValue.OfNanoseconds((long)nanoseconds);
    }

    /// <summary>Returns a part of a moment in UTC, or of a length of time.</summary>
    public static Function1 Part(TimePart part) => (ref Evaluation _, in CelValue value) => value.Kind switch
    {
        CelKind.Timestamp => PartOf(part, value.AsInstant.InUtc().LocalDateTime),
        CelKind.Duration when part is TimePart.Hours or TimePart.Minutes or TimePart.Seconds or TimePart.Milliseconds => PartOf(part, value.Bits),
        _ => Outcome.NoOverload("get" + part, value),
    };

    /// <summary>Returns a part of a moment in a time zone.</summary>
    public static Function2 PartInZone(TimePart part) => (ref Evaluation _, in CelValue value, in CelValue zone) =>
        value.Kind != CelKind.Timestamp || zone.Kind != CelKind.String ? Outcome.NoOverload("get" + part, value, zone)
        : FindZone(zone.Text) is { } found ? PartOf(part, value.AsInstant.InZone(found).LocalDateTime)
        : Outcome.Fail("A time zone is a name of the IANA database such as Asia/Shanghai, or an offset such as +08:00; it was \"" + zone.Text + "\".");

    private static DateTimeZone? FindZone(string name)
    {
        var digits = name.Length > 0 && name[0] is '+' or '-' ? name.Substring(1) : name;
        if (digits.Length == 5 && digits[2] == ':' && IsNumber(digits, 0, out var hours) && IsNumber(digits, 3, out var minutes) && hours <= 18 && minutes < 60)
            return DateTimeZone.ForOffset(Offset.FromSeconds(Math.Min(((hours * 60) + minutes) * 60, 18 * 3600) * (name[0] == '-' ? -1 : 1)));
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
    }

    private static bool IsNumber(string text, int at, out int number) =>
        int.TryParse(text.Substring(at, 2), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static CelValue PartOf(TimePart part, LocalDateTime time) => CelValue.Of((long)(part switch
    {
        TimePart.FullYear => time.Year,
        TimePart.Month => time.Month - 1,
        TimePart.Date => time.Day,
        TimePart.DayOfMonth => time.Day - 1,
        TimePart.DayOfYear => time.DayOfYear - 1,
        TimePart.DayOfWeek => (int)time.DayOfWeek % 7,
        TimePart.Hours => time.Hour,
        TimePart.Minutes => time.Minute,
        TimePart.Seconds => time.Second,
        _ => time.Millisecond,
    }));

    // Hours, minutes and seconds are of the whole length; milliseconds are what is left of the last second.
    private static CelValue PartOf(TimePart part, long nanoseconds) => CelValue.Of(part switch
    {
        TimePart.Hours => nanoseconds / (3600L * TimeRange.NanosecondsPerSecond),
        TimePart.Minutes => nanoseconds / (60L * TimeRange.NanosecondsPerSecond),
        TimePart.Seconds => nanoseconds / TimeRange.NanosecondsPerSecond,
        _ => nanoseconds / 1_000_000 % 1_000,
    });

    private static decimal UnitAt(string text, ref int at)
    {
        var two = at + 1 < text.Length ? text.Substring(at, 2) : string.Empty;
        var unit = two switch
        {
            "ns" => 1m,
            "us" or "\u00b5s" or "\u03bcs" => 1_000m,
            "ms" => 1_000_000m,
            _ => 0m,
        };
        if (unit > 0m)
        {
            at += 2;
            return unit;
        }

        return at >= text.Length ? 0m : text[at++] switch
        {
            's' => 1_000_000_000m,
            'm' => 60_000_000_000m,
            'h' => 3_600_000_000_000m,
            _ => 0m,
        };
    }
}

/// <summary>The parts of a moment that can be asked for.</summary>
internal enum TimePart
{
    FullYear,
    Month,
    Date,
    DayOfMonth,
    DayOfYear,
    DayOfWeek,
    Hours,
    Minutes,
    Seconds,
    Milliseconds,
}
