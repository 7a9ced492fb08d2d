using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance.Localization;

/// <summary>What the counter asks about severe use.</summary>
internal static class DrivingQuestionText
{
    public static ImmutableArray<DrivingQuestion> All() =>
    [
        Of(DrivingConditions.ShortTrips, "是否多为 8 公里以内的短途行驶？", "Is it mostly driven on short trips, below 8 km?"),
        Of(DrivingConditions.DustOrUnpaved, "是否经常行驶在多尘、泥泞、未铺装或撒盐的道路上？", "Is it often driven on dusty, muddy, unpaved or salted roads?"),
        Of(DrivingConditions.TowingOrCommercial, "是否拖车、车顶载物，或用于出租、网约、送货等营运？", "Does it tow, carry roof loads, or work as a taxi or for deliveries?"),
        Of(DrivingConditions.MountainsOrHeat, "是否经常在山区或 32 °C 以上的高温中行驶？", "Is it often driven in the mountains, or in heat above 32 °C?"),
        Of(DrivingConditions.Idling, "是否长时间怠速、低速或走走停停？", "Does it idle, crawl or stop and go for long?"),
    ];

    private static DrivingQuestion Of(DrivingConditions condition, string chinese, string english) => new(condition, new LocalizedText(chinese, english));
}
