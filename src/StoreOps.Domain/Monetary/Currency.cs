using System.Diagnostics.CodeAnalysis;

namespace StoreOps.Domain.Monetary;

/// <summary>A currency of ISO 4217, by its three-letter code.</summary>
/// <remarks>
/// The default value is no currency: its members throw <see cref="InvalidOperationException"/>.
/// Only codes of ISO 4217 List One (2024) with a minor unit are known; funds codes, metals and test codes are not currencies of a shop.
/// </remarks>
public readonly record struct Currency
{
    // Code and number of decimal digits, in ordinal order for the binary search. Source: ISO 4217:2015 List One, published by SIX.
    private const string Table =
        "AED2AFN2ALL2AMD2AOA2ARS2AUD2AWG2AZN2BAM2BBD2BDT2BGN2BHD3BIF0BMD2BND2BOB2BRL2BSD2BTN2BWP2BYN2BZD2CAD2CDF2CHF2CLP0CNY2COP2" +
        "CRC2CUP2CVE2CZK2DJF0DKK2DOP2DZD2EGP2ERN2ETB2EUR2FJD2FKP2GBP2GEL2GHS2GIP2GMD2GNF0GTQ2GYD2HKD2HNL2HTG2HUF2IDR2ILS2INR2IQD3" +
        "IRR2ISK0JMD2JOD3JPY0KES2KGS2KHR2KMF0KPW2KRW0KWD3KYD2KZT2LAK2LBP2LKR2LRD2LSL2LYD3MAD2MDL2MGA2MKD2MMK2MNT2MOP2MRU2MUR2MVR2" +
        "MWK2MXN2MYR2MZN2NAD2NGN2NIO2NOK2NPR2NZD2OMR3PAB2PEN2PGK2PHP2PKR2PLN2PYG0QAR2RON2RSD2RUB2RWF0SAR2SBD2SCR2SDG2SEK2SGD2SHP2" +
        "SLE2SOS2SRD2SSP2STN2SVC2SYP2SZL2THB2TJS2TMT2TND3TOP2TRY2TTD2TWD2TZS2UAH2UGX0USD2UYU2UZS2VED2VES2VND0VUV0WST2XAF0XCD2XOF0" +
        "XPF0YER2ZAR2ZMW2ZWG2";

    private const int EntryLength = 4;

    private static readonly string[] Codes = ReadCodes();

    // One above the position in the table, so that the default value is no currency.
    private readonly byte _number;

    private Currency(int position) => _number = (byte)(position + 1);

    /// <summary>Gets the Chinese yuan (renminbi).</summary>
    public static Currency Cny { get; } = Parse("CNY");

    /// <summary>Gets the euro.</summary>
    public static Currency Eur { get; } = Parse("EUR");

    /// <summary>Gets the United States dollar.</summary>
    public static Currency Usd { get; } = Parse("USD");

    /// <summary>Gets the three-letter code.</summary>
    /// <value>Three capital letters.</value>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Code => Codes[Position];

    /// <summary>Gets the number of decimal digits of the minor unit.</summary>
    /// <value>0 (yen), 2 (yuan) or 3 (dinar).</value>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public int DecimalDigits => Table[(Position * EntryLength) + 3] - '0';

    /// <summary>Gets how many minor units make one unit.</summary>
    /// <value>1, 100 or 1,000.</value>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public int MinorUnitsPerUnit => DecimalDigits switch { 0 => 1, 2 => 100, _ => 1_000 };

    internal bool IsDefault => _number == 0;

    private int Position => _number == 0
        ? throw new InvalidOperationException("default(Currency) is no currency; use Currency.Parse(\"CNY\") or a property such as Currency.Cny.")
        : _number - 1;

    /// <summary>Finds a currency by its code.</summary>
    /// <param name="code">The three capital letters.</param>
    /// <param name="currency">The currency; the default value when the code is not known.</param>
    /// <returns>Whether the code is known.</returns>
    public static bool TryParse([NotNullWhen(true)] string? code, out Currency currency)
    {
        var position = code is null ? -1 : Array.BinarySearch(Codes, code, StringComparer.Ordinal);
        currency = position < 0 ? default : new Currency(position);
        return position >= 0;
    }

    /// <summary>Finds a currency by its code.</summary>
    /// <param name="code">The three capital letters.</param>
    /// <returns>The currency.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="FormatException">The code is not one of ISO 4217.</exception>
    public static Currency Parse(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TryParse(code, out var currency)
            ? currency
            : throw new FormatException("A currency is a three-letter code of ISO 4217 such as CNY; it was \"" + code + "\".");
    }

    /// <summary>Returns the code.</summary>
    /// <returns>The three letters; an empty text for the default value.</returns>
    public override string ToString() => IsDefault ? string.Empty : Code;

    private static string[] ReadCodes()
    {
        var codes = new string[Table.Length / EntryLength];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = Table.Substring(i * EntryLength, 3);
        return codes;
    }
}
