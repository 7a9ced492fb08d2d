using NodaTime.Text;

using StoreOps.Domain;
using StoreOps.Recommend.Evaluation;

namespace StoreOps.Cli.Localization;

/// <summary>What the command offers says, in Chinese and English.</summary>
internal static class OffersText
{
    public static string Title(int offers, int known, int accepted, Language language) => language == Language.Chinese
        ? $"{offers} 次推荐，{known} 次有结果，接受 {accepted} 次{Share(accepted, known, language)}"
        : $"{offers} offers, {known} with an outcome, {accepted} accepted{Share(accepted, known, language)}";

    public static string Calibration(double chance, double error, Language language) => language == Language.Chinese
        ? $"给出的概率平均 {EvaluationText.Percent(chance)}%，校准误差 {EvaluationText.Percent(error)}%"
        : $"chances told: {EvaluationText.Percent(chance)} % on average, calibration error {EvaluationText.Percent(error)} %";

    public static string Place(int place, int offers, int accepted, Language language) => language == Language.Chinese
        ? $"  第 {place} 位：{offers} 次，接受 {accepted} 次{Share(accepted, offers, language)}"
        : $"  place {place}: {offers} offers, {accepted} accepted{Share(accepted, offers, language)}";

    public static string Week(DriftWeek week, Language language)
    {
        var (day, expected, accepted) = (LocalDatePattern.Iso.Format(week.Monday), EvaluationText.Percent(week.Expected), EvaluationText.Percent(week.Accepted));
        var alarm = !week.IsAlarm ? string.Empty : language == Language.Chinese ? "  概率失准" : "  chances no longer come true";
        return language == Language.Chinese
            ? $"  {day} 起一周：{week.Offers} 次，预期 {expected}%，实际 {accepted}%{alarm}"
            : $"  week of {day}: {week.Offers} offers, {expected} % expected, {accepted} % accepted{alarm}";
    }

    private static string Share(int part, int whole, Language language)
    {
        if (whole == 0)
            return string.Empty;
        var percent = EvaluationText.Percent((double)part / whole);
        return language == Language.Chinese ? $"（{percent}%）" : $" ({percent} %)";
    }
}
