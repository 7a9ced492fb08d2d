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

    public static string FromChance(double chance, Language language) => language == Language.Chinese
        ? $"若只推荐概率不低于 {EvaluationText.Percent(chance)}% 的："
        : $"had only what has a chance of {EvaluationText.Percent(chance)} % or more been offered:";

    public static string FirstPlaces(int places, Language language) => language == Language.Chinese
        ? $"若只展示前 {places} 位："
        : $"had only the first {places} places been shown:";

    public static string ByModel(string model, int places, Language language) => language == Language.Chinese
        ? $"若展示模型“{model}”排在前 {places} 位的："
        : $"had the first {places} parts by the model \"{model}\" been shown:";

    public static string Snips(OffPolicyEstimate estimate, Language language)
    {
        var (share, low, high) = (EvaluationText.Percent(estimate.Share), EvaluationText.Percent(estimate.Low), EvaluationText.Percent(estimate.High));
        var effective = estimate.EffectiveOffers.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
        return language == Language.Chinese
            ? $"  接受比例（SNIPS）：{share}%，95% 区间 {low}% 至 {high}%，相当于 {effective} 次推荐的信息量"
            : $"  share accepted (SNIPS): {share} %, 95 % from {low} % to {high} %, as sure as {effective} offers";
    }

    public static string Ips(OffPolicyEstimate estimate, Language language)
    {
        var (share, low, high) = (EvaluationText.Percent(estimate.Share), EvaluationText.Percent(estimate.Low), EvaluationText.Percent(estimate.High));
        return language == Language.Chinese
            ? $"  每 100 次实际推荐中它会被接受的次数（IPS）：{share}，95% 区间 {low} 至 {high}"
            : $"  accepted for every 100 offers made (IPS): {share}, 95 % from {low} to {high}";
    }

    public static string NothingInCommon(Language language) => language == Language.Chinese
        ? "  日志中没有它会展示的推荐，无从估计。"
        : "  no offer of the log is one that it would make: nothing can be told.";

    public static string NothingLeftToChance(Language language) => language == Language.Chinese
        ? "  注意：日志中所有推荐的展示概率都是 1，没有探索；从未展示过的配件无从得知。"
        : "  note: every offer of the log was certain to be shown; of parts that were never shown nothing can be told.";

    public static string UnknownCalls(int calls, Language language) => language == Language.Chinese
        ? $"日志中有 {calls} 次调用不在 --calls 文件里，已略去。"
        : $"{calls} calls of the log are not in the file of --calls; they are left out.";

    private static string Share(int part, int whole, Language language)
    {
        if (whole == 0)
            return string.Empty;
        var percent = EvaluationText.Percent((double)part / whole);
        return language == Language.Chinese ? $"（{percent}%）" : $" ({percent} %)";
    }
}
