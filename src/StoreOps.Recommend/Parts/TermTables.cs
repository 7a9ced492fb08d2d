#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using StoreOps.Recommend.Models;
#endif

namespace StoreOps.Recommend.Parts;

/// <summary>What each level of each signal adds in one branch. A level is a byte and a signal has 256 terms: no look at the bounds is needed.</summary>
internal readonly ref struct TermTables
{
#if NET
    private readonly ref readonly double _first;

    public TermTables(double[] terms) => _first = ref MemoryMarshal.GetReference(terms.AsSpan(0, ModelLayout.Signals * SignalLevel.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Of(PartSignal signal, uint level) => Unsafe.Add(ref Unsafe.AsRef(in _first), unchecked(((nuint)signal * SignalLevel.Count) + (byte)level));
#else
    private readonly double[] _terms;

    public TermTables(double[] terms) => _terms = terms;

    public double Of(PartSignal signal, uint level) => _terms[((int)signal * SignalLevel.Count) + unchecked((byte)level)];
#endif
}
