namespace StoreOps.Domain.Vehicles;

/// <summary>Reads a VIN from what a scanner or a person made of it, and says what it may have meant. It proposes and never decides.</summary>
/// <remarks>
/// <para>Laws. A VIN whose check digit is right, or whose maker is known where none is required, has no candidates. A candidate's check digit is
/// right wherever one is required. A candidate of an unknown maker is made only where the text's own wrong check digit demands a repair,
/// or where nothing but I, O, Q and notation was changed. Order of the candidates: known maker, possible model year, digits at the end,
/// kind of change, position.</para>
/// <para>At most one error is repaired beside I, O, Q and notation. Cost: some 600 check digits, tens of microseconds.</para>
/// </remarks>
public sealed class VinRepair
{
    /// <summary>The most candidates that are given.</summary>
    public const int MaxCandidates = 100;

    /// <summary>The number of candidates given where none is asked for.</summary>
    public const int DefaultCandidates = 5;

    private readonly WmiCatalog _makers;
    private readonly VinDecoder _decoder;

    /// <summary>Initializes a new instance of the <see cref="VinRepair"/> class.</summary>
    /// <param name="makers">The identifiers of makers; null for those that come with the library.</param>
    public VinRepair(WmiCatalog? makers = null)
    {
        _makers = makers ?? WmiCatalog.BuiltIn;
        _decoder = new VinDecoder(_makers);
    }

    /// <summary>Reads a text and gives what it may have meant.</summary>
    /// <param name="text">The text as scanned or typed.</param>
    /// <param name="context">What else is known of the vehicle; its market tells whether a check digit is required.</param>
    /// <param name="most">The most candidates to give, from 1 to <see cref="MaxCandidates"/>.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is out of its range.</exception>
    public VinReading Read(ReadOnlySpan<char> text, VinContext context = default, int most = DefaultCandidates)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MaxCandidates);
        var vin = Vin.TryParse(text, out var read, out var problem) ? read : (Vin?)null;
        var scan = VinScan.Of(text);
        if (vin is null)
            problem = scan.Problem(problem);
        if (!scan.IsNear)
            return new VinReading(vin, problem, []);

        var search = new VinSearch(_makers, context, scan);
        search.Run();
        return new VinReading(vin, problem, search.Best(most, _decoder));
    }
}
