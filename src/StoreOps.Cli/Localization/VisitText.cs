using StoreOps.Domain;
using StoreOps.Domain.Maintenance;

namespace StoreOps.Cli.Localization;

/// <summary>What the visits command says, in Chinese and English.</summary>
internal static class VisitText
{
    public static string Title(Language language, int count) => language == Language.Chinese ? $"接下来 {count} 次到店" : $"next {count} visits";

    public static string Nothing(Language language) => language == Language.Chinese ? "计划范围内无需到店" : "no visit within the plan";

    public static string Ask(Language language) => language == Language.Chinese ? "首次到店先询问或检查（无记录）" : "ask or look at on the first visit (no record)";

    public static string Visit(Language language, string month, string kilometers) => language == Language.Chinese
        ? $"约 {month}，{kilometers} km"
        : $"about {month}, {kilometers} km";

    public static string Between(Language language, string month, string earliest, string latest) => earliest == latest
        ? month
        : language == Language.Chinese ? $"{month}（{earliest} 至 {latest}）" : $"{month} ({earliest} to {latest})";

    public static string Months(Language language) => language == Language.Chinese ? "月" : "months";

    public static string Version(Language language, string hash) => language == Language.Chinese ? $"内容指纹 {hash}" : $"content hash {hash}";

    public static string Early(Language language, string kilometers, int days, string percent) => language == Language.Chinese
        ? $"顺带提前：早 {kilometers} km / {days} 天，损失寿命 {percent} %"
        : $"pulled forward: {kilometers} km / {days} days early, {percent} % of its life lost";

    public static string Totals(Language language, int visits, string lost, bool isProvenBest) => language == Language.Chinese
        ? $"共 {visits} 次到店，损失寿命合计 {lost} 个周期{(isProvenBest ? "，已证明最优" : string.Empty)}"
        : $"{visits} visits in all, {lost} intervals of life lost{(isProvenBest ? ", proven best" : string.Empty)}";

    public static string Of(ServiceAction action, Language language) => language != Language.Chinese ? action.ToString() : action switch
    {
        ServiceAction.Inspect => "检查",
        ServiceAction.Clean => "清洁",
        ServiceAction.Adjust => "调整",
        ServiceAction.Tighten => "紧固",
        ServiceAction.Lubricate => "润滑",
        ServiceAction.Add => "添加",
        ServiceAction.Rotate => "换位",
        ServiceAction.Service => "保养",
        _ => "更换",
    };
}
