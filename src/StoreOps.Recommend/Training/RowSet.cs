using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Training;

/// <summary>Candidates of past visits: the levels of their signals, and whether they were taken.</summary>
internal sealed class RowSet
{
    private byte[] _levels = new byte[ModelLayout.Signals * 64];
    private byte[] _labels = new byte[64];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Levels => _levels.AsSpan(0, Count * ModelLayout.Signals);

    public ReadOnlySpan<byte> Labels => _labels.AsSpan(0, Count);

    /// <summary>Gets how many of the candidates were taken.</summary>
    public long Taken
    {
        get
        {
            var taken = 0L;
            foreach (var label in Labels)
                taken += label;
            return taken;
        }
    }

    public ReadOnlySpan<byte> LevelsOf(int row) => _levels.AsSpan(row * ModelLayout.Signals, ModelLayout.Signals);

    /// <summary>Returns how often each signal has each level.</summary>
    public long[] Masses()
    {
        var masses = new long[ModelLayout.Signals * SignalLevel.Count];
        var levels = Levels;
        for (var i = 0; i < levels.Length; i += ModelLayout.Signals)
        {
            var own = levels.Slice(i, ModelLayout.Signals);
            for (var signal = 0; signal < own.Length; signal++)
                masses[(signal * SignalLevel.Count) + own[signal]]++;
        }

        return masses;
    }

    public Span<byte> Add(bool isTaken)
    {
        if (Count == _labels.Length)
        {
            Array.Resize(ref _labels, Count * 2);
            Array.Resize(ref _levels, Count * 2 * ModelLayout.Signals);
        }

        _labels[Count] = isTaken ? (byte)1 : (byte)0;
        return _levels.AsSpan(Count++ * ModelLayout.Signals, ModelLayout.Signals);
    }

    public void Add(RowSet other)
    {
        var count = Count + other.Count;
        if (count > _labels.Length)
        {
            var length = Math.Max(count, _labels.Length * 2);
            Array.Resize(ref _labels, length);
            Array.Resize(ref _levels, length * ModelLayout.Signals);
        }

        other.Labels.CopyTo(_labels.AsSpan(Count));
        other.Levels.CopyTo(_levels.AsSpan(Count * ModelLayout.Signals));
        Count = count;
    }
}
