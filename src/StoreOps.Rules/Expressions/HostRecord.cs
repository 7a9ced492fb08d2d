namespace StoreOps.Rules.Expressions;

/// <summary>A record of the host, which has the members that its type declares.</summary>
internal interface IHostRecord
{
    CelType Type { get; }
}

/// <summary>The members of a record and how each is read.</summary>
internal sealed class HostRecordShape<T>
    where T : class
{
    private readonly Dictionary<string, Func<T, CelValue>> _readers = new(StringComparer.Ordinal);

    public HostRecordShape(CelType type, Func<T, CelValue>[] readers)
    {
        Type = type;
        for (var i = 0; i < readers.Length; i++)
            _readers.Add(type.Members[i].Name, readers[i]);
    }

    public CelType Type { get; }

    public CelValue Value(T record) => CelValue.Of(new HostRecord<T>(this, record));

    /// <summary>Reads a member; one without a value is absent.</summary>
    public bool TryRead(T record, CelValue key, out CelValue value)
    {
        value = key.Kind == CelKind.String && _readers.TryGetValue(key.Text, out var read) ? read(record) : CelValue.Unknown;
        return value.IsKnown;
    }
}

/// <summary>A record, shown member by member.</summary>
internal sealed class HostRecord<T>(HostRecordShape<T> shape, T record) : CelMap, IHostRecord
    where T : class
{
    public CelType Type => shape.Type;

    public override int Count => Keys.Count;

    public override IReadOnlyList<CelValue> Keys
    {
        get
        {
            var keys = new List<CelValue>();
            foreach (var member in shape.Type.Members)
            {
                var key = CelValue.Of(member.Name);
                if (shape.TryRead(record, key, out _))
                    keys.Add(key);
            }

            return keys;
        }
    }

    public override bool TryGet(CelValue key, out CelValue value) => shape.TryRead(record, key, out value);
}

/// <summary>Records, shown one by one.</summary>
internal sealed class HostRecordList<T>(HostRecordShape<T> shape, IReadOnlyList<T> records) : CelList
    where T : class
{
    public override int Count => records.Count;

    public override CelValue this[int index] => shape.Value(records[index]);
}
