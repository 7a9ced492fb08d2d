namespace StoreOps.Domain.Vehicles;

/// <summary>Finds the readings that agree: the heaviest chain, one a day at most, that never goes back and never exceeds the daily limit.</summary>
/// <remarks>Quadratic in the readings; a car collects dozens in its life. Equal chains: the one that ends later, then on the larger reading.</remarks>
internal static class OdometerChain
{
    /// <summary>One reading with its day and its distance since the car was new.</summary>
    public readonly record struct Link(OdometerReading Reading, int Day, int Kilometers);

    /// <summary>Finds the chain.</summary>
    /// <param name="links">Ordered by day, then by distance, then from the least to the most trusted source.</param>
    /// <param name="limit">The most kilometers a day.</param>
    /// <returns>The places of the chain in <paramref name="links"/>, ascending.</returns>
    public static int[] Heaviest(Link[] links, int limit)
    {
        // Nothing is heavier than all of them, and most logs contradict nowhere.
        if (IsChain(links, limit))
            return All(links.Length);

        var weight = new int[links.Length];
        var previous = new int[links.Length];
        var best = -1;
        for (var i = 0; i < links.Length; i++)
        {
            previous[i] = -1;
            for (var j = 0; j < i && links[j].Day < links[i].Day; j++)
            {
                if (weight[j] > 0 && Fits(links[j], links[i], limit) && (previous[i] < 0 || weight[j] >= weight[previous[i]]))
                    previous[i] = j;
            }

            weight[i] = Weight(links[i].Reading.Source) + (previous[i] < 0 ? 0 : weight[previous[i]]);
            if (best < 0 || weight[i] >= weight[best])
                best = i;
        }

        var length = 0;
        for (var at = best; at >= 0; at = previous[at])
            length++;
        var chain = new int[length];
        for (var at = best; at >= 0; at = previous[at])
            chain[--length] = at;
        return chain;
    }

    private static bool IsChain(Link[] links, int limit)
    {
        for (var i = 1; i < links.Length; i++)
        {
            if (links[i - 1].Day >= links[i].Day || !Fits(links[i - 1], links[i], limit))
                return false;
        }

        return true;
    }

    private static int[] All(int count)
    {
        var all = new int[count];
        for (var i = 0; i < count; i++)
            all[i] = i;
        return all;
    }

    public static bool Fits(in Link earlier, in Link later, int limit)
    {
        var kilometers = later.Kilometers - earlier.Kilometers;
        return kilometers >= 0 && kilometers <= (later.Day - earlier.Day + 1L) * limit;
    }

    /// <summary>Says why a reading stands outside of the chain.</summary>
    public static OdometerDoubt Doubt(Link link, Link[] links, int[] chain, int limit)
    {
        var after = 0;
        while (after < chain.Length && links[chain[after]].Day < link.Day)
            after++;
        if (after > 0 && link.Kilometers < links[chain[after - 1]].Kilometers)
            return OdometerDoubt.GoesBack;
        if (after > 0 && !Fits(links[chain[after - 1]], link, limit))
            return OdometerDoubt.TooFast;
        if (after < chain.Length && links[chain[after]].Day == link.Day)
            return OdometerDoubt.Duplicate;
        if (after < chain.Length && link.Kilometers > links[chain[after]].Kilometers)
            return OdometerDoubt.GoesBack;
        return OdometerDoubt.TooFast;
    }

    // A reading more outweighs any source, a better source decides between as many.
    private static int Weight(OdometerSource source) => 1_000 - (int)source;
}
