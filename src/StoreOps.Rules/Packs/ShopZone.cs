using NodaTime;

namespace StoreOps.Rules.Packs;

/// <summary>The time zone of a shop. Its rules are looked up when a day is asked for: getting the database ready takes as long as loading a pack.</summary>
internal sealed class ShopZone(string id)
{
    private static readonly string[] Names =
    [
        "Asia/Almaty", "Asia/Bangkok", "Asia/Chongqing", "Asia/Colombo", "Asia/Dhaka", "Asia/Dubai",
        "Asia/Harbin", "Asia/Ho_Chi_Minh", "Asia/Hong_Kong", "Asia/Jakarta", "Asia/Karachi", "Asia/Kashgar",
        "Asia/Kolkata", "Asia/Kuala_Lumpur", "Asia/Macau", "Asia/Manila", "Asia/Riyadh", "Asia/Seoul",
        "Asia/Shanghai", "Asia/Singapore", "Asia/Taipei", "Asia/Tashkent", "Asia/Tokyo", "Asia/Ulaanbaatar",
        "Asia/Urumqi", "Asia/Vladivostok", "Asia/Yangon",
    ];

    private readonly Lazy<DateTimeZone> _zone = new(() => DateTimeZoneProviders.Tzdb[id]);

    public DateTimeZone Zone => _zone.Value;

    /// <summary>Tells whether there is such a zone. The zones of the shops that are met most often need no database.</summary>
    /// <remarks>The IANA keeps every name that it ever gave; a test finds each of these in the database.</remarks>
    public static bool IsKnown(string id) =>
        Array.IndexOf(Names, id) >= 0 || DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    /// <summary>Gets the names of all zones.</summary>
    public static IEnumerable<string> All => DateTimeZoneProviders.Tzdb.Ids;
}
