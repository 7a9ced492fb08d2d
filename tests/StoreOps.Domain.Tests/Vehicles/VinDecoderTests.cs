using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Vehicles;

public class VinDecoderTests
{
    private static readonly VinDecoder Decoder = new();
    private static readonly LocalDate Today = new(2026, 11, 23);

    // 49 CFR 565.15, table VII: the letters without I, O, Q, U and Z, then the digits from 1, thirty years a round.
    [Fact]
    public void Decode_EveryYearCode_FollowsTheTable()
    {
        const string Codes = "ABCDEFGHJKLMNPRSTVWXY123456789";
        for (var i = 0; i < Codes.Length; i++)
        {
            var old = Year("1HG11111", Codes[i], '1');
            Assert.Equal((1980 + i, 2010 + i), (old.Year, old.OtherYear));
            var recent = Year("1HG111A1", Codes[i], '1');
            Assert.Equal(new ModelYear(ModelYearCertainty.Certain, 2010 + i, 0), recent);
        }
    }

    [Theory]
    [InlineData('0')]
    [InlineData('U')]
    [InlineData('Z')]
    public void Decode_NoYearCode_IsNotEncoded(char code)
    {
        Assert.Equal(default, Year("WVW11111", code, '1'));
        Assert.Equal(ModelYearCertainty.NotEncoded, Year("WVW11111", code, '1', new VinContext(AsOf: Today, FirstRegistration: Today)).Certainty);
    }

    [Fact]
    public void Decode_LaterYearNotYetReached_IsTheEarlierOne()
    {
        var context = new VinContext(AsOf: Today);
        Assert.Equal(new ModelYear(ModelYearCertainty.Certain, 1998, 0), Year("LFV11111", 'W', '1', context));
        Assert.Equal(2027, Year("LFV11111", 'V', '1', context).Year);
        Assert.Equal(ModelYearCertainty.Ambiguous, Year("LFV11111", 'V', '1', context).Certainty);
    }

    [Theory]
    [InlineData('D', 2013, 2013)]
    [InlineData('D', 2012, 2013)]
    [InlineData('D', 1999, 1983)]
    [InlineData('9', 2010, 2009)]
    public void Decode_FirstRegistration_Decides(char code, int registered, int year) => Assert.Equal(
        new ModelYear(ModelYearCertainty.Certain, year, 0),
        Year("LFV11111", code, '1', new VinContext("China", new LocalDate(registered, 6, 1), Today)));

    // A car registered in 1990 is of no model year 2009: what stands at position 10 is then no year at all.
    [Fact]
    public void Decode_NoYearIsPossible_IsNotEncoded()
    {
        Assert.Equal(default, Year("WVW11111", '9', '1', new VinContext(AsOf: new LocalDate(2007, 6, 1))));
        Assert.Equal(default, Year("1HG111A1", 'D', '1', new VinContext(AsOf: new LocalDate(1981, 6, 1))));
    }

    [Fact]
    public void Decode_Anywhere_TheLikelierYearIsNotInTheFuture()
    {
        foreach (var code in "ABCDEFGHJKLMNPRSTVWXY123456789")
        {
            foreach (var head in new[] { "LFV11111", "WVW11111", "1HG11111", "1HG111A1", "JHM111A1" })
            {
                var year = Year(head, code, '1', new VinContext(AsOf: Today));
                Assert.InRange(year.Year, 1980, Today.Year + 1);
                Assert.InRange(year.OtherYear, 0, Today.Year + 1);
                Assert.Equal(year.Certainty == ModelYearCertainty.Ambiguous, year.OtherYear != 0);
            }
        }
    }

    [Theory]
    [InlineData("1M8GDM9AXKP042788", null, CheckDigitVerdict.Valid)]
    [InlineData("1M8GDM9A1KP042788", null, CheckDigitVerdict.Invalid)]
    [InlineData("LFV11111011111111", null, CheckDigitVerdict.Invalid)]
    [InlineData("WVWZZZ1KZAW000001", null, CheckDigitVerdict.NotUsed)]
    [InlineData("WVWZZZ1KZAW000001", "Europe", CheckDigitVerdict.NotUsed)]
    [InlineData("WVWZZZ1KZAW000001", "china", CheckDigitVerdict.Invalid)]
    [InlineData("WVWZZZ1KZAW000001", "US", CheckDigitVerdict.Invalid)]
    [InlineData("WVWZZZ1KZAW000001", "Canada", CheckDigitVerdict.Invalid)]
    public void Decode_CheckDigit_IsJudgedByMarket(string vin, string? market, CheckDigitVerdict verdict) =>
        Assert.Equal(verdict, Decoder.Decode(Vin.Parse(vin), new VinContext(market)).CheckDigit);

    [Fact]
    public void Decode_GroupOfMakes_IsToldByPositionFive()
    {
        Assert.Equal("Dodge", Decoder.Decode(Vin.Parse("1C31D1A1111111111")).Make);
        Assert.Equal("Chrysler", Decoder.Decode(Vin.Parse("1C31C1A1111111111")).Make);
    }

    private static ModelYear Year(string firstEight, char code, char checkDigit, VinContext context = default) =>
        Decoder.Decode(Vin.Parse(firstEight + checkDigit + code + "1111111"), context).ModelYear;
}
