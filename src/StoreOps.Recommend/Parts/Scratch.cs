using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>The working memory of one call; used by one thread at a time and kept for the next call.</summary>
/// <remarks>
/// Levels and sets are as long as a whole number of words of 64 parts, so that they are gone through without a rest; sums are as long as a
/// power of two, so that a mask keeps what is added to inside of them.
/// </remarks>
internal sealed class Scratch
{
    /// <summary>Up to how many parts it is quicker to forget the marks of all than of those that have one.</summary>
    private const int FewParts = 1_024;

    private readonly ulong[] _popular;
    private readonly ulong[] _similar;
    private RelatedSums? _related;
    private double[] _entryTerms = [];
    private double[] _scores = new double[64];
    private int[] _scored = new int[64];
    private uint[] _since = new uint[64];

    public Scratch(PartsModel model, PartLookups? lookups = null)
    {
        (Model, Parts, Lookups) = (model, model.PartCount, lookups);
        var words = Bits.WordsFor(Parts);
        var sums = RelationSums.LengthFor(Parts);
        (SameVehicle, SameVisit, Sequence) = (new uint[sums], new uint[sums], new uint[sums]);
        (Levels, SimilarLevels, _similar) = (new uint[words * 64], new uint[words * 64], new ulong[words]);
        Marks = new Mark[words * 64];
        (Candidates, Sourced, Known, OnOrder) = (new ulong[words], new ulong[words], new ulong[words], new ulong[words]);
        (FromSameVehicle, FromSameVisit, FromSequence) = (new ulong[words], new ulong[words], new ulong[words]);
        (CategoryChances, CategoryLast, CategoryTerms) = (new double[model.CategoryCount], new ushort[model.CategoryCount + 1], new double[model.CategoryCount + 1]);
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

    /// <summary>Gets for each part the sum of what the parts of the history say for it, where the vehicle is not prepared; zero between calls.</summary>
    public uint[] SameVehicle { get; }

    /// <summary>Gets for each part the sum of what the lines of the order say for it; zero between calls.</summary>
    public uint[] SameVisit { get; }

    /// <summary>Gets for each part the sum of what the last visit says for it, where the vehicle is not prepared; zero between calls.</summary>
    public uint[] Sequence { get; }

    /// <summary>Gets the set of the parts that the history makes candidates, where the vehicle is not prepared.</summary>
    public ulong[] FromSameVehicle { get; }

    /// <summary>Gets the set of the parts that the lines of the order make candidates.</summary>
    public ulong[] FromSameVisit { get; }

    /// <summary>Gets the set of the parts that the last visit makes candidates, where the vehicle is not prepared.</summary>
    public ulong[] FromSequence { get; }

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

    /// <summary>Gets for each category one more than the place in the history of what the vehicle last had of it; zero for nothing. The last is for no category.</summary>
    public ushort[] CategoryLast { get; }

    /// <summary>Gets for each category what that adds for its other parts. The last is for no category.</summary>
    public double[] CategoryTerms { get; }

    /// <summary>Returns where a category stands among so many places, of which the last is for no category and for those that there are not.</summary>
    public static int CategoryPlaceOf(ushort category, int places) => Math.Min(category, places - 1);

    /// <summary>Gets the working memory of <see cref="RelatedSearch"/>, made when it is first asked for.</summary>
    public RelatedSums Related => _related ??= new RelatedSums(Parts);

    /// <summary>Gets room for the levels of the parts whose reasons are told together.</summary>
    public byte[] ReasonLevels { get; } = new byte[ReasonTeller.Together * ModelLayout.Signals];

    /// <summary>Gets room for their terms.</summary>
    public float[] Terms { get; } = new float[ReasonTeller.Together * ModelLayout.Signals];

    /// <summary>Gets room for the places of the terms that are told.</summary>
    public int[] TermPlaces { get; } = new int[ReasonTeller.Together * ModelLayout.Signals];

    public TopParts Top { get; } = new();

    public int UnknownNumbers { get; set; }

    /// <summary>Forgets the last call, and takes what is known of a vehicle over where it is there already.</summary>
    public void Start(PreparedVehicle? prepared)
    {
        Prepared = prepared;
        if (Parts <= FewParts)
        {
            Array.Clear(Marks, 0, Marks.Length);
            Array.Clear(SimilarLevels, 0, SimilarLevels.Length);
        }
        else
        {
            ForgetMarked();
        }

        Array.Clear(Marked, 0, Marked.Length);
        Array.Clear(Known, 0, Known.Length);
        Array.Clear(OnOrder, 0, OnOrder.Length);
        Array.Clear(_similar, 0, _similar.Length);
        Array.Clear(CategoryLast, 0, CategoryLast.Length);
        _popular.CopyTo(Sourced, 0);
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

    /// <summary>Returns the terms of a history that neither the day nor the order changes: those it has, or reckoned now.</summary>
    public ReadOnlySpan<double> EntryTermsOf(in ModelView model, PartHistory history)
    {
        if (history.Terms is { } terms && ReferenceEquals(terms.Model, Model))
            return terms.Sums;
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

    /// <summary>Returns room for what <see cref="SignalReader.SinceOf"/> says of so many parts of a history.</summary>
    public Span<uint> SinceOf(int count)
    {
        if (_since.Length < count)
            _since = new uint[count * 2];
        return _since.AsSpan(0, count);
    }

    /// <summary>Makes the sums zero, as the next call needs them.</summary>
    public void ForgetSums()
    {
        var length = Candidates.Length * 64;
        Array.Clear(SameVisit, 0, length);
        if (Prepared is not null)
            return;
        Array.Clear(SameVehicle, 0, length);
        Array.Clear(Sequence, 0, length);
    }

    /// <summary>Returns where a part comes from: what is marked, and the sums that are great enough.</summary>
    public PartSources SourcesOf(int part)
    {
        var word = part >> 6;
        var (sameVehicle, sequence) = Prepared is { } prepared ? (prepared.FromSameVehicle, prepared.FromSequence) : (FromSameVehicle, FromSequence);
        return (PartSources)(Marks[part].Sources
            | (Bit(_similar[word], part) * (int)PartSources.SimilarVehicles) | (Bit(_popular[word], part) * (int)PartSources.Popular)
            | (Bit(sameVehicle[word], part) * (int)PartSources.SameVehicle) | (Bit(sequence[word], part) * (int)PartSources.Sequence)
            | (Bit(FromSameVisit[word], part) * (int)PartSources.SameVisit));
    }

    public bool IsOnOrder(int part) => Bit(OnOrder[part >> 6], part) != 0;

    private static int Bit(ulong word, int part) => (int)((word >> (part & 63)) & 1);

    private void ForgetMarked()
    {
        for (var word = 0; word < Marked.Length; word++)
        {
            for (var marked = Marked[word]; marked != 0; marked &= marked - 1)
                Marks[(word << 6) + Bits.First(marked)] = default;
            for (var similar = _similar[word]; similar != 0; similar &= similar - 1)
                SimilarLevels[(word << 6) + Bits.First(similar)] = 0;
        }
    }
}
