namespace StoreOps.Recommend.Training;

/// <summary>A hash of text that never changes: FNV-1a over the UTF-16 units, then the finalizer of SplitMix64.</summary>
/// <remarks>FNV alone leaves the sums of like ids close together.</remarks>
internal static class StableHash
{
    public static ulong Of(string text)
    {
        unchecked
        {
            var hash = 0xCBF29CE484222325UL;
            foreach (var unit in text)
            {
                hash = (hash ^ (byte)unit) * 0x100000001B3UL;
                hash = (hash ^ (byte)(unit >> 8)) * 0x100000001B3UL;
            }

            return Mix(hash);
        }
    }

    public static ulong Mix(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
            return hash ^ (hash >> 31);
        }
    }
}
