namespace StoreOps.Recommend.Training;

/// <summary>What the writer and the reader of <see cref="PartCounts"/> share. docs/model-format.md describes the bytes.</summary>
internal static class PartCountsLayout
{
    /// <summary>"SOCOUNT" and a zero, read as a little-endian number.</summary>
    public const ulong Magic = 0x00_54_4E_55_4F_43_4F_53;

    public const uint Version = 1;

    public const int HeaderLength = 64;

    public const int LengthOffset = 16;
}
