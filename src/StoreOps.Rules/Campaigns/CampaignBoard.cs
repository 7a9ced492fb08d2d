using NodaTime;

namespace StoreOps.Rules.Campaigns;

/// <summary>How the standings of a campaign are shown: how often anew, and how many of the first and of the last.</summary>
/// <remarks>Everybody sees the same board until the next one: it is told apart by the time at which it came out, so that a dispute can name it.</remarks>
public sealed record CampaignBoard
{
    /// <summary>Gets the board that is shown where nothing is said: every 15 minutes, the first 20, the last 20.</summary>
    public static CampaignBoard Default { get; } = new();

    /// <summary>Gets how many minutes a board is shown.</summary>
    /// <value>From 1 to 1440; 15 where nothing is said.</value>
    public int RefreshMinutes { get; init; } = 15;

    /// <summary>Gets how many of the first are praised.</summary>
    /// <value>From 1 to 1000; 20 where nothing is said.</value>
    public int Praised { get; init; } = 20;

    /// <summary>Gets how many of the last are shown.</summary>
    /// <value>From 1 to 1000; 20 where nothing is said.</value>
    public int Shown { get; init; } = 20;

    /// <summary>Returns when the board that is shown at a time came out: what was sold until then is on it.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The last full turn of <see cref="RefreshMinutes"/> since midnight of 1 January 1970 in UTC: the same on every machine.</returns>
    public Instant PublishedAt(Instant now)
    {
        var turn = RefreshMinutes * 60L;
        var seconds = now.ToUnixTimeSeconds();
        return Instant.FromUnixTimeSeconds(seconds - (((seconds % turn) + turn) % turn));
    }

    /// <summary>Returns when the next board comes out.</summary>
    /// <param name="now">The time.</param>
    /// <returns>A time after <paramref name="now"/>.</returns>
    public Instant NextAt(Instant now) => PublishedAt(now) + Duration.FromMinutes(RefreshMinutes);
}
