using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>The working memory of one call; used by one thread at a time and kept for the next call.</summary>
/// <remarks>
/// Levels and sets are as long as a whole number of words of 64 parts, so that they are gone through without a rest; sums are as long as a
/// power of two, so that a mask keeps what is added to inside of them.
/// </remarks>
internal sealed class Scratch
{
    /// <summary>From how many marks in a word on it is quicker to forget all 64.</summary>
    private const int ManyMarks = 6;

    private readonly ulong[] _popular;
    private readonly ulong[] _similar;
    private RelatedSums? _related;
    private double[] _entryTerms = [];
    private double[] _scores = new double[64];
    private int[] _scored = new int[64];

    public Scratch(PartsModel model, PartLookups? lookups = null)
    {
        (Model, Parts, Lookups) = (model, model.PartCount, lookups);
        var words = Bits.WordsFor(Parts);
        var sums = RelationSums.LengthFor(Parts);
        (SameVehicle, SameVisit, Sequence) = (new uint[sums], new uint[sums], new uint[sums]);
        (Levels, SimilarLevels, _similar) = (new uint[words * 64], new uint[words * 64], new ulong[words]);
        Marks = new Mark[words * 64];
        (Candidates, Sourced, Known, OnOrder) = (new ulong[words], new ulong[words], new ulong[words], new ulong[words]);
        CategoryChances = new double[model.CategoryCount];
        (Marked, _popular) = (new ulong[words], new ulong[words]);
        foreach (var part in model.View.Popular)
        {
            if (part < (uint)Parts)
                _popular[part >> 6] |= 1UL << (int)(part & 63);
        }
    }

    public PartsModel Model { get; }

    public int Parts { get; }

    /// <summary>Gets what was made of the model for its calls; null where each answer is asked for once only.</summary>
    public PartLookups? Lookups { get; }

    /// <summary>Gets the place in the pool at which it is looked for first: that of the thread that made it.</summary>
    public int Place { get; init; }

    /// <summary>Gets what was added up for the vehicle before; null where the call adds up itself.</summary>
    public PreparedVehicle? Prepared { get; private set; }

    /// <summary>Gets for each part the sum of what the parts of the history say for it, where the vehicle is not prepared.</summary>
    public uint[] SameVehicle { get; }

    /// <summary>Gets for each part the sum of what the lines of the order say for it.</summary>
    public uint[] SameVisit { get; }

    /// <summary>Gets for each part the sum of what the last visit says for it, where the vehicle is not prepared.</summary>
    public uint[] Sequence { get; }

    /// <summary>Gets for each candidate the levels of what neighbors say, as <see cref="SumLevels"/> says.</summary>
    public uint[] Levels { get; }

    /// <summary>Gets for each part the level of <see cref="PartSignal.SimilarVehicles"/>, where it stands in <see cref="Levels"/>.</summary>
    public uint[] SimilarLevels { get; }

    /// <summary>Gets the set of the parts that have a mark.</summary>
    public ulong[] Marked { get; }

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

    /// <summary>Gets the working memory of <see cref="RelatedSearch"/>, made when it is first asked for.</summary>
    public RelatedSums Related => _related ??= new RelatedSums(Parts);

    /// <summary>Gets room for the terms of one part.</summary>
    public float[] Terms { get; } = new float[ModelLayout.Signals];

    /// <summary>Gets room for the places of the terms that are told.</summary>
    public int[] TermPlaces { get; } = new int[ModelLayout.Signals];

    public TopParts Top { get; } = new();

    public int UnknownNumbers { get; set; }

    /// <summary>Forgets the last call, and takes what is known of a vehicle over where it is there already.</summary>
    public void Start(PreparedVehicle? prepared)
    {
        Prepared = prepared;
        var length = Candidates.Length * 64;
        Array.Clear(SameVisit, 0, length);
        if (prepared is null)
        {
            Array.Clear(SameVehicle, 0, length);
            Array.Clear(Sequence, 0, length);
        }

        for (var word = 0; word < Marked.Length; word++)
        {
            Forget(word);
            Sourced[word] = _popular[word];
            Known[word] = 0;
            for (var similar = _similar[word]; similar != 0; similar &= similar - 1)
                SimilarLevels[(word << 6) + Bits.First(similar)] = 0;
            _similar[word] = 0;
            OnOrder[word] = 0;
        }

        UnknownNumbers = 0;
    }

    /// <summary>Takes in what vehicles like this one take.</summary>
    public void TakeSimilar(ReadOnlySpan<uint> row)
    {
        unchecked
        {
            var (levels, similar) = (SimilarLevels, _similar);
            foreach (var pair in row)
            {
                var part = (int)(pair & 0xFFFF);
                levels[part] = Math.Min(pair >> 16, SignalLevel.Highest) << SumLevels.SimilarShift;
                similar[part >> 6] |= 1UL << (part & 63);
            }

            for (var word = 0; word < similar.Length; word++)
                Sourced[word] |= similar[word];
        }
    }

    public ref Mark MarkOf(int part)
    {
        Marked[part >> 6] |= 1UL << (part & 63);
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

    /// <summary>Returns the terms of a history that neither the day nor the order changes: those prepared, or reckoned now.</summary>
    public ReadOnlySpan<double> EntryTermsOf(in ModelView model, PartHistory history)
    {
        if (Prepared is not null)
            return Prepared.EntryTerms;
        if (_entryTerms.Length < history.Entries.Length)
            _entryTerms = new double[Math.Max(history.Entries.Length, _entryTerms.Length * 2)];
        HistoryTerms.Fill(model, history, _entryTerms);
        return _entryTerms;
    }

    /// <summary>Returns room for the log-odds of so many parts, and for their numbers.</summary>
    public (double[] Scores, int[] Parts) Scored(int count)
    {
        if (_scores.Length < count)
            (_scores, _scored) = (new double[count * 2], new int[count * 2]);
        return (_scores, _scored);
    }

    /// <summary>Returns where a part comes from: what is marked, and the sums that are great enough.</summary>
    public PartSources SourcesOf(int part, ReadOnlySpan<uint> floors)
    {
        // Whether a sum is great enough cannot be foreseen: no branch hangs on it.
        var word = part >> 6;
        var (sameVehicle, sequence) = Prepared is null
            ? (BitOf(SameVehicle[part] >= floors[0]), BitOf(Sequence[part] >= floors[1]))
            : (Bit(Prepared.SameVehicle[word], part), Bit(Prepared.Sequence[word], part));
        return (PartSources)(Marks[part].Sources | (Bit(_similar[word], part) * (int)PartSources.SimilarVehicles) | (Bit(_popular[word], part) * (int)PartSources.Popular) | (sameVehicle * (int)PartSources.SameVehicle)
            | (sequence * (int)PartSources.Sequence) | (BitOf(SameVisit[part] >= floors[2]) * (int)PartSources.SameVisit));
    }

    public bool IsOnOrder(int part) => Bit(OnOrder[part >> 6], part) != 0;

    private static int Bit(ulong word, int part) => (int)((word >> (part & 63)) & 1);

    private static int BitOf(bool value) => value ? 1 : 0;

    private void Forget(int word)
    {
        var marked = Marked[word];
        if (marked == 0)
            return;
        Marked[word] = 0;
        if (Bits.Count(marked) >= ManyMarks)
        {
            Array.Clear(Marks, word << 6, 64);
            return;
        }

        for (; marked != 0; marked &= marked - 1)
            Marks[(word << 6) + Bits.First(marked)] = default;
    }
}
