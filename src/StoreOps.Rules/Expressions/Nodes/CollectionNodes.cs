namespace StoreOps.Rules.Expressions.Nodes;

/// <summary>A list written in the expression.</summary>
internal sealed class ListNode(CelSyntax syntax, CelType type, Node[] elements, bool[] areOptional) : Node(syntax, type)
{
    public override CelValue Value(ref Evaluation e)
    {
        if (!e.Charge(elements.Length))
            return Fail(TooMuchWork);
        var values = new CelValue[elements.Length];
        var count = 0;
        var failure = CelValue.Null;
        for (var i = 0; i < elements.Length; i++)
        {
            var value = elements[i].Value(ref e);
            if (areOptional[i] && value.IsKnown)
            {
                if (value.Kind != CelKind.Optional)
                    value = CelValue.Failure(elements[i].Syntax.Offset, "After ? stands an optional value; it was " + Kinds.Name(value) + ".");
                else if (value.OptionalValue is { } inner)
                    value = inner;
                else
                    continue;
            }

            if (!value.IsKnown && failure.Kind != CelKind.Unknown)
                failure = value.Kind == CelKind.Unknown || failure.Kind != CelKind.Error ? value : failure;
            values[count++] = value;
        }

        return failure.Kind == CelKind.Null ? CelValue.OfOwned(values, count) : failure;
    }
}

/// <summary>A map written in the expression.</summary>
internal sealed class MapNode(CelSyntax syntax, CelType type, Node[] keysAndValues, bool[] areOptional) : Node(syntax, type)
{
    public override CelValue Value(ref Evaluation e)
    {
        if (!e.Charge(keysAndValues.Length))
            return Fail(TooMuchWork);
        var entries = new List<KeyValuePair<CelValue, CelValue>>(areOptional.Length);
        for (var i = 0; i < areOptional.Length; i++)
        {
            var key = keysAndValues[2 * i].Value(ref e);
            if (!key.IsKnown)
                return key;
            if (!CelValue.IsKey(key))
                return CelValue.Failure(keysAndValues[2 * i].Syntax.Offset, "A key is a bool, an int, a uint or a string; it was " + Kinds.Name(key) + ".");
            var value = keysAndValues[(2 * i) + 1].Value(ref e);
            if (!value.IsKnown)
                return value;
            if (areOptional[i])
            {
                if (value.Kind != CelKind.Optional)
                    return CelValue.Failure(keysAndValues[(2 * i) + 1].Syntax.Offset, "After ? stands an optional value; it was " + Kinds.Name(value) + ".");
                if (value.OptionalValue is not { } inner)
                    continue;
                value = inner;
            }

            entries.Add(new KeyValuePair<CelValue, CelValue>(key, value));
        }

        return CelMap.OfEntries.From(entries) is { } map ? new CelValue(CelKind.Map, 0, map) : Fail("A key stands once in a map; one stands twice.");
    }
}

/// <summary>A member or an element: of a map, a list, or an optional value.</summary>
internal sealed class ElementNode(CelSyntax syntax, CelType type, Node operand, Node key, bool isOptional) : Node(syntax, type)
{
    public override CelValue Value(ref Evaluation e)
    {
        var container = operand.Value(ref e);
        if (!container.IsKnown)
            return container;
        var at = key.Value(ref e);
        if (!at.IsKnown)
            return at;
        if (!e.Charge(1))
            return Fail(TooMuchWork);
        var isAbsentAllowed = isOptional || container.Kind == CelKind.Optional;
        if (container.Kind == CelKind.Optional)
        {
            if (container.OptionalValue is not { } inner)
                return container;
            container = inner;
        }

        var isFound = TryFind(container, at, out var found);
        if (found.Kind == CelKind.Error)
            return found;
        if (!isAbsentAllowed)
            return isFound ? found : Fail("\"" + Shown(at) + "\" is not there.");
        return !isFound ? CelValue.None : found.Kind == CelKind.Unknown ? found : CelValue.Some(found);
    }

    /// <summary>Tells whether the member is there: true, false, not known or an error.</summary>
    public CelValue Has(ref Evaluation e)
    {
        var container = operand.Value(ref e);
        if (!container.IsKnown)
            return container;
        var at = key.Value(ref e);
        while (container.Kind == CelKind.Optional)
        {
            if (container.OptionalValue is not { } inner)
                return CelValue.Of(false);
            container = inner;
        }

        var isFound = TryFind(container, at, out var found);
        return found.Kind == CelKind.Error ? found : CelValue.Of(isFound);
    }

    private static string Shown(in CelValue key) => key.Kind == CelKind.String ? key.Text : key.ToString();

    private bool TryFind(in CelValue container, in CelValue at, out CelValue found)
    {
        found = default;
        switch (container.Reference)
        {
            case CelMap map:
                if (CelValue.IsKey(at) || at.Kind == CelKind.Double)
                    return map.TryGet(at, out found);
                found = Fail("A key is a bool, an int, a uint or a string; it was " + Kinds.Name(at) + ".");
                return false;
            case CelList list:
                if (!TryIndex(at, out var index))
                {
                    found = Fail("An element of a list has a whole number; it was " + at + ".");
                    return false;
                }

                if (index >= 0 && index < list.Count)
                {
                    found = list[(int)index];
                    return true;
                }

                if (!isOptional)
                    found = Fail("The list has " + CelValue.Of(list.Count) + " elements, counted from 0; there is none at " + at + ".");
                return false;
            default:
                found = Fail((Syntax is CelSyntax.Select ? "The member \"" + Shown(at) + "\" is asked of " : "An element is asked of ")
                    + Kinds.Name(container) + ", which has none.");
                return false;
        }
    }

    private static bool TryIndex(in CelValue at, out long index)
    {
        index = at.Bits;
        switch (at.Kind)
        {
            case CelKind.Int:
                return true;
            case CelKind.Uint:
                if (at.Bits < 0)
                    index = long.MaxValue;
                return true;
            case CelKind.Double when at.AsDouble is >= -9e15 and <= 9e15 && Math.Floor(at.AsDouble) == at.AsDouble:
                index = (long)at.AsDouble;
                return true;
            default:
                return false;
        }
    }
}

/// <summary>The macro <c>has(a.b)</c>: whether a member is there.</summary>
internal sealed class HasNode(CelSyntax syntax, ElementNode element) : Node(syntax, CelType.Bool)
{
    public override CelValue Value(ref Evaluation e) => element.Has(ref e);
}

/// <summary>The macro <c>has(fact)</c>: true where the fact is known. Where it is not, it may still become so.</summary>
internal sealed class IsKnownNode(CelSyntax syntax, Node fact) : Node(syntax, CelType.Bool)
{
    public override CelValue Value(ref Evaluation e)
    {
        var value = fact.Value(ref e);
        return value.IsKnown ? CelValue.Of(true) : value;
    }
}
