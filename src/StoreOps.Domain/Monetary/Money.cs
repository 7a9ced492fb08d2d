using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StoreOps.Domain.Monetary;

/// <summary>An exact amount of money: a whole number of minor units of one currency.</summary>
/// <remarks>
/// <para>The default value has no currency; every operation on it throws <see cref="InvalidOperationException"/>.</para>
/// <list type="table">
/// <listheader><term>Law</term><description>Meaning</description></listheader>
/// <item><term>Money + Money, Money - Money</term><description>Money of the same currency, or throws. Checked: throws on overflow.</description></item>
/// <item><term>Money * long</term><description>Money; throws on overflow.</description></item>
/// <item><term>money.Times(decimal, policy)</term><description>Money, rounded once.</description></item>
/// <item><term>money.Allocate(weights, shares)</term>
/// <description>Shares that sum to the whole, keep its sign, and lie less than a minor unit from the exact share; weight zero gets zero.</description></item>
/// <item><term>money.Split(shares)</term><description>Shares that sum to the whole and differ by at most one minor unit, the larger first.</description></item>
/// </list>
/// </remarks>
public readonly partial record struct Money : IComparable<Money>, IComparable
#if NET
    , System.Numerics.IComparisonOperators<Money, Money, bool>
#endif
{
    private readonly long _minorUnits;
    private readonly Currency _currency;

    private Money(long minorUnits, Currency currency)
    {
        _minorUnits = minorUnits;
        _currency = currency;
    }

    /// <summary>Gets the amount in minor units: 73,200 for 732.00 yuan.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public long MinorUnits
    {
        get
        {
            ThrowIfDefault();
            return _minorUnits;
        }
    }

    /// <summary>Gets the currency.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public Currency Currency
    {
        get
        {
            ThrowIfDefault();
            return _currency;
        }
    }

    /// <summary>Gets the amount in units of the currency: 732.00 for 73,200 fen, with the currency's number of decimals.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public decimal Amount
    {
        get
        {
            var magnitude = _minorUnits < 0 ? unchecked((ulong)-_minorUnits) : (ulong)_minorUnits;
            return new decimal(unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, _minorUnits < 0, (byte)Currency.DecimalDigits);
        }
    }

    /// <summary>Gets a value indicating whether the amount is zero.</summary>
    public bool IsZero => MinorUnits == 0;

    /// <summary>Gets a value indicating whether the amount is below zero.</summary>
    public bool IsNegative => MinorUnits < 0;

    /// <summary>Gets a value indicating whether the amount is above zero.</summary>
    public bool IsPositive => MinorUnits > 0;

    /// <summary>Returns zero in one currency.</summary>
    /// <param name="currency">The currency.</param>
    /// <returns>Zero.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is the default value.</exception>
    public static Money Zero(Currency currency) => FromMinorUnits(0, currency);

    /// <summary>Creates an amount from minor units.</summary>
    /// <param name="minorUnits">73,200 for 732.00 yuan.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is the default value.</exception>
    public static Money FromMinorUnits(long minorUnits, Currency currency)
    {
        if (currency.IsDefault)
            throw new ArgumentException("An amount needs a currency; it was default(Currency).", nameof(currency));
        return new Money(minorUnits, currency);
    }

    /// <summary>Creates an amount from units of the currency, exactly.</summary>
    /// <param name="amount">732.00 for 732 yuan.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> has more decimals than the currency, or does not fit.</exception>
    public static Money FromAmount(decimal amount, Currency currency) =>
        TryFromAmount(amount, currency, out var money)
            ? money
            : throw new ArgumentOutOfRangeException(
                nameof(amount),
                amount,
                "An amount in " + currency + " has at most " + currency.DecimalDigits.ToString(CultureInfo.InvariantCulture) + " decimals and fits 64 bits of minor units.");

    /// <summary>Creates an amount from units of the currency, exactly, where the number may not be one.</summary>
    /// <param name="amount">732.00 for 732 yuan.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="money">The amount; the default value on failure.</param>
    /// <returns>Whether the number is a whole count of minor units that fits.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is the default value.</exception>
    public static bool TryFromAmount(decimal amount, Currency currency, out Money money)
    {
        if (currency.IsDefault)
            throw new ArgumentException("An amount needs a currency; it was default(Currency).", nameof(currency));
        money = default;
        if (amount is > long.MaxValue or < long.MinValue)
            return false;
        var minorUnits = amount * currency.MinorUnitsPerUnit;
        if (minorUnits is > long.MaxValue or < long.MinValue || minorUnits != decimal.Truncate(minorUnits))
            return false;
        money = new Money((long)minorUnits, currency);
        return true;
    }

    /// <summary>Creates an amount from units of the currency, rounding what is finer than a minor unit.</summary>
    /// <param name="amount">A number of units with any decimals.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="rounding">What happens to a fraction of a minor unit.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is the default value.</exception>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static Money FromAmount(decimal amount, Currency currency, RoundingPolicy rounding)
    {
        if (currency.IsDefault)
            throw new ArgumentException("An amount needs a currency; it was default(Currency).", nameof(currency));
        return new Money(decimal.ToInt64(Rounding.Whole(amount * currency.MinorUnitsPerUnit, rounding)), currency);
    }

    /// <summary>Reads an amount as <see cref="ToString"/> writes it: the code, a space and the number with all its decimals.</summary>
    /// <param name="text">For example "CNY 732.00".</param>
    /// <param name="money">The amount; the default value on failure.</param>
    /// <returns>Whether the text is such an amount.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Money money)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        money = default;
        return text is { Length: > 4 } && text[3] == ' '
            && Currency.TryParse(text.Substring(0, 3), out var currency)
            && decimal.TryParse(text.Substring(4), Style, CultureInfo.InvariantCulture, out var amount)
            && TryFromAmount(amount, currency, out money);
    }

    /// <summary>Returns the amount times a quantity that may have decimals, rounded once.</summary>
    /// <param name="quantity">For example 4.5 liters.</param>
    /// <param name="rounding">What happens to a fraction of a minor unit.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">The result does not fit.</exception>
    public Money Times(decimal quantity, RoundingPolicy rounding) =>
        new(decimal.ToInt64(Rounding.Whole(MinorUnits * quantity, rounding)), _currency);

    /// <summary>Returns the amount times a fraction of two whole numbers, rounded once.</summary>
    /// <param name="numerator">Above the line.</param>
    /// <param name="denominator">Below the line; not zero.</param>
    /// <param name="rounding">What happens to a fraction of a minor unit.</param>
    /// <returns>The part.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    /// <exception cref="OverflowException">The result does not fit.</exception>
    public Money Times(long numerator, long denominator, RoundingPolicy rounding)
    {
        if (denominator == 0)
            throw new DivideByZeroException("The denominator was zero.");
        return new Money(Rounding.Scale(MinorUnits, numerator, denominator, rounding), _currency);
    }

    /// <summary>Returns the amount rounded to a multiple of a coin or note.</summary>
    /// <param name="increment">The smallest step, above zero: 0.10 yuan to drop the fen.</param>
    /// <param name="rounding">Which multiple is taken.</param>
    /// <returns>The multiple.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="increment"/> is not above zero.</exception>
    /// <exception cref="OverflowException">The result does not fit.</exception>
    public Money RoundTo(Money increment, RoundingPolicy rounding)
    {
        ThrowIfOther(increment);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(increment._minorUnits, nameof(increment));
        return new Money(Rounding.Scale(_minorUnits, 1, increment._minorUnits, rounding) * increment._minorUnits, _currency);
    }

    /// <summary>Returns the smaller of two amounts.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other.</param>
    /// <returns>The smaller.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money Min(Money left, Money right) => left <= right ? left : right;

    /// <summary>Returns the larger of two amounts.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other.</param>
    /// <returns>The larger.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>Returns the code and the number with all its decimals, as in "CNY 732.00".</summary>
    /// <returns>The text, the same in every culture; an empty text for the default value.</returns>
    public override string ToString() =>
        _currency.IsDefault ? string.Empty : _currency.Code + " " + Amount.ToString(CultureInfo.InvariantCulture);

    private void ThrowIfDefault()
    {
        if (_currency.IsDefault)
            throw new InvalidOperationException("default(Money) has no currency; use Money.Zero(currency).");
    }

    private void ThrowIfOther(Money other)
    {
        ThrowIfDefault();
        other.ThrowIfDefault();
        if (_currency != other._currency)
            throw new InvalidOperationException("Amounts of two currencies do not mix: they were " + _currency + " and " + other._currency + ".");
    }
}
