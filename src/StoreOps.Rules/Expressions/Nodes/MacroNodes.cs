namespace StoreOps.Rules.Expressions.Nodes;

/// <summary>What a macro does with what it goes through.</summary>
internal enum MacroKind
{
    All,
    Exists,
    ExistsOne,
    Map,
    Filter,
    TransformList,
    TransformMap,
    TransformMapEntry,
}

/// <summary>A macro that goes through a list or a map, with one variable or two.</summary>
/// <param name="syntax">The part as written.</param>
/// <param name="type">The type of the result.</param>
/// <param name="kind">What it does.</param>
/// <param name="range">What it goes through.</param>
/// <param name="firstPlace">Where the first variable is kept: the element, or the place or key where there are two.</param>
/// <param name="secondPlace">Where the second variable is kept; below zero where there is none.</param>
/// <param name="filter">Which elements count; null for all.</param>
/// <param name="body">What is asked or made of each.</param>
internal sealed class MacroNode(
    CelSyntax syntax, CelType type, MacroKind kind, Node range, int firstPlace, int secondPlace, Node? filter, Node? body) : Node(syntax, type)
{
    public override CelValue Value(ref Evaluation e)
    {
        var source = range.Value(ref e);
        if (!source.IsKnown)
            return source;
        var list = source.List;
        var map = source.Map;
        if (list is null && map is null)
            return CelValue.Failure(range.Syntax.Offset, "A macro goes through a list or a map; it was " + Kinds.Name(source) + ".");
        var count = list?.Count ?? map!.Count;
        var mark = e.Unknowns?.Count ?? 0;
        var result = new Gathering(kind, count);
        for (var i = 0; i < count; i++)
        {
            if (!e.Charge(1))
                return Fail(TooMuchWork);
            Enter(list, map, i, ref e);
            if (!result.Add(kind, filter, body, ref e, this))
                break;
        }

        if (result.IsDecided)
            e.Unknowns?.RemoveRange(mark, e.Unknowns.Count - mark);
        return result.End(kind, this);
    }

    private void Enter(CelList? list, CelMap? map, int i, ref Evaluation e)
    {
        var key = list is null ? map!.Keys[i] : secondPlace < 0 ? list[i] : CelValue.Of(i);
        e.Locals[firstPlace] = key;
        if (secondPlace < 0)
            return;
        var value = CelValue.Unknown;
        if (list is not null)
            value = list[i];
        else
            map!.TryGet(key, out value);
        e.Locals[secondPlace] = value;
    }

    /// <summary>What has come together so far.</summary>
    private struct Gathering(MacroKind kind, int most)
    {
        private readonly CelValue[] _values = kind is MacroKind.Map or MacroKind.Filter or MacroKind.TransformList ? new CelValue[most] : [];
        private readonly List<KeyValuePair<CelValue, CelValue>>? _entries =
            kind is MacroKind.TransformMap or MacroKind.TransformMapEntry ? new(most) : null;

        private int _count;
        private CelValue _failure = CelValue.Null;

        /// <summary>Gets a value indicating whether one element decided, whatever the others are.</summary>
        public bool IsDecided { get; private set; }

        /// <summary>Takes one element in.</summary>
        /// <returns>Whether to go on.</returns>
        public bool Add(MacroKind kind, Node? filter, Node? body, ref Evaluation e, MacroNode node)
        {
            if (filter is not null)
            {
                var isIn = filter.Value(ref e);
                if (isIn.Kind != CelKind.Bool)
                    return Note(isIn, filter);
                if (!isIn.IsTrue)
                    return true;
            }

            if (kind == MacroKind.Filter)
            {
                _values[_count++] = e.Locals[node.Place];
                return true;
            }

            var value = body!.Value(ref e);
            switch (kind)
            {
                case MacroKind.All or MacroKind.Exists or MacroKind.ExistsOne:
                    return Judge(kind, value, body);
                case MacroKind.Map or MacroKind.TransformList:
                    if (!value.IsKnown)
                        return Note(value, body);
                    _values[_count++] = value;
                    return true;
                default:
                    return value.IsKnown ? Put(kind, value, ref e, node) : Note(value, body);
            }
        }

        public readonly CelValue End(MacroKind kind, MacroNode node)
        {
            if (!IsDecided && _failure.Kind != CelKind.Null)
                return _failure;
            switch (kind)
            {
                case MacroKind.All:
                    return CelValue.Of(!IsDecided);
                case MacroKind.Exists:
                    return CelValue.Of(IsDecided);
                case MacroKind.ExistsOne:
                    return CelValue.Of(_count == 1);
                case MacroKind.TransformMap or MacroKind.TransformMapEntry:
                    return CelMap.OfEntries.From(_entries!) is { } map ? new CelValue(CelKind.Map, 0, map) : node.Fail("A key stands once in a map; one stands twice.");
                default:
                    return CelValue.OfOwned(_values, _count);
            }
        }

        private bool Judge(MacroKind kind, in CelValue value, Node body)
        {
            if (value.Kind != CelKind.Bool)
            {
                Note(value, body);
                // Two of which one may be the one still have to be counted; a failure fails the count.
                return kind != MacroKind.ExistsOne || _failure.Kind != CelKind.Error;
            }

            if (kind == MacroKind.ExistsOne)
            {
                _count += value.IsTrue ? 1 : 0;
                return true;
            }

            IsDecided = value.IsTrue == (kind == MacroKind.Exists);
            return !IsDecided;
        }

        private bool Put(MacroKind kind, in CelValue value, ref Evaluation e, MacroNode node)
        {
            if (kind == MacroKind.TransformMap)
            {
                _entries!.Add(new KeyValuePair<CelValue, CelValue>(e.Locals[node.Place], value));
                return true;
            }

            if (value.Map is not { } map)
                return Note(node.Fail("transformMapEntry makes a map of each element; it made " + Kinds.Name(value) + "."), node);
            foreach (var key in map.Keys)
            {
                map.TryGet(key, out var one);
                _entries!.Add(new KeyValuePair<CelValue, CelValue>(key, one));
            }

            return e.Charge(map.Count);
        }

        private bool Note(in CelValue value, Node at)
        {
            var failure = value.IsKnown
                ? CelValue.Failure(at.Syntax.Offset, "A macro asks each element something that answers yes or no; it gave " + Kinds.Name(value) + ".")
                : value;
            if (_failure.Kind != CelKind.Unknown)
                _failure = failure.Kind == CelKind.Unknown || _failure.Kind != CelKind.Error ? failure : _failure;
            return true;
        }
    }

    private int Place => firstPlace;
}

/// <summary>A value that is worked out once and named: <c>cel.bind</c>, <c>optMap</c>, <c>optFlatMap</c> and the parts of <c>cel.block</c>.</summary>
internal sealed class BindNode(CelSyntax syntax, CelType type, int place, Node value, Node body) : Node(syntax, type)
{
    public override CelValue Value(ref Evaluation e)
    {
        e.Locals[place] = value.Value(ref e);
        return body.Value(ref e);
    }
}

/// <summary>What is made of the value of an optional, where there is one.</summary>
internal sealed class OptionalMapNode(CelSyntax syntax, CelType type, int place, Node optional, Node body, bool isFlat) : Node(syntax, type)
{
    public override CelValue Value(ref Evaluation e)
    {
        var value = optional.Value(ref e);
        if (!value.IsKnown)
            return value;
        if (value.Kind != CelKind.Optional)
            return Fail("This macro asks an optional value; it was " + Kinds.Name(value) + ".");
        if (value.OptionalValue is not { } inner)
            return value;
        e.Locals[place] = inner;
        var made = body.Value(ref e);
        if (!made.IsKnown || (isFlat && made.Kind == CelKind.Optional))
            return made;
        return isFlat ? Fail("optFlatMap makes an optional value; it made " + Kinds.Name(made) + ".") : CelValue.Some(made);
    }
}

/// <summary>The macro <c>cel.block</c>: parts that are worked out once and used by number.</summary>
internal sealed class BlockNode(CelSyntax syntax, Node[] parts, int firstPlace, Node body) : Node(syntax, body.Type)
{
    public override CelValue Value(ref Evaluation e)
    {
        for (var i = 0; i < parts.Length; i++)
            e.Locals[firstPlace + i] = parts[i].Value(ref e);
        return body.Value(ref e);
    }
}
