using System.Globalization;

using NodaTime.Text;

namespace StoreOps.Domain.Maintenance;

/// <summary>Where the limits of a rule come from, when a layer has changed them.</summary>
/// <param name="RuleIndex">The place of the rule in the schedule.</param>
/// <param name="LayerId">The layer.</param>
/// <param name="Origin">Who speaks in it.</param>
/// <param name="Override">The change, with its reason and its first day.</param>
/// <param name="Before">The limits until then.</param>
/// <param name="After">The limits since then.</param>
/// <param name="IsLatest">Whether it has the last word on the rule; what it does not state stays as earlier changes left it.</param>
public sealed record IntervalChange(
    int RuleIndex, string LayerId, LayerOrigin Origin, IntervalOverride Override, ServiceLimits Before, ServiceLimits After, bool IsLatest)
{
    /// <summary>Gets the edition of the layer.</summary>
    /// <value>Null where it states none.</value>
    public string? Edition { get; init; }

    /// <summary>Gets the limits of severe use until then.</summary>
    public ServiceLimits SevereBefore { get; init; }

    /// <summary>Gets the limits of severe use since then.</summary>
    public ServiceLimits SevereAfter { get; init; }

    /// <summary>Returns the change in words, for example "chain layer north: engine-oil 10,000 km -&gt; 7,500 km since 2026-03-01 (dusty roads)".</summary>
    /// <returns>The text, in English.</returns>
    public override string ToString() =>
        Origin.ToString().ToLowerInvariant() + " layer " + LayerId + ": " + Override.ComponentId + " " + Words()
        + " since " + LocalDatePattern.Iso.Format(Override.EffectiveFrom) + " (" + Override.Reason + ")";

    private string Words()
    {
        var severe = Override.SevereLimits.IsEmpty ? string.Empty : "severe use " + Show(SevereBefore) + " -> " + Show(SevereAfter);
        var normal = Override.Limits.IsEmpty ? string.Empty : Show(Before) + " -> " + Show(After);
        return normal + (normal.Length > 0 && severe.Length > 0 ? ", " : string.Empty) + severe;
    }

    private static string Show(ServiceLimits limits)
    {
        var kilometers = limits.EveryKilometers is { } km ? km.ToString("#,0", CultureInfo.InvariantCulture) + " km" : null;
        var months = limits.EveryMonths is { } count ? count.ToString(CultureInfo.InvariantCulture) + " months" : null;
        return kilometers is null ? months ?? "once or never" : months is null ? kilometers : kilometers + " / " + months;
    }
}
