namespace StoreOps.Testing.Workshops;

/// <summary>
/// A made-up counter whose truth is known: it shows the parts that a model ranks first, leaves its last place to chance now and then, and its
/// customers take what is offered by chances that are known.
/// </summary>
/// <param name="Seed">The same seed makes the same offers and outcomes.</param>
public sealed record WorkshopCounter(ulong Seed)
{
    /// <summary>Gets how many parts are shown to each customer; 2 or above.</summary>
    public int Places { get; init; } = 5;

    /// <summary>Gets the share of calls at which the last place is drawn from the parts below it.</summary>
    public double Exploration { get; init; } = 0.1;

    /// <summary>Gets how many ranked parts the last place is drawn from.</summary>
    public int Tail { get; init; } = 15;

    /// <summary>Gets how willing customers are, against what the model learned from.</summary>
    public double Willingness { get; init; } = 1;

    /// <summary>Gets the share of customers who take nothing today, whatever is offered; the others take so much more.</summary>
    public double Mood { get; init; }

    /// <summary>Returns how likely it is that a ranked part is shown, by its place from 0.</summary>
    public double PropensityOf(int place)
    {
        if (place < Places - 1)
            return 1;
        if (place >= Places - 1 + Tail)
            return 0;
        return (Exploration / Tail) + (place == Places - 1 ? 1 - Exploration : 0);
    }

    /// <summary>Returns how likely an offer of a part is taken, whatever the customer's mood.</summary>
    public double AcceptanceOf(double chance) => (1 - Mood) * Math.Min(1, chance * Willingness / (1 - Mood));

    /// <summary>Shows parts to a customer.</summary>
    /// <param name="call">The number of the call.</param>
    /// <param name="chances">The true chance of each ranked part, the first first; at least as many as places and tail together.</param>
    /// <returns>What was shown and what became of it.</returns>
    public IEnumerable<CounterOffer> Offer(int call, IReadOnlyList<double> chances)
    {
        var random = SplitMix.Of(Seed, (ulong)call);
        var last = random.Is(Exploration) ? Places - 1 + random.Below(Tail) : Places - 1;
        var factor = Willingness * (random.Is(Mood) ? 0 : 1 / (1 - Mood));
        for (var i = 0; i < Places; i++)
        {
            var place = i == Places - 1 ? last : i;
            yield return new CounterOffer(place, i + 1, PropensityOf(place), random.Is(chances[place] * factor));
        }
    }
}

/// <summary>A part that was shown.</summary>
/// <param name="Place">Its place among the ranked parts, from 0.</param>
/// <param name="Rank">Where it was shown, from 1.</param>
/// <param name="Propensity">How likely it was that it was shown.</param>
/// <param name="IsAccepted">Whether the customer took it.</param>
public readonly record struct CounterOffer(int Place, int Rank, double Propensity, bool IsAccepted);
