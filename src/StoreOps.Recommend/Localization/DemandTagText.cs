using StoreOps.Domain;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Localization;

/// <summary>Names predictive tags, at the edge: engines never do.</summary>
public static class DemandTagText
{
    /// <summary>Returns the name of a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="language">The language.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tag does not exist.</exception>
    public static string Name(DemandTag tag, Language language)
    {
        var isEnglish = language == Language.English;
        return tag switch
        {
            DemandTag.OilService => isEnglish ? "oil service" : "机油保养",
            DemandTag.Filters => isEnglish ? "filters" : "滤清器",
            DemandTag.Brakes => isEnglish ? "brakes" : "制动",
            DemandTag.Tires => isEnglish ? "tires" : "轮胎",
            DemandTag.WheelAlignment => isEnglish ? "wheel alignment" : "定位与平衡",
            DemandTag.Battery => isEnglish ? "battery" : "蓄电池",
            DemandTag.Ignition => isEnglish ? "ignition" : "点火与进气",
            DemandTag.Transmission => isEnglish ? "transmission" : "变速箱",
            DemandTag.Cooling => isEnglish ? "cooling" : "冷却系统",
            DemandTag.AirConditioning => isEnglish ? "air conditioning" : "空调",
            DemandTag.Visibility => isEnglish ? "visibility" : "雨刮与灯光",
            DemandTag.Suspension => isEnglish ? "suspension" : "悬架",
            DemandTag.Belts => isEnglish ? "belts" : "皮带与正时",
            DemandTag.CarCare => isEnglish ? "car care" : "洗车美容",
            _ => throw new ArgumentOutOfRangeException(nameof(tag), tag, "There is no such tag."),
        };
    }
}
