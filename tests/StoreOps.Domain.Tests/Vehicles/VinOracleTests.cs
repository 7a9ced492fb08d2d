using System.Text.Json;

using NodaTime;

using StoreOps.Domain.Vehicles;
using StoreOps.Testing;

namespace StoreOps.Domain.Tests.Vehicles;

/// <summary>The VINs of the test suites of other decoders, with what those say of them.</summary>
public class VinOracleTests
{
    private static readonly VinDecoder Decoder = new();
    private static readonly VinContext Context = new(AsOf: new LocalDate(2026, 11, 23));

    [Fact]
    public void TryParse_VinsOfOthers_AcceptsWhatIsWellFormedAlone() => Assert.All(Cases(), one =>
        Assert.Equal(IsWellFormed(one), Vin.TryParse(one.GetProperty("vin").GetString(), out _)));

    [Fact]
    public void CheckDigit_VinsOfOthers_IsTheArithmetic()
    {
        var wellFormed = Cases().Where(IsWellFormed).ToArray();
        Assert.True(wellFormed.Length > 200);
        Assert.All(wellFormed, one =>
        {
            var vin = Vin.Parse(one.GetProperty("vin").GetString()!);
            Assert.Equal(one.GetProperty("computed").GetProperty("check_digit").GetString(), vin.ExpectedCheckDigit.ToString());
            Assert.Equal(one.GetProperty("computed").GetProperty("check_digit_valid").GetBoolean(), vin.HasValidCheckDigit);
        });
    }

    [Fact]
    public void Decode_VinsOfOthers_AgreesOnTheMake() => AssertShare(
        95,
        one => one.GetProperty("expect").TryGetProperty("make", out var make) && make.ValueKind == JsonValueKind.String ? make.GetString() : null,
        (make, decoded) => Squash(decoded.Make) == Squash(make));

    [Fact]
    public void Decode_VinsOfOthers_AgreesOnTheYear() => AssertShare(
        98,
        one => one.GetProperty("expect").TryGetProperty("year", out var year) && year.ValueKind == JsonValueKind.Number ? (int?)year.GetInt32() : null,
        (year, decoded) => decoded.ModelYear.Year == year);

    private static void AssertShare<T>(int percent, Func<JsonElement, T?> expected, Func<T, DecodedVin, bool> isRight)
    {
        var asked = Cases().Where(one => IsWellFormed(one) && expected(one) is not null).ToArray();
        Assert.True(asked.Length > 100);
        var wrong = asked.Where(one => !isRight(expected(one)!, Decoder.Decode(Vin.Parse(one.GetProperty("vin").GetString()!), Context)))
            .Select(one => one.GetProperty("vin").GetString() + " " + one.GetProperty("expect").GetRawText())
            .ToArray();
        Assert.True(
            (asked.Length - wrong.Length) * 100 >= asked.Length * percent,
            wrong.Length + " of " + asked.Length + " differ:\n" + string.Join('\n', wrong));
    }

    private static JsonElement[] Cases()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFolder.Path, "tests", "data", "vins.json")));
        return [.. document.RootElement.GetProperty("vins").EnumerateArray().Select(one => one.Clone())];
    }

    private static bool IsWellFormed(JsonElement one) =>
        one.GetProperty("computed").GetProperty("length_ok").GetBoolean() && one.GetProperty("computed").GetProperty("chars_ok").GetBoolean();

    private static string Squash(string? make) => new([.. (make ?? string.Empty).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
