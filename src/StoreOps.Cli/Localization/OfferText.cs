using StoreOps.Domain;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Cli.Localization;

/// <summary>What the commands train and recommend say, in Chinese and English.</summary>
internal static class OfferText
{
    public static string Of(TrainingStage stage, Language language) => (stage, language == Language.Chinese) switch
    {
        (TrainingStage.Reading, true) => "读取到店记录",
        (TrainingStage.Counting, true) => "统计配件",
        (TrainingStage.Gathering, true) => "回看每车最后一次到店",
        (TrainingStage.Fitting, true) => "拟合权重",
        (TrainingStage.Writing, true) => "写出模型",
        (_, true) => "完成",
        (TrainingStage.Reading, _) => "reading visits",
        (TrainingStage.Counting, _) => "counting parts",
        (TrainingStage.Gathering, _) => "looking at each last visit",
        (TrainingStage.Fitting, _) => "fitting weights",
        (TrainingStage.Writing, _) => "writing the model",
        _ => "done",
    };

    public static string Trained(Language language, string path, string parts, string vehicles, string visits, string lines, string first, string last, string bytes) =>
        language == Language.Chinese
            ? $"{path}：{parts} 种配件，{vehicles} 辆车，{visits} 次到店，{lines} 条明细，{first} 至 {last}，{bytes} 字节"
            : $"{path}: {parts} parts, {vehicles} vehicles, {visits} visits, {lines} lines, {first} to {last}, {bytes} bytes";

    public static string Stopped(Language language) => language == Language.Chinese ? "已中止，未写出任何文件。" : "Stopped; nothing was written.";

    public static string UnknownFamily(Language language, string family) => language == Language.Chinese
        ? $"模型中没有车系“{family}”，按未知处理。"
        : $"The model knows no family \"{family}\"; it is taken as not known.";

    public static string UnknownPart(Language language, string part) => language == Language.Chinese
        ? $"模型中没有配件“{part}”，已忽略。"
        : $"The model knows no part \"{part}\"; it is ignored.";

    public static string AutoAdded(Language language) => language == Language.Chinese ? "［自动加单］" : "[added]";

    public static string Expected(Language language, int lines, double precision)
    {
        var percent = EvaluationText.Percent(precision);
        return language == Language.Chinese ? $"自动加单 {lines} 项，预计 {percent}% 正确" : $"{lines} added without asking, {percent} % expected to be right";
    }

    public static string UnknownVehicle(Language language, string file, string vehicle) => language == Language.Chinese
        ? $"“{file}”中没有车辆“{vehicle}”的明细，按无履历处理。"
        : $"\"{file}\" has no line of the vehicle \"{vehicle}\"; it is taken as one without history.";

    public static string UnknownUsage(Language language, string tag) => language == Language.Chinese
        ? $"模型中没有用途标签“{tag}”，已忽略。"
        : $"The model knows no usage tag \"{tag}\"; it is ignored.";

    public static string Basis(Language language, RecommendBasis basis) => (basis, language == Language.Chinese) switch
    {
        (RecommendBasis.History, true) => "依据：本车履历",
        (RecommendBasis.Family, true) => "依据：同车系（本车无履历）",
        (RecommendBasis.Odometer, true) => "依据：相近里程的车（本车无履历）",
        (_, true) => "依据：周期与销量（对本车一无所知）",
        (RecommendBasis.History, _) => "rests on the vehicle's own history",
        (RecommendBasis.Family, _) => "rests on vehicles of its family, as it has no history",
        (RecommendBasis.Odometer, _) => "rests on vehicles at its odometer, as it has no history",
        _ => "rests on the schedule and what is sold most, as nothing is known of the vehicle",
    };
}
