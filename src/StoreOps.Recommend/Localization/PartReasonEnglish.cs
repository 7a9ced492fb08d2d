using System.Globalization;

using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Localization;

internal static class PartReasonEnglish
{
    public static string For(in ReasonWords words) => words.Signal switch
    {
        PartSignal.Visits =>
            $"{Count(words.Amount, "past visit")} on record {Verdict(words, "makes", "make")} this vehicle {Readiness(words)} to take a line.",
        PartSignal.VisitSize when words.Of == 0 => $"How much this vehicle takes in a visit is not known yet, which {Speaks(words)}.",
        PartSignal.VisitSize => $"The vehicle takes {words.Mean} parts in a visit, which {Speaks(words)}.",
        PartSignal.Variety when words.Of == 0 => $"Whether this vehicle takes new parts is not known yet, which {Speaks(words)}.",
        PartSignal.Variety =>
            $"The vehicle took {Count(words.Amount, "different part")} in {Count(words.Of, "line")}, which {Speaks(words)}.",
        PartSignal.OrderSize when words.Amount == 0 => $"The order has no line yet, which {Speaks(words)}.",
        PartSignal.OrderSize => $"The order has {Count(words.Amount, "line")} already, which {Speaks(words)}.",
        PartSignal.Popularity => $"It sells {words.Percent} % of what the part sold most does, which {Speaks(words)}.",
        PartSignal.RecentPopularity => $"It sells {words.Percent} % of what the part sold most of late does, which {Speaks(words)}.",
        PartSignal.RepeatRate => words.IsFor
            ? $"Vehicles that had it take it again at {words.Percent} % of their visits."
            : $"Vehicles that had it take it again at only {words.Percent} % of their visits.",
        PartSignal.RepeatLift =>
            $"It is taken again {words.Times(1_000)} times as often as is usual after as many visits, which {Speaks(words)}.",
        PartSignal.Season =>
            words.IsFor ? $"It is in season: {Month(words)} sells it well." : $"It is out of season: {Month(words)} sells it less.",
        PartSignal.VisitShare when words.Amount == 0 => $"The vehicle never took it, which {Speaks(words)}.",
        PartSignal.VisitShare => $"The vehicle took it at {words.Number} of its {Count(words.Of, "visit")}, which {Speaks(words)}.",
        PartSignal.VisitsSince when words.Amount <= 1 => $"The vehicle took it at its last visit, which {Speaks(words)}.",
        PartSignal.VisitsSince => $"The vehicle last took it {words.Number} visits ago, which {Speaks(words)}.",
        PartSignal.RecentShare when words.Amount == 0 => $"It is no habit of this vehicle, which {Speaks(words)}.",
        PartSignal.RecentShare =>
            $"The vehicle took it at {words.Number} of {Count(words.Of, "visit")}; its habit, recent visits counting most, {Speaks(words)}.",
        PartSignal.Rhythm =>
            $"A part taken at {words.Number} of {Count(words.Of, "visit")} is {Often(words)} taken again after such a pause.",
        PartSignal.LastVisits when words.Amount == 0 =>
            $"It was not taken at the last {Count(Math.Max(1, words.Of), "visit")}, which {Speaks(words)}.",
        PartSignal.LastVisits => $"It was taken at {words.Number} of the last {Count(words.Of, "visit")}, which {Speaks(words)}.",
        PartSignal.KilometersSince when words.Amount < 0 => $"How far the vehicle went since it is not known, which {Speaks(words)}.",
        PartSignal.KilometersSince when words.With is { } other =>
            $"The vehicle had {other} {words.Number} km ago; after as many one of the kind is {Often(words)} taken.",
        PartSignal.KilometersSince => $"The last one was {words.Number} km ago; after as many it is {Often(words)} replaced.",
        PartSignal.MonthsSince when words.Amount < 0 => $"How long ago the last one was is not known, which {Speaks(words)}.",
        PartSignal.MonthsSince when words.With is { } other =>
            $"The vehicle had {other} {Count(words.Amount, "month")} ago; after as many one of the kind is {Often(words)} taken.",
        PartSignal.MonthsSince => $"The last one was {Count(words.Amount, "month")} ago; after as many it is {Often(words)} replaced.",
        PartSignal.SameVehicle => $"Vehicles that took {words.With ?? "the same parts"} {Often(words)} take it too.",
        PartSignal.SameVisit => $"It is {Often(words)} sold on one order with {words.With ?? "these lines"}{Closeness(words)}.",
        PartSignal.Sequence => $"It is {Often(words)} taken at the visit after {words.With ?? "one like the last"}{Closeness(words)}.",
        PartSignal.SimilarVehicles => words.IsFor
            ? $"Vehicles like this one take it at {words.Percent} % of their visits."
            : $"Vehicles like this one take it at only {words.Percent} % of their visits.",
        PartSignal.Usage when words.Amount == 0 => $"Vehicles used like this one take it no more than others, which {Speaks(words)}.",
        PartSignal.Usage => $"Vehicles used like this one take it {words.More} times as often as others, which {Speaks(words)}.",
        PartSignal.Due when words.Amount == 0 => $"Its interval has just begun or is not known, which {Speaks(words)}.",
        PartSignal.Due => words.IsFor
            ? $"{words.Number} % of its interval is used up{(words.Amount >= 100 ? ": it is due" : "")}."
            : $"Only {words.Number} % of its interval is used up.",
        PartSignal.Finding when words.Amount == 0 => $"The inspection did not name it, which {Speaks(words)}.",
        PartSignal.Finding => $"The inspection found it worn, which {Speaks(words)}.",
        _ => $"How often a part that sells as much is taken after as many visits {Speaks(words)}.",
    };

    private static string Speaks(in ReasonWords words) => words.IsFor ? "speaks for it" : "speaks against it";

    private static string Often(in ReasonWords words) => words.IsFor ? "often" : "seldom";

    private static string Readiness(in ReasonWords words) => words.IsFor ? "more ready" : "less ready";

    private static string Verdict(in ReasonWords words, string one, string many) => words.Amount == 1 ? one : many;

    private static string Closeness(in ReasonWords words) =>
        words.With is null || words.Amount <= 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (they go together by {words.Amount} %)");

    private static string Count(int count, string one) =>
        count.ToString("#,0", CultureInfo.InvariantCulture) + " " + one + (count == 1 ? "" : "s");

    private static string Month(in ReasonWords words) =>
        words.Amount is >= 1 and <= 12 ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(words.Amount) : "this month";
}
