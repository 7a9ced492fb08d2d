namespace StoreOps.Domain.Monetary;

/// <content>Arithmetic and order, each within one currency.</content>
public readonly partial record struct Money
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other)
    {
        ThrowIfOther(other);
        return _minorUnits.CompareTo(other._minorUnits);
    }

    // F# needs the non-generic interface for its < and > operators.
    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Money other => CompareTo(other),
        _ => throw new ArgumentException("Money compares only with money.", nameof(obj)),
    };

    /// <summary>Adds two amounts of one currency; throws on mixed currencies and on overflow.</summary>
    public static Money operator +(Money left, Money right)
    {
        left.ThrowIfOther(right);
        return new Money(left._minorUnits + right._minorUnits, left._currency);
    }

    /// <summary>Subtracts two amounts of one currency; throws on mixed currencies and on overflow.</summary>
    public static Money operator -(Money left, Money right)
    {
        left.ThrowIfOther(right);
        return new Money(left._minorUnits - right._minorUnits, left._currency);
    }

    /// <summary>Returns the amount with the other sign; throws on overflow.</summary>
    public static Money operator -(Money value) => new(-value.MinorUnits, value._currency);

    /// <summary>Multiplies by a whole quantity; throws on overflow.</summary>
    public static Money operator *(Money value, long quantity) => new(value.MinorUnits * quantity, value._currency);

    /// <summary>Multiplies by a whole quantity; throws on overflow.</summary>
    public static Money operator *(long quantity, Money value) => value * quantity;

    /// <summary>Tells whether the left amount is smaller; throws on mixed currencies.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Tells whether the left amount is larger; throws on mixed currencies.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Tells whether the left amount is smaller or equal; throws on mixed currencies.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Tells whether the left amount is larger or equal; throws on mixed currencies.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;
}
