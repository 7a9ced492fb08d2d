namespace StoreOps.Recommend.Training;

/// <summary>Gathers neighboring numbers into the fewest blocks whose means do not fall: the pool-adjacent-violators rule.</summary>
internal static class RisingBlocks
{
    /// <summary>Returns the block of each number.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="apart">How many of the first numbers stand for themselves.</param>
    public static int[] Of(ReadOnlySpan<double> numbers, int apart)
    {
        var (sums, counts) = (new double[numbers.Length], new int[numbers.Length]);
        var blocks = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            (sums[blocks], counts[blocks]) = (numbers[i], 1);
            blocks++;
            while (blocks > apart + 1 && sums[blocks - 1] / counts[blocks - 1] < (sums[blocks - 2] / counts[blocks - 2]) - 1e-9)
            {
                sums[blocks - 2] += sums[blocks - 1];
                counts[blocks - 2] += counts[blocks - 1];
                blocks--;
            }
        }

        var blockOf = new int[numbers.Length];
        for (var (block, i) = (0, 0); block < blocks; block++)
        {
            for (var left = counts[block]; left > 0; left--)
                blockOf[i++] = block;
        }

        return blockOf;
    }
}
