namespace StoreOps.Recommend.Training;

/// <summary>Finds the smallest of many numbers without putting all in order.</summary>
internal static class Smallest
{
    /// <summary>Moves the smallest numbers, in no order, before all others.</summary>
    /// <param name="numbers">Numbers, each once.</param>
    /// <param name="count">How many; from 1 to their number.</param>
    public static void First(Span<uint> numbers, int count)
    {
        var (low, high) = (0, numbers.Length - 1);
        while (low < high)
        {
            var pivot = Middle(numbers[low], numbers[low + ((high - low) >> 1)], numbers[high]);
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (numbers[left] < pivot)
                    left = unchecked(left + 1);
                while (numbers[right] > pivot)
                    right = unchecked(right - 1);
                if (left > right)
                    break;
                (numbers[left], numbers[right]) = (numbers[right], numbers[left]);
                left = unchecked(left + 1);
                right = unchecked(right - 1);
            }

            // What lies between is the pivot alone.
            if (count - 1 <= right)
                high = right;
            else if (count - 1 >= left)
                low = left;
            else
                return;
        }
    }

    private static uint Middle(uint one, uint two, uint three) => Math.Max(Math.Min(one, two), Math.Min(Math.Max(one, two), three));
}
