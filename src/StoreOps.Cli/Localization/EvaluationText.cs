using System.Globalization;

using NodaTime.Text;

using StoreOps.Cli.Offers;
using StoreOps.Domain;
using StoreOps.Recommend.Evaluation;

namespace StoreOps.Cli.Localization;

/// <summary>What the command evaluate says, in Chinese and English.</summary>
internal static class EvaluationText
{
    public static string Title(EvaluationReport report, Language language)
    {
        var (day, visits, fresh, lines) = (LocalDatePattern.Iso.Format(report.Split), Number(report.Visits), Number(report.NewVehicles), Number(report.Lines));
        return language == Language.Chinese
            ? $"用 {day} 之前（不含当日）的到店学习，预测每车此后首次到店：{visits} 次到店（其中 {fresh} 辆新车），{lines} 条明细。"
            : $"Learned before {day}, asked at each vehicle's first visit from then on: {visits} visits ({fresh} of new vehicles), {lines} lines.";
    }

    public static string Name(string name, Language language) => language != Language.Chinese ? name : name switch
    {
        "global top" => "全店最畅销",
        "personal top, ties by popularity" => "本车最常做",
        "global-personal top, ties by popularity" => "本车最常做，以畅销补足",
        _ => name,
    };

    public static string Difference(EvaluationReport.Comparison other, Language language) => language == Language.Chinese
        ? $"比“{Name(other.Name, language)}”：召回 {Interval(other.Recall)}，NDCG {Interval(other.Ndcg)}（95% 区间，配对自助法）"
        : $"over {other.Name}: recall {Interval(other.Recall)}, NDCG {Interval(other.Ndcg)} (95 %, paired bootstrap)";

    public static string Calibration(EvaluationReport report, Language language)
    {
        var error = Percent(report.Reliability.CalibrationError);
        return language == Language.Chinese ? $"校准误差：{error}%（概率与实际比例的平均差）" : $"calibration error: {error} % (mean distance of chance and share)";
    }

    public static string Added(EvaluationReport report, Language language)
    {
        var wanted = Percent(report.Precision);
        if (report.Added.Threshold is not { } threshold)
            return language == Language.Chinese ? $"自动加单：没有概率能保证 {wanted}% 正确" : $"auto-add: no chance is high enough for {wanted} % to be right";
        var (from, right, lines, count) = (Percent(threshold), Percent(report.Added.Precision), Percent(report.Added.Lines), Number(report.Added.Added));
        return language == Language.Chinese
            ? $"自动加单：要求 {wanted}% 正确，门槛为概率 {from}%；在另一半到店上加 {count} 条，{right}% 正确，占全部明细的 {lines}%"
            : $"auto-add: for {wanted} % to be right, from a chance of {from} % on; on the other half of the visits {count} lines, {right} % right, {lines} % of all lines";
    }

    public static string PageTitle(Language language) => language == Language.Chinese ? "推荐评估" : "Recommendation, evaluated";

    public static string Reliability(Language language) => language == Language.Chinese ? "可靠度：给出的概率与实际" : "Reliability: chances told and what was taken";

    public static string Gain(Language language) => language == Language.Chinese ? "收益：展示前几项命中的明细" : "Gain: lines found among the first parts";

    public static string ChanceAxis(Language language) => language == Language.Chinese ? "给出的概率" : "chance told";

    public static string ShareAxis(Language language) => language == Language.Chinese ? "实际接受比例" : "share taken";

    public static string ShownAxis(Language language) => language == Language.Chinese ? "展示项数" : "parts shown";

    public static string FoundAxis(Language language) => language == Language.Chinese ? "命中明细比例" : "share of lines found";

    public static string Bin(ReliabilityBin bin, Language language) => language == Language.Chinese
        ? $"{Number(bin.Count)} 个候选：概率 {Percent(bin.Chance)}%，实际 {Percent(bin.Share)}%"
        : $"{Number(bin.Count)} candidates: chance {Percent(bin.Chance)} %, taken {Percent(bin.Share)} %";

    public static string AheadBy(Language language, string what) =>
        language == Language.Chinese ? $"{what}领先（95% 区间）" : $"StoreOps' {what} is ahead by (95 %)";

    public static string Terms(int cut, Language language) => language == Language.Chinese
        ? $"召回：实际明细中有多少在前 {cut} 项之内；NDCG：同上，越靠前越计分；命中：前 {cut} 项中至少一项被接受的到店比例。区间由配对自助法得出。"
        : $"Recall: what share of the lines taken was among the first {cut}. NDCG: the same, where the first places count more. Hits: the share of visits at which one of them was taken. Intervals are of a paired bootstrap.";

    public static string ReliabilityHint(int bins, Language language) => language == Language.Chinese
        ? $"每个点是全部候选的 1/{Math.Max(1, bins)}；点在虚线上，说明给出的概率就是实际比例；在虚线下方，说明给高了。"
        : $"Each dot is one of {Math.Max(1, bins)} equal parts of all candidates. On the dashed line a chance is what it says; below it, chances were too high.";

    public static string AsTold(Language language) => language == Language.Chinese ? "概率与实际一致" : "taken as often as told";

    public static string Ranker(Language language) => language == Language.Chinese ? "方法" : "ranker";

    public static string Recall(Language language, int cut) => language == Language.Chinese ? $"召回@{cut}" : $"recall@{cut}";

    public static string Hits(Language language, int cut) => language == Language.Chinese ? $"命中@{cut}" : $"hits@{cut}";

    public static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);

    public static string Share(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);

    public static string ShortInterval(DifferenceInterval interval)
    {
        return $"{Short(interval.Mean)} [{Short(interval.Low)}, {Short(interval.High)}]";

        static string Short(double number) => number.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);
    }

    private static string Interval(DifferenceInterval interval) => $"{Signed(interval.Mean)} [{Signed(interval.Low)}, {Signed(interval.High)}]";

    private static string Signed(double number) => number.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
