using BenchmarkDotNet.Attributes;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Benchmarks.Vehicles;

/// <summary>A VIN read, its check digit compared, and its maker and year looked up.</summary>
/// <remarks>What a regression costs: an import of a shop's cars does this for each of them, and a counter at every key typed.</remarks>
[MemoryDiagnoser]
public class VinBenchmarks
{
    private const string Text = "lfv3a23c8d3000001";
    private const string YearCodes = "ABCDEFGHJKLMNPRSTVWXY123456789";

    private readonly VinDecoder _decoder = new();
    private Dictionary<string, string> _makes = [];

    [GlobalSetup]
    public void Setup() => _makes = WmiCatalog.BuiltIn.Entries
        .Where(entry => !entry.Makes.IsEmpty)
        .ToDictionary(entry => entry.Wmi, entry => entry.Makes[0], StringComparer.Ordinal);

    /// <summary>The textbook form: capitals, substrings, a table of values as text, a dictionary.</summary>
    [Benchmark(Baseline = true)]
    public int Strings()
    {
        const string Letters = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
        int[] weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        var vin = Text.Trim().ToUpperInvariant();
        if (vin.Length != 17 || vin.Any(character => !char.IsAsciiLetterOrDigit(character) || "IOQ".Contains(character, StringComparison.Ordinal)))
            return 0;
        var remainder = vin.Select((character, i) => Letters.IndexOf(character, StringComparison.Ordinal) % 10 * weights[i]).Sum() % 11;
        var isRight = vin.Substring(8, 1) == (remainder == 10 ? "X" : remainder.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var year = 2010 + YearCodes.IndexOf(vin.Substring(9, 1), StringComparison.Ordinal);
        return year + (isRight ? 1 : 0) + (_makes.TryGetValue(vin[..3], out var make) ? make.Length : 0);
    }

    [Benchmark]
    public bool ParseAndCheckDigit() => Vin.TryParse(Text, out var vin) && vin.HasValidCheckDigit;

    [Benchmark]
    public int ParseAndDecode()
    {
        if (!Vin.TryParse(Text, out var vin))
            return 0;
        var decoded = _decoder.Decode(vin);
        return decoded.ModelYear.Year + (vin.HasValidCheckDigit ? 1 : 0) + (decoded.Make?.Length ?? 0);
    }
}
