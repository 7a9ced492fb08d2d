namespace StoreOps.Testing.Workshops;

/// <summary>Steele, Lea and Flood's SplitMix64: a stream of its own for each vehicle, so that one is the same however many there are.</summary>
internal struct SplitMix(ulong state)
{
    private ulong _state = state;

    public static SplitMix Of(ulong seed, ulong index)
    {
        var mixed = new SplitMix(unchecked(seed + (index * 0xD1342543DE82EF95UL)));
        return new SplitMix(mixed.Next());
    }

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>Returns a number from 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int Below(int count) => (int)(Share() * count);

    public bool Is(double chance) => Share() < chance;

    /// <summary>Returns a number about zero, by the sum of twelve: near enough to a normal one, and the same everywhere.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += Share();
        return sum;
    }
}
