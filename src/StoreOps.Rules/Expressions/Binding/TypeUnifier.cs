namespace StoreOps.Rules.Expressions.Binding;

/// <summary>Finds the types that inference leaves open, as CEL's checker does: by making types assignable.</summary>
internal sealed class TypeUnifier
{
    private readonly Dictionary<string, CelType> _found = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private int _next;

    public CelType NewVariable() => CelType.Variable((_next++).ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Returns a signature with new names for the types it leaves open.</summary>
    public Signature Instantiate(Signature signature)
    {
        if (!signature.IsOpen)
            return signature;
        var names = new Dictionary<string, CelType>(StringComparer.Ordinal);
        return new Signature([.. signature.Parameters.Select(one => Rename(one, names))], Rename(signature.Result, names));
    }

    /// <summary>Follows what has been found for a type, at its top only.</summary>
    public CelType Resolve(CelType type)
    {
        while (type.IsVariable && _found.TryGetValue(type.Name, out var found))
            type = found;
        return type;
    }

    /// <summary>Replaces everything that has been found; what nobody asked about may be anything.</summary>
    public CelType Finish(CelType type)
    {
        var resolved = Resolve(type);
        if (resolved.IsVariable)
            return CelType.Dyn;
        return resolved.Parameters.Count == 0 ? resolved : resolved.With([.. resolved.Parameters.Select(Finish)]);
    }

    /// <summary>Makes one type assignable to another; all of it or nothing.</summary>
    public bool TryAssign(CelType from, CelType to)
    {
        var mark = _order.Count;
        if (Assign(from, to))
            return true;
        Undo(mark);
        return false;
    }

    /// <summary>Makes all of several types assignable; all of it or nothing.</summary>
    public bool TryAssign(IReadOnlyList<CelType> from, IReadOnlyList<CelType> to)
    {
        var mark = _order.Count;
        for (var i = 0; i < to.Count; i++)
        {
            if (!Assign(from[i], to[i]))
            {
                Undo(mark);
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds the type that holds two: one of them, or anything.</summary>
    public CelType Join(CelType one, CelType other)
    {
        if (!TryAssign(other, one))
            return CelType.Dyn;
        return IsMoreGeneral(one, other) ? one : other;
    }

    public int Mark() => _order.Count;

    public void Undo(int mark)
    {
        for (var i = _order.Count - 1; i >= mark; i--)
            _found.Remove(_order[i]);
        _order.RemoveRange(mark, _order.Count - mark);
    }

    private static CelType Rename(CelType type, Dictionary<string, CelType> names, TypeUnifier owner)
    {
        if (type.IsVariable)
        {
            if (!names.TryGetValue(type.Name, out var renamed))
                names.Add(type.Name, renamed = owner.NewVariable());
            return renamed;
        }

        return type.Parameters.Count == 0 ? type : type.With([.. type.Parameters.Select(one => Rename(one, names, owner))]);
    }

    private CelType Rename(CelType type, Dictionary<string, CelType> names) => Rename(type, names, this);

    private bool Assign(CelType from, CelType to)
    {
        from = Resolve(from);
        to = Resolve(to);
        if (ReferenceEquals(from, to) || (from.IsVariable && to.IsVariable && from.Name == to.Name))
            return true;
        if (to.IsVariable)
            return Bind(to, from);
        if (from.IsVariable)
            return Bind(from, to);
        if (from.IsDyn || to.IsDyn)
            return true;
        if (from.Kind == CelKind.Null && to.Kind is CelKind.Timestamp or CelKind.Duration or CelKind.Optional)
            return true;
        if (from.Kind != to.Kind)
            return false;
        // A record may stand where a map does; a map has not always what a record declares.
        if (to.IsRecord)
            return from.Equals(to);
        // Which type is named does not matter for where a type may stand.
        if (from.Kind == CelKind.Type)
            return true;
        for (var i = 0; i < from.Parameters.Count && i < to.Parameters.Count; i++)
        {
            if (!Assign(from[i], to[i]))
                return false;
        }

        return true;
    }

    private bool Bind(CelType variable, CelType type)
    {
        if (Occurs(variable.Name, type))
            return false;
        _found.Add(variable.Name, type);
        _order.Add(variable.Name);
        return true;
    }

    private bool Occurs(string name, CelType type)
    {
        type = Resolve(type);
        if (type.IsVariable)
            return type.Name == name;
        foreach (var parameter in type.Parameters)
        {
            if (Occurs(name, parameter))
                return true;
        }

        return false;
    }

    private bool IsMoreGeneral(CelType one, CelType other)
    {
        one = Resolve(one);
        other = Resolve(other);
        if (one.IsDyn || one.IsVariable)
            return true;
        if (other.IsDyn || other.IsVariable || one.Kind != other.Kind)
            return false;
        for (var i = 0; i < one.Parameters.Count; i++)
        {
            if (!IsMoreGeneral(one[i], other[i]))
                return false;
        }

        return true;
    }
}
