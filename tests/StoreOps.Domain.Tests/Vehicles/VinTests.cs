using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

using StoreOps.Domain.Vehicles;
using StoreOps.Testing;

namespace StoreOps.Domain.Tests.Vehicles;

public class VinTests
{
    // ISO 3779: no I, O and Q; the values repeat, so that some corruptions cannot be seen.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    private const string Values = "012345678912345678123457923456789";

    private static Gen<string> AnyText { get; } = Gen.Elements(Alphabet.ToCharArray()).ArrayOf(Vin.Length).Select(characters => new string(characters));

    [Theory]
    [InlineData("1M8GDM9AXKP042788")]
    [InlineData("11111111111111111")]
    [InlineData("LFV3A23C8D3000001")]
    [InlineData("ZZZZZZZZZZZZZZZZZ")]
    public void Parse_Vin_RoundTrips(string text)
    {
        var vin = Vin.Parse(text);
        Assert.Equal(text, vin.ToString());
        Assert.Equal(text, new string([.. Enumerable.Range(1, Vin.Length).Select(position => vin[position])]));
        Assert.Equal(text[..3], vin.Wmi);
        Assert.Equal(text[8], vin.CheckDigit);
        Assert.Equal(vin, Vin.Parse("\t " + text.ToLowerInvariant() + "\u3000\r\n"));
    }

    [Fact]
    public void Parse_AnyVin_RoundTrips() => Prop.ForAll(AnyText.ToArbitrary(), text => Vin.Parse(text).ToString() == text).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("az-Latn-AZ")]
    [InlineData("ar-SA")]
    public void Parse_SmallLetters_AreTheSameInEveryCulture(string name)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(name);
            Assert.Equal("JHMZZ12345X678901", Vin.Parse("jhmzz12345x678901").ToString());
            Assert.False(Vin.TryParse("jhmzi12345x678901", out _));
            Assert.False(Vin.TryParse("jhmz\u012012345x678901", out _));
            Assert.False(Vin.TryParse("jhmz\u013112345x678901", out _));
            Assert.False(Vin.TryParse("12345678", out _, out var problem));
            Assert.Equal("A VIN has 17 characters; it had 8.", problem.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("   ", 0)]
    [InlineData("1M8GDM9AXKP04278", 16)]
    [InlineData("1M8GDM9AXKP0427889", 18)]
    [InlineData("I", 1)]
    public void TryParse_WrongLength_SaysHowLong(string text, int length)
    {
        Assert.False(Vin.TryParse(text, out var vin, out var problem));
        Assert.Equal(default, vin);
        Assert.Equal(new VinProblem(VinProblemKind.Length, length, default), problem);
    }

    [Theory]
    [InlineData("IM8GDM9AXKP042788", 1, 'I')]
    [InlineData("1M8GDM9AXKPO42788", 12, 'O')]
    [InlineData("1M8GDM9AXKP04278q", 17, 'q')]
    [InlineData("1M8GDM9A XP042788", 9, ' ')]
    [InlineData("1M8GDM9AXKP04278\uFF18", 17, '\uFF18')]
    [InlineData("1M8GDM9A\0KP042788", 9, '\0')]
    [InlineData("  1M8-DM9AXKP042788", 4, '-')]
    public void TryParse_WrongCharacter_SaysWhichAndWhere(string text, int position, char character)
    {
        Assert.False(Vin.TryParse(text, out _, out var problem));
        Assert.Equal(new VinProblem(VinProblemKind.Character, position, character), problem);
        var error = Assert.Throws<FormatException>(() => Vin.Parse(text));
        Assert.Contains(position.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_EveryAsciiCharacter_TakesThoseOfTheAlphabetAlone()
    {
        for (var character = '\u0001'; character < 256; character++)
        {
            var isTaken = Vin.TryParse("1M8GDM9A" + character + "KP042788", out _);
            Assert.Equal(character < 128 && Alphabet.Contains(char.ToUpperInvariant(character), StringComparison.Ordinal), isTaken);
        }
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() => Prop.ForAll<string>(text =>
    {
        var isVin = Vin.TryParse(text, out var vin, out var problem);
        return isVin ? problem.Kind == VinProblemKind.None && vin.ToString().Length == Vin.Length : problem.Kind != VinProblemKind.None;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_AnySeventeenCharacters_NeverThrows() => Prop.ForAll(
        Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf(Vin.Length).ToArbitrary(),
        characters =>
        {
            _ = Vin.TryParse(characters, out _, out var problem);
            _ = problem.ToString();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_Null_Throws() => Assert.Throws<ArgumentNullException>(() => Vin.Parse((string)null!));

    [Fact]
    public void Members_DefaultValue_Throw()
    {
        var vin = default(Vin);
        Assert.Throws<InvalidOperationException>(() => vin[1]);
        Assert.Throws<InvalidOperationException>(() => vin.CheckDigit);
        Assert.Throws<InvalidOperationException>(() => vin.ExpectedCheckDigit);
        Assert.Throws<InvalidOperationException>(() => vin.HasValidCheckDigit);
        Assert.Throws<InvalidOperationException>(() => vin.IsSmallMaker);
        Assert.Throws<InvalidOperationException>(() => vin.Wmi);
        Assert.Throws<InvalidOperationException>(() => new VinDecoder().Decode(vin));
        Assert.Throws<InvalidOperationException>(() => WmiCatalog.BuiltIn.Find(vin));
        Assert.Equal(string.Empty, vin.ToString());
        Assert.Equal(string.Empty, vin.ToLogString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(18)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Indexer_NoSuchPosition_Throws(int position) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Vin.Parse("1M8GDM9AXKP042788")[position]);

    [Fact]
    public void CompareTo_Vins_IsTheOrdinalOrderOfTheirTexts()
    {
        OrderContract.Check(
            default, Vin.Parse("00000000000000000"), Vin.Parse("00000000000000001"), Vin.Parse("0000000090000000A"), Vin.Parse("00000000A00000000"),
            Vin.Parse("1M8GDM9AXKP042788"), Vin.Parse("ZZZZZZZZZZZZZZZZZ"));
        Prop.ForAll(AnyText.ToArbitrary(), AnyText.ToArbitrary(), (left, right) =>
        {
            var (a, b) = (Vin.Parse(left), Vin.Parse(right));
            var expected = Math.Sign(string.CompareOrdinal(left, right));
            return Math.Sign(a.CompareTo(b)) == expected
                && (a < b) == (expected < 0) && (a > b) == (expected > 0) && (a <= b) == (expected <= 0) && (a >= b) == (expected >= 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Equals_Vins_ComparesAllCharacters() => EqualityContract.Check(
        Vin.Parse("1M8GDM9AXKP042788"), Vin.Parse("1m8gdm9axkp042788"),
        default, Vin.Parse("2M8GDM9AXKP042788"), Vin.Parse("1M8GDM9AXKP042789"), Vin.Parse("1M8GDM9A1KP042788"));

    [Fact]
    public void ToLogString_AnyVin_HidesTheSerialNumber() => Prop.ForAll(
        AnyText.ToArbitrary(),
        text => Vin.Parse(text).ToLogString() == text[..11] + "******").QuickCheckThrowOnFailure();

    // The worked example of 49 CFR 565.15, and two that follow from the arithmetic alone.
    [Theory]
    [InlineData("1M8GDM9AXKP042788", 'X')]
    [InlineData("11111111111111111", '1')]
    [InlineData("5GZCZ43D13S812715", '1')]
    public void ExpectedCheckDigit_KnownVin_IsRight(string text, char digit)
    {
        Assert.Equal(digit, Vin.Parse(text).ExpectedCheckDigit);
        Assert.True(Vin.Parse(text).HasValidCheckDigit);
    }

    [Fact]
    public void HasValidCheckDigit_OneCharacterCorrupted_SeesAllButEqualValues()
    {
        var corruptions =
            from text in AnyText
            from position in Gen.Choose(0, Vin.Length - 1)
            from character in Gen.Elements(Alphabet.ToCharArray())
            select (Right: WithCheckDigit(text), Position: position, Character: character);
        var config = Config.QuickThrowOnFailure.WithMaxTest(2_000);
        Check.One(config, Prop.ForAll(corruptions.ToArbitrary(), one =>
        {
            var before = one.Right[one.Position];
            var after = one.Right[..one.Position] + one.Character + one.Right[(one.Position + 1)..];
            var isSeen = !Vin.Parse(after).HasValidCheckDigit;
            return isSeen == (one.Position == 8 ? before != one.Character : ValueOf(before) != ValueOf(one.Character));
        }));
    }

    [Fact]
    public void ParseAndDecode_AfterWarmUp_AllocatesNothing()
    {
        string[] texts = ["1M8GDM9AXKP042788", "LFV3A23C8D3000001", "1A9AA11A1AA097123", "00000000000000000", "NOT-A-VIN"];
        var decoder = new VinDecoder();
        var known = DecodeAll(texts, decoder);
        // The runtime itself may allocate while it replaces code that has become hot; what the calls allocate is in every round.
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var again = DecodeAll(texts, decoder);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal(known, again);
        }

        Assert.Equal(0, least);
    }

    private static int DecodeAll(string[] texts, VinDecoder decoder)
    {
        var sum = 0;
        for (var round = 0; round < 100; round++)
        {
            foreach (var text in texts)
            {
                if (!Vin.TryParse(text, out var vin))
                    continue;
                var decoded = decoder.Decode(vin, new VinContext("China"));
                sum += decoded.ModelYear.Year + (vin.HasValidCheckDigit ? 1 : 0) + (decoded.Make?.Length ?? 0);
            }
        }

        return sum;
    }

    private static string WithCheckDigit(string text) => text[..8] + Vin.Parse(text).ExpectedCheckDigit + text[9..];

    private static char ValueOf(char character) => Values[Alphabet.IndexOf(character, StringComparison.Ordinal)];
}
