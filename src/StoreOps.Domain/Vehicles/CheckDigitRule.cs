namespace StoreOps.Domain.Vehicles;

/// <summary>Where a check digit is required, and what a wrong one says.</summary>
internal static class CheckDigitRule
{
    /// <summary>Tells whether the place of manufacture or the market requires one: 49 CFR 565 for North America, GB 16735 for China.</summary>
    public static bool IsRequired(Vin vin, string? market) =>
        IsNorthAmerican(vin) || vin[1] is 'L' or 'H' || IsOneOf(market, "China", "CN", "US", "USA", "Canada");

    /// <summary>Judges the check digit.</summary>
    public static CheckDigitVerdict Judge(Vin vin, string? market)
    {
        if (vin.HasValidCheckDigit)
            return CheckDigitVerdict.Valid;
        if (IsRequired(vin, market))
            return CheckDigitVerdict.Invalid;

        // A check digit is a digit or an X; any other letter at position 9 is the maker's own.
        return vin.CheckDigit is (>= '0' and <= '9') or 'X' ? CheckDigitVerdict.Doubtful : CheckDigitVerdict.NotUsed;
    }

    public static bool IsNorthAmerican(Vin vin) => vin[1] is >= '1' and <= '5';

    private static bool IsOneOf(string? market, params ReadOnlySpan<string> names)
    {
        if (market is null)
            return false;
        foreach (var name in names)
        {
            if (string.Equals(market, name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
