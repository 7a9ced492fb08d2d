using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Candidates of past visits: the levels of their signals, and whether they were taken.</summary>
internal sealed class RowSet
{
    private byte[] _levels = new byte[ModelLayout.Signals * 64];
    private byte[] _labels = new byte[64];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Levels => _levels.AsSpan(0, Count * ModelLayout.Signals);

    public ReadOnlySpan<byte> Labels => _labels.AsSpan(0, Count);

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

    /// <summary>Takes back the row added last.</summary>
    public void RemoveLast() => Count--;

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
