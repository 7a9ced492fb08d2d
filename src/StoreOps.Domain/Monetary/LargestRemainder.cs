using System.Buffers;

namespace StoreOps.Domain.Monetary;

/// <summary>The method of largest remainders on magnitudes in minor units.</summary>
internal static class LargestRemainder
{
    private const int StackLimit = 128;

    public static void Allocate(long amount, ReadOnlySpan<long> weights, MoneyShares shares)
    {
        var total = Check(amount, weights, shares.Length);
        var isNegative = amount < 0;
        var magnitude = isNegative ? unchecked((ulong)-amount) : (ulong)amount;

        var count = weights.Length;
        var rented = count > StackLimit ? ArrayPool<ulong>.Shared.Rent(count * 3) : null;
        var scratch = rented is null ? stackalloc ulong[count * 3] : rented.AsSpan();
        var magnitudes = scratch.Slice(0, count);
        Share(magnitude, weights, total, magnitudes, scratch.Slice(count, count), scratch.Slice(count * 2, count));
        for (var i = 0; i < count; i++)
            shares.Set(i, magnitudes[i], isNegative);
        if (rented is not null)
            ArrayPool<ulong>.Shared.Return(rented);
    }

    public static long AllocateWithin(long amount, ReadOnlySpan<long> weights, ReadOnlySpan<long> limits, MoneyShares shares)
    {
        Check(amount, weights, shares.Length);
        if (limits.Length != weights.Length)
            throw new ArgumentException("There is one limit for each weight; the lengths were different.", nameof(limits));
        foreach (var limit in limits)
            ThrowIfNegative(limit, nameof(limits));

        var isNegative = amount < 0;
        var rest = isNegative ? unchecked((ulong)-amount) : (ulong)amount;
        var count = weights.Length;
        var rented = ArrayPool<ulong>.Shared.Rent(count * 4);
        var openWeights = ArrayPool<long>.Shared.Rent(count);
        var taken = rented.AsSpan(0, count);
        var round = rented.AsSpan(count, count);
        taken.Clear();
        weights.CopyTo(openWeights);
        // Each round fills at least one share to its limit or places all that is left, so there are at most as many rounds as shares.
        while (rest > 0)
        {
            var open = openWeights.AsSpan(0, count);
            var total = Sum(open);
            if (total == 0)
                break;
            Share(rest, open, total, round, rented.AsSpan(count * 2, count), rented.AsSpan(count * 3, count));
            for (var i = 0; i < count; i++)
            {
                var room = (ulong)limits[i] - taken[i];
                var part = Math.Min(round[i], room);
                taken[i] += part;
                rest -= part;
                if (taken[i] == (ulong)limits[i])
                    open[i] = 0;
            }
        }

        for (var i = 0; i < count; i++)
            shares.Set(i, taken[i], isNegative);
        ArrayPool<ulong>.Shared.Return(rented);
        ArrayPool<long>.Shared.Return(openWeights);
        return isNegative ? unchecked(-(long)rest) : unchecked((long)rest);
    }

    private static ulong Check(long amount, ReadOnlySpan<long> weights, int shares)
    {
        if (weights.IsEmpty)
            throw new ArgumentException("An amount is shared out over at least one weight; there were none.", nameof(weights));
        if (weights.Length != shares)
            throw new ArgumentException("There is one share for each weight; the lengths were different.", nameof(shares));
        var total = Sum(weights);
        if (total == 0 && amount != 0)
            throw new ArgumentException("At least one weight is above zero; all of them were zero.", nameof(weights));
        return total;
    }

    private static ulong Sum(ReadOnlySpan<long> weights)
    {
        ulong total = 0;
        foreach (var weight in weights)
        {
            ThrowIfNegative(weight, nameof(weights));
            total += (ulong)weight;
        }

        return total;
    }

    private static void ThrowIfNegative(long value, string name)
    {
        if (value < 0)
            throw new ArgumentException("Weights and limits are zero or above; one was " + value.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".", name);
    }

    private static void Share(ulong amount, ReadOnlySpan<long> weights, ulong total, Span<ulong> shares, Span<ulong> remainders, Span<ulong> scratch)
    {
        if (amount == 0)
        {
            shares.Clear();
            return;
        }

        var rest = amount;
        for (var i = 0; i < weights.Length; i++)
        {
            shares[i] = WideInteger.MultiplyDivide(amount, (ulong)weights[i], total, out remainders[i]);
            rest -= shares[i];
        }

        if (rest == 0)
            return;

        // The units left over are fewer than the shares with a remainder, so weight zero never receives one.
        var units = (int)rest;
        remainders.CopyTo(scratch);
        var threshold = NthLargest(scratch, units);
        foreach (var remainder in remainders)
        {
            if (remainder > threshold)
                units--;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            if (remainders[i] > threshold)
            {
                shares[i]++;
            }
            else if (remainders[i] == threshold && units > 0)
            {
                shares[i]++;
                units--;
            }
        }
    }

    // Quickselect: linear, where sorting all remainders is the larger part of an allocation over a hundred lines.
    private static ulong NthLargest(Span<ulong> values, int n)
    {
        var low = 0;
        var high = values.Length - 1;
        var target = n - 1;
        // A fixed linear congruential sequence picks pivots: the same input takes the same path on every machine.
        var seed = 0x9E3779B9u;
        while (low < high)
        {
            seed = unchecked((seed * 1664525u) + 1013904223u);
            var pivot = values[low + (int)(seed % (uint)(high - low + 1))];
            var i = low;
            var j = high;
            while (i <= j)
            {
                while (values[i] > pivot)
                    i++;
                while (values[j] < pivot)
                    j--;
                if (i > j)
                    break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }

            if (target <= j)
                high = j;
            else if (target >= i)
                low = i;
            else
                return values[target];
        }

        return values[target];
    }
}
