namespace StoreOps.Recommend.Parts;

/// <summary>The working memory of one call; used by one thread at a time and kept for the next call.</summary>
internal sealed class Scratch(int parts)
{
    /// <summary>Gets for each part the sum of what the parts of the history say for it.</summary>
    public uint[] SameVehicle { get; } = new uint[parts];

    /// <summary>Gets for each part the sum of what the lines of the order say for it.</summary>
    public uint[] SameVisit { get; } = new uint[parts];

    /// <summary>Gets for each part the sum of what the last visit says for it.</summary>
    public uint[] Sequence { get; } = new uint[parts];

    public Mark[] Marks { get; } = new Mark[parts];

    /// <summary>Gets the parts with a mark.</summary>
    public int[] Marked { get; } = new int[parts];

    public int MarkedCount { get; private set; }

    /// <summary>Gets the parts that only a sum speaks for; filled when candidates are looked for.</summary>
    public int[] Fresh { get; } = new int[parts];

    /// <summary>Gets the levels of the signals that are the same for every part.</summary>
    public byte[] Context { get; } = new byte[(int)PartSignal.OrderSize + 1];

    public Ranked[] Heap { get; set; } = new Ranked[16];

    public int UnknownNumbers { get; set; }

    public int Parts => SameVehicle.Length;

    /// <summary>Forgets the last call.</summary>
    public void Start()
    {
        Array.Clear(SameVehicle, 0, SameVehicle.Length);
        Array.Clear(SameVisit, 0, SameVisit.Length);
        Array.Clear(Sequence, 0, Sequence.Length);
        for (var i = 0; i < MarkedCount; i++)
            Marks[Marked[i]] = default;
        MarkedCount = 0;
        UnknownNumbers = 0;
    }

    public ref Mark MarkOf(int part)
    {
        ref var mark = ref Marks[part];
        if (mark.IsMarked == 0)
        {
            mark.IsMarked = 1;
            Marked[MarkedCount++] = part;
        }

        return ref mark;
    }

    public bool IsPart(int part)
    {
        if (unchecked((uint)part) < (uint)Parts)
            return true;
        UnknownNumbers++;
        return false;
    }
}
