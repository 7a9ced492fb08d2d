using StoreOps.Domain;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Cli.Localization;

/// <summary>What the odometer command says, in Chinese and English.</summary>
internal static class OdometerText
{
    public static string Estimate(Language language, string kilometers, string low, string high, string perDay, bool isStale) => language == Language.Chinese
        ? $"预计 {kilometers} km（{low} 至 {high}），日均 {perDay} km{(isStale ? "；久未到店，请先询问" : string.Empty)}"
        : $"expected {kilometers} km ({low} to {high}), {perDay} km a day{(isStale ? "; not seen for long, ask first" : string.Empty)}";

    /// <summary>What is asked at the counter about a doubtful reading.</summary>
    public static string Prompt(OdometerAssessment odometer, Language language)
    {
        var isChinese = language == Language.Chinese;
        var typed = Number(odometer.Reading.Odometer);
        var expected = odometer is { ExpectedFrom: { } from, ExpectedTo: { } to }
            ? isChinese ? $"预计 {Number(from)} 至 {Number(to)}" : $" expected {Number(from)} to {Number(to)}"
            : string.Empty;
        var meant = string.Join(isChinese ? "、" : ", ", odometer.Repairs.Select(repair => Number(repair.Odometer)));
        var question = meant.Length == 0
            ? isChinese ? "；请核对" : "; please look again"
            : isChinese ? $"；是否应为 {meant}？" : $"; did you mean {meant}?";
        return (isChinese ? $"里程 {typed} km？" : $"odometer {typed} km?") + expected + question;
    }

    private static string Number(Odometer odometer) => odometer.Kilometers.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);

    public static string Nothing(Language language) => language == Language.Chinese ? "没有可信读数" : "no trusted reading";

    public static string Of(OdometerDoubt doubt, Language language) => (doubt, language == Language.Chinese) switch
    {
        (OdometerDoubt.Sentinel, true) => "占位数字，不是读数",
        (OdometerDoubt.Sentinel, false) => "stands for \"not known\"",
        (OdometerDoubt.Duplicate, true) => "当天另有读数",
        (OdometerDoubt.Duplicate, false) => "another reading of the day is used",
        (OdometerDoubt.GoesBack, true) => "里程倒退",
        (OdometerDoubt.GoesBack, false) => "goes back",
        (OdometerDoubt.TooFast, true) => "增长过快",
        (OdometerDoubt.TooFast, false) => "more than is driven in the time",
        (OdometerDoubt.Future, true) => "日期在今天之后",
        (OdometerDoubt.Future, false) => "dated after today",
        (_, true) => "推算值，不是读数",
        (_, false) => "computed, not read",
    };
}
