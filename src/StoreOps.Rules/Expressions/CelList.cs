using System.Collections;

namespace StoreOps.Rules.Expressions;

/// <summary>Several values in order. A host derives from it to show its own collections without copying them.</summary>
/// <remarks>What is shown must not change while an expression is asked about it.</remarks>
public abstract class CelList : IReadOnlyList<CelValue>
{
    /// <summary>Gets how many values there are.</summary>
    public abstract int Count { get; }

    /// <summary>Gets a value.</summary>
    /// <param name="index">Its place, from 0 to below <see cref="Count"/>.</param>
    /// <returns>The value.</returns>
    public abstract CelValue this[int index] { get; }

    /// <inheritdoc/>
    public IEnumerator<CelValue> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal sealed class OfValues(CelValue[] values, int count) : CelList
    {
        public static OfValues Empty { get; } = new([], 0);

        public override int Count => count;

        public override CelValue this[int index] => values[index];
    }

    internal sealed class OfStrings(string[] values) : CelList
    {
        public string[] Values => values;

        public override int Count => values.Length;

        public override CelValue this[int index] => CelValue.Of(values[index]);
    }
}
