using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Vehicles;

public class VinCertaintyTests
{
    private static readonly VinDecoder Decoder = new();
    private static readonly VinContext Today = new(AsOf: new LocalDate(2026, 11, 23));

    [Theory]
    [InlineData("1HD1BML13SY012345")]   // Harley-Davidson of 1995: a letter at position 7 says nothing on a motorcycle.
    [InlineData("1FUYDZYB1TP123456")]   // Freightliner of 1996: nor on a heavy truck.
    public void Decode_LetterAtPositionSevenOutsideCars_LeavesTheYearOpen(string text) =>
        Assert.Equal(ModelYearCertainty.Ambiguous, Decoder.Decode(Vin.Parse(text), Today).ModelYear.Certainty);

    [Fact]
    public void Decode_LetterAtPositionSevenOfACar_IsCertain() =>
        Assert.Equal(new ModelYear(ModelYearCertainty.Certain, 2023, 0), Decoder.Decode(Vin.Parse("5YFB4MDE8PP030258"), Today).ModelYear);

    [Fact]
    public void Decode_RegisteredBeforeBothYears_DecidesNothing() =>
        Assert.Equal(
            ModelYearCertainty.Ambiguous,
            Decoder.Decode(Vin.Parse("WVWZZZ1JZ3W386752"), new VinContext(FirstRegistration: new LocalDate(1975, 1, 1))).ModelYear.Certainty);

    [Theory]
    [InlineData("ZA9AB2028JH999123")]   // Not Lamborghini: 999 is nobody's.
    [InlineData("1M9AB2028JH284123")]   // A trailer maker's; not Mosler.
    public void Decode_SmallMakerNotListed_IsUnknown(string text) => Assert.Null(Decoder.Decode(Vin.Parse(text)).Maker);

    [Fact]
    public void BuiltIn_KnowsNothingFromTheRejectedList() =>
        Assert.DoesNotContain(WmiCatalog.BuiltIn.Entries, entry => entry.Wmi is "L5K" or "L85" or "LBM" or "LDD" or "LFT" or "LFW" or "LHB" or "LMC");

    [Fact]
    public void ToString_DecodedVin_HidesTheSerialNumber() =>
        Assert.DoesNotContain("PP030258", Decoder.Decode(Vin.Parse("5YFB4MDE8PP030258")).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("\u4EACAABCDEF", PlateKind.Other)]
    [InlineData("\u4EACAD12345", PlateKind.ChinaNewEnergy)]
    [InlineData("\u4EACA12345F", PlateKind.ChinaNewEnergy)]
    [InlineData("\u4EAC\uFF21\uFF11\uFF12\uFF13\uFF14\uFF15", PlateKind.China)]
    [InlineData("\u4EACA1234\u8BD5", PlateKind.ChinaSpecial)]
    public void Parse_ChinesePlate_IsToldApart(string text, PlateKind kind) => Assert.Equal(kind, LicensePlate.Parse(text).Kind);
}
