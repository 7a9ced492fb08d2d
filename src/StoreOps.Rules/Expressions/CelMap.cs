namespace StoreOps.Rules.Expressions;

/// <summary>Values by key. A host derives from it to show a record of its own, member by member, without copying it.</summary>
/// <remarks>What is shown must not change while an expression is asked about it.</remarks>
public abstract class CelMap
{
    /// <summary>Gets how many entries there are.</summary>
    public abstract int Count { get; }

    /// <summary>Gets the keys, in the order in which expressions go through them.</summary>
    /// <value>Of the kinds bool, int, uint and string, no two equal.</value>
    public abstract IReadOnlyList<CelValue> Keys { get; }

    /// <summary>Finds the value of a key.</summary>
    /// <param name="key">The key; 1, 1u and 1.0 are the same.</param>
    /// <param name="value">Receives the value.</param>
    /// <returns>Whether the key is there.</returns>
    public abstract bool TryGet(CelValue key, out CelValue value);

    internal sealed class OfEntries : CelMap
    {
        private readonly CelValue[] _keys;
        private readonly Dictionary<CelValue, CelValue> _values;

        private OfEntries(CelValue[] keys, Dictionary<CelValue, CelValue> values)
        {
            _keys = keys;
            _values = values;
        }

        public static OfEntries Empty { get; } = new([], new Dictionary<CelValue, CelValue>(CelEquality.Instance));

        public override int Count => _keys.Length;

        public override IReadOnlyList<CelValue> Keys => _keys;

        public override bool TryGet(CelValue key, out CelValue value) => _values.TryGetValue(key, out value);

        /// <summary>Makes a map of entries of which no two have the same key.</summary>
        /// <returns>The map; null when a key stood twice.</returns>
        public static OfEntries? From(IReadOnlyList<KeyValuePair<CelValue, CelValue>> entries)
        {
            if (entries.Count == 0)
                return Empty;
            var keys = new CelValue[entries.Count];
            var values = new Dictionary<CelValue, CelValue>(entries.Count, CelEquality.Instance);
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = entries[i].Key;
                if (values.ContainsKey(keys[i]))
                    return null;
                values.Add(keys[i], entries[i].Value);
            }

            return new OfEntries(keys, values);
        }
    }
}
