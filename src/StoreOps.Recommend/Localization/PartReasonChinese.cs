using System.Globalization;

using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Localization;

internal static class PartReasonChinese
{
    public static string For(in ReasonWords words) => words.Signal switch
    {
        PartSignal.Visits => $"本车有 {words.Number} 次到店记录，{(words.IsFor ? "更" : "较不")}容易接受推荐。",
        PartSignal.VisitSize when words.Of == 0 => $"尚不知本车每次做多少项，{Speaks(words)}。",
        PartSignal.VisitSize => $"本车平均每次做 {words.Mean} 项，{Speaks(words)}。",
        PartSignal.Variety when words.Of == 0 => $"尚不知本车是否常做新项目，{Speaks(words)}。",
        PartSignal.Variety => $"本车 {Number(words.Of)} 条明细中有 {words.Number} 种不同项目，{Speaks(words)}。",
        PartSignal.OrderSize when words.Amount == 0 => $"本单还没有明细，{Speaks(words)}。",
        PartSignal.OrderSize => $"本单已有 {words.Number} 条明细，{Speaks(words)}。",
        PartSignal.Popularity => $"销量为最畅销项目的 {words.Percent}%，{Speaks(words)}。",
        PartSignal.RecentPopularity => $"近期销量为近期最畅销项目的 {words.Percent}%，{Speaks(words)}。",
        PartSignal.RepeatRate => words.IsFor ? $"做过的车在 {words.Percent}% 的到店中会再做。" : $"做过的车只在 {words.Percent}% 的到店中再做。",
        PartSignal.RepeatLift => $"复购频率是同样间隔下通常水平的 {words.Times(1_000)} 倍，{Speaks(words)}。",
        PartSignal.Season => words.IsFor ? $"当季：{Month(words)}销量较高。" : $"非当季：{Month(words)}销量较低。",
        PartSignal.VisitShare when words.Amount == 0 => $"本车从未做过，{Speaks(words)}。",
        PartSignal.VisitShare => $"本车 {Number(words.Of)} 次到店中有 {words.Number} 次做过，{Speaks(words)}。",
        PartSignal.VisitsSince when words.Amount <= 1 => $"本车上次到店刚做过，{Speaks(words)}。",
        PartSignal.VisitsSince => $"本车 {words.Number} 次到店之前做过，{Speaks(words)}。",
        PartSignal.RecentShare when words.Amount == 0 => $"本车没有这个习惯，{Speaks(words)}。",
        PartSignal.RecentShare => $"本车 {Number(words.Of)} 次中做过 {words.Number} 次，按近期加权的习惯{Speaks(words)}。",
        PartSignal.Rhythm => $"{Number(words.Of)} 次到店做过 {words.Number} 次的项目，隔这么久{Often(words)}再做。",
        PartSignal.LastVisits when words.Amount == 0 => $"最近 {Number(Math.Max(1, words.Of))} 次到店都没做，{Speaks(words)}。",
        PartSignal.LastVisits => $"最近 {Number(words.Of)} 次到店中做过 {words.Number} 次，{Speaks(words)}。",
        PartSignal.KilometersSince when words.Amount < 0 => $"距上次更换的里程未知，{Speaks(words)}。",
        PartSignal.KilometersSince when words.With is { } other => $"距上次做同类“{other}”已行驶 {words.Number} 公里，到此里程{Often(words)}再做同类项目。",
        PartSignal.KilometersSince => $"距上次已行驶 {words.Number} 公里，到此里程{Often(words)}更换。",
        PartSignal.MonthsSince when words.Amount < 0 => $"距上次更换的时间未知，{Speaks(words)}。",
        PartSignal.MonthsSince when words.With is { } other => $"距上次做同类“{other}”已有 {words.Number} 个月，到此时间{Often(words)}再做同类项目。",
        PartSignal.MonthsSince => $"距上次已有 {words.Number} 个月，到此时间{Often(words)}更换。",
        PartSignal.SameVehicle => words.With is { } same ? $"做过“{same}”的车{Often(words)}也做它。" : $"履历相同的车{Often(words)}做它。",
        PartSignal.SameVisit => words.With is { } line
            ? $"{Often(words)}与“{line}”开在同一单{Closeness(words)}。"
            : $"{Often(words)}与本单项目开在同一单。",
        PartSignal.Sequence => words.With is { } before
            ? $"做过“{before}”之后的下一次到店{Often(words)}做{Closeness(words)}。"
            : $"像上次那样到店之后，下一次{Often(words)}做。",
        PartSignal.SimilarVehicles => words.IsFor ? $"同类车在 {words.Percent}% 的到店中做它。" : $"同类车只在 {words.Percent}% 的到店中做它。",
        PartSignal.Usage when words.Amount == 0 => $"用途相同的车并不比别的车多做，{Speaks(words)}。",
        PartSignal.Usage => $"用途相同的车做它的频率是其他车的 {words.More} 倍，{Speaks(words)}。",
        PartSignal.Due when words.Amount == 0 => $"周期刚开始或未知，{Speaks(words)}。",
        PartSignal.Due => words.IsFor ? $"周期已用 {words.Number}%{(words.Amount >= 100 ? "，已到期" : "")}。" : $"周期只用了 {words.Number}%。",
        PartSignal.Finding when words.Amount == 0 => $"检查未提及，{Speaks(words)}。",
        PartSignal.Finding => $"检查发现磨损，{Speaks(words)}。",
        _ => $"销量相当的项目隔这么多次到店的复购情况{Speaks(words)}。",
    };

    private static string Speaks(in ReasonWords words) => words.IsFor ? "支持推荐" : "不支持推荐";

    private static string Often(in ReasonWords words) => words.IsFor ? "常" : "很少";

    private static string Closeness(in ReasonWords words) =>
        words.Amount <= 0 ? "" : "（关联度 " + words.Amount.ToString(CultureInfo.InvariantCulture) + "%）";

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Month(in ReasonWords words) =>
        words.Amount is >= 1 and <= 12 ? words.Amount.ToString(CultureInfo.InvariantCulture) + " 月" : "本月";
}
