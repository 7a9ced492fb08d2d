using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>The working memory of one call; used by one thread at a time and kept for the next call.</summary>
/// <remarks>Sums and sets are as long as a whole number of words of 64 parts, so that they are gone through without a rest.</remarks>
internal sealed class Scratch
{
    private readonly uint[] _sameVehicle;
    private readonly uint[] _sequence;
    private readonly ulong[] _popular;
    private readonly ulong[] _marked;

    public Scratch(PartsModel model)
    {
        (Model, Parts) = (model, model.PartCount);
        var words = Bits.WordsFor(Parts);
        (_sameVehicle, SameVisit, _sequence) = (new uint[words * 64], new uint[words * 64], new uint[words * 64]);
        (SameVehicle, Sequence) = (_sameVehicle, _sequence);
        Marks = new Mark[words * 64];
        (Candidates, Sourced, Known, OnOrder) = (new ulong[words], new ulong[words], new ulong[words], new ulong[words]);
        CategoryChances = new double[model.CategoryCount];
        (_marked, _popular) = (new ulong[words], new ulong[words]);
        foreach (var part in model.View.Popular)
        {
            if (part < (uint)Parts)
                _popular[part >> 6] |= 1UL << (int)(part & 63);
        }
    }

    public PartsModel Model { get; }

    public int Parts { get; }

    /// <summary>Gets for each part the sum of what the parts of the history say for it.</summary>
    public uint[] SameVehicle { get; private set; }

    /// <summary>Gets for each part the sum of what the lines of the order say for it.</summary>
    public uint[] SameVisit { get; }

    /// <summary>Gets for each part the sum of what the last visit says for it.</summary>
    public uint[] Sequence { get; private set; }

    public Mark[] Marks { get; }

    /// <summary>Gets the set of the parts that are ranked.</summary>
    public ulong[] Candidates { get; }

    /// <summary>Gets the set of the parts that something other than a sum makes candidates.</summary>
    public ulong[] Sourced { get; }

    /// <summary>Gets the set of the parts that the vehicle had before.</summary>
    public ulong[] Known { get; }

    public ulong[] OnOrder { get; }

    /// <summary>Gets the levels of the signals that are the same for every part.</summary>
    public byte[] Context { get; } = new byte[(int)PartSignal.OrderSize + 1];

    /// <summary>Gets for each category the chance that one of its parts is taken.</summary>
    public double[] CategoryChances { get; }

    public TopParts Top { get; } = new();

    public int UnknownNumbers { get; set; }

    /// <summary>Forgets the last call, and takes the sums of a vehicle over where they are there already.</summary>
    public void Start(VehicleSums? sums)
    {
        Array.Clear(SameVisit, 0, SameVisit.Length);
        if (sums is not null)
        {
            (SameVehicle, Sequence) = (sums.SameVehicle, sums.Sequence);
        }
        else
        {
            (SameVehicle, Sequence) = (_sameVehicle, _sequence);
            Array.Clear(_sameVehicle, 0, _sameVehicle.Length);
            Array.Clear(_sequence, 0, _sequence.Length);
        }

        for (var word = 0; word < _marked.Length; word++)
        {
            for (var bits = _marked[word]; bits != 0; bits &= bits - 1)
                Marks[(word << 6) + Bits.First(bits)] = default;
            _marked[word] = 0;
            Sourced[word] = _popular[word];
            Known[word] = 0;
            OnOrder[word] = 0;
        }

        UnknownNumbers = 0;
    }

    public ref Mark MarkOf(int part)
    {
        _marked[part >> 6] |= 1UL << (part & 63);
        return ref Marks[part];
    }

    /// <summary>Makes a part a candidate.</summary>
    public ref Mark MarkOf(int part, PartSources source)
    {
        Sourced[part >> 6] |= 1UL << (part & 63);
        ref var mark = ref MarkOf(part);
        mark.Sources |= (ushort)source;
        return ref mark;
    }

    public bool IsPart(int part)
    {
        if (unchecked((uint)part) < (uint)Parts)
            return true;
        UnknownNumbers++;
        return false;
    }

    /// <summary>Returns where a part comes from: what is marked, and the sums that are great enough.</summary>
    public PartSources SourcesOf(int part, ReadOnlySpan<uint> floors) => (PartSources)Marks[part].Sources
        | (Has(_popular, part) ? PartSources.Popular : PartSources.None)
        | (SameVehicle[part] >= floors[0] ? PartSources.SameVehicle : PartSources.None)
        | (Sequence[part] >= floors[1] ? PartSources.Sequence : PartSources.None)
        | (SameVisit[part] >= floors[2] ? PartSources.SameVisit : PartSources.None);

    public bool IsOnOrder(int part) => Has(OnOrder, part);

    private static bool Has(ulong[] words, int part) => (words[part >> 6] & (1UL << (part & 63))) != 0;
}
