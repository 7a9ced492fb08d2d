namespace StoreOps.Recommend.Parts;

/// <summary>The working memory of one call; used by one thread at a time and kept for the next call.</summary>
internal sealed class Scratch(int parts)
{
    public Cell[] Cells { get; } = new Cell[parts];

    /// <summary>Gets the parts with a cell of this call.</summary>
    public int[] Touched { get; } = new int[parts];

    public int Count { get; set; }

    public uint Epoch { get; private set; }

    /// <summary>Gets the levels of the signals that are the same for every part.</summary>
    public byte[] Context { get; } = new byte[(int)PartSignal.OrderSize + 1];

    public Ranked[] Heap { get; set; } = new Ranked[16];

    public int UnknownNumbers { get; set; }

    public void Start()
    {
        Count = 0;
        UnknownNumbers = 0;
        if (unchecked(++Epoch) != 0)
            return;
        Array.Clear(Cells, 0, Cells.Length);
        Epoch = 1;
    }
}
