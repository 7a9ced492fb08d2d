using System.Globalization;

using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Localization;

/// <summary>The numbers and names of one reason, ready for a sentence.</summary>
internal readonly struct ReasonWords(PartReason reason, string? with)
{
    /// <summary>Gets whether the reason speaks for the part.</summary>
    public bool IsFor => reason.Value >= 0;

    public PartSignal Signal => reason.Signal;

    public int Amount => reason.Amount;

    public int Of => reason.Of;

    /// <summary>Gets the part that says most for it; null for none.</summary>
    public string? With => with;

    public string Number => reason.Amount.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Gets the amount against the greatest there is.</summary>
    public string Percent => (long)reason.Amount * 100 / (int)SignalLevel.Most is > 0 and var percent
        ? percent.ToString(CultureInfo.InvariantCulture)
        : "<1";

    /// <summary>Gets the amount for each of what it is out of.</summary>
    public string Mean => ((decimal)reason.Amount / Math.Max(1, reason.Of)).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Gets the amount as a factor.</summary>
    /// <param name="one">The amount that is a factor of one.</param>
    public string Times(int one) => ((decimal)reason.Amount / one).ToString("0.0#", CultureInfo.InvariantCulture);

    /// <summary>Gets how many times as many as others, where the amount tells how many more in 1/64.</summary>
    public string More => (1 + (reason.Amount / 64m)).ToString("0.0#", CultureInfo.InvariantCulture);
}
