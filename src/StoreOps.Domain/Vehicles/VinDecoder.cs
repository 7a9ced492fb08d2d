namespace StoreOps.Domain.Vehicles;

/// <summary>Tells what a VIN says by itself: who built the vehicle, which model year, and whether the check digit is right. Allocates nothing.</summary>
public sealed class VinDecoder
{
    private const int CycleYears = 30;
    private const int FirstYear = 1980;

    private readonly WmiCatalog _makers;

    /// <summary>Initializes a new instance of the <see cref="VinDecoder"/> class.</summary>
    /// <param name="makers">The identifiers of makers; null for those that come with the library.</param>
    public VinDecoder(WmiCatalog? makers = null) => _makers = makers ?? WmiCatalog.BuiltIn;

    /// <summary>Decodes a VIN.</summary>
    /// <param name="vin">The VIN.</param>
    /// <param name="context">What else is known of the vehicle.</param>
    /// <returns>What the VIN tells; what it does not tell stays unknown.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="vin"/> is the default value.</exception>
    public DecodedVin Decode(Vin vin, VinContext context = default)
    {
        var maker = _makers.Find(vin);
        return new DecodedVin(vin, maker, MakeOf(vin, maker), YearOf(vin, maker, context), CheckDigitRule.Judge(vin, context.Market));
    }

    // A group that badges one identifier with several makes says which at position 5 (the vehicle descriptors that FCA US files under
    // 49 CFR 565); before 2010 its second letter told, C for Chrysler. Elsewhere the table's order decides.
    private static string? MakeOf(Vin vin, WmiEntry? maker)
    {
        if (maker is null || maker.Makes.IsEmpty)
            return null;
        if (maker.Makes.Length == 1 || !maker.Makes.Contains("Chrysler"))
            return maker.Makes[0];
        if (!char.IsLetter(vin[7]) && vin[2] == 'C')
            return "Chrysler";
        var brand = vin[5] switch { 'J' => "Jeep", 'D' => "Dodge", 'R' => "Ram", 'C' => "Chrysler", 'F' => "Fiat", _ => null };
        return brand is not null && maker.Makes.Contains(brand) ? brand : maker.Makes[0];
    }

    internal static ModelYear YearOf(Vin vin, WmiEntry? maker, VinContext context)
    {
        var early = FirstYearOf(vin[10]);
        if (early == 0)
            return default;
        var late = early + CycleYears;
        var latest = int.MaxValue;
        if (context.AsOf is { } today)
            latest = today.Year + 1;
        if (context.FirstRegistration is { } registered)
        {
            // A car is registered from the year before its model year on, and not decades after it was built.
            // A date before both years is mistaken, and decides nothing.
            var latestRegistered = Math.Min(latest, registered.Year + 1);
            if (early <= latestRegistered)
                return new ModelYear(ModelYearCertainty.Certain, late <= latestRegistered ? late : early, 0);
        }

        if (early > latest)
            return default;
        if (late > latest)
            return new ModelYear(ModelYearCertainty.Certain, early, 0);
        var mark = maker?.CycleMark ?? CycleMark.None;
        if (CheckDigitRule.IsNorthAmerican(vin) && mark != CycleMark.None)
        {
            // 49 CFR 565.15 (d): on light vehicles a letter at position 7 means 2010 or later. Nobody else follows that rule: a motorcycle of
            // 1995 may have a letter there.
            if (!char.IsLetter(vin[7]))
                return new ModelYear(ModelYearCertainty.Ambiguous, early, late);
            return mark == CycleMark.Binding
                ? new ModelYear(ModelYearCertainty.Certain, late, 0)
                : new ModelYear(ModelYearCertainty.Ambiguous, late, early);
        }

        // Only North America and China require a check digit, so one that is right outside both speaks for a car built for North America,
        // and then position 7 for the likelier year. It stays a likelihood: by chance one VIN in eleven is right.
        var isLikelyForNorthAmerica = vin[1] is not ('L' or 'H') && !CheckDigitRule.IsNorthAmerican(vin) && vin.HasValidCheckDigit;
        return isLikelyForNorthAmerica && !char.IsLetter(vin[7])
            ? new ModelYear(ModelYearCertainty.Ambiguous, early, late)
            : new ModelYear(ModelYearCertainty.Ambiguous, late, early);
    }

    private static int FirstYearOf(char code)
    {
        const string Codes = "ABCDEFGHJKLMNPRSTVWXY123456789";
        var position = Codes.IndexOf(code);
        return position < 0 ? 0 : FirstYear + position;
    }
}
