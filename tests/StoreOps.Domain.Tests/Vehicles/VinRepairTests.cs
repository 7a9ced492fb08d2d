using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Vehicles;

public class VinRepairTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    private const string Honda = "1HGCM82633A004352";
    private static readonly VinRepair Repair = new();
    private static readonly VinContext Today = new(AsOf: new LocalDate(2026, 11, 23));

    // The pairs of which the two differ in value, so that the check digit tells.
    private static readonly string[] Lookalikes = ["S5", "B8", "Z2", "G6", "D0", "17", "UV", "L1", "T7", "A4", "E3", "38", "69", "56", "VY", "MN", "EF", "PR", "BD"];

    [Theory]
    [InlineData("LHGCM82633A0O4352", "China", "O")]
    [InlineData("IHGCM82633A004352", null, "I")]
    [InlineData("1HGCM82633AQ04352", null, "Q")]
    [InlineData("ihgcm82633aoo4352", null, "I")]
    public void Read_LettersThatNoVinHas_AreReadAsDigits(string text, string? market, string first)
    {
        var reading = Repair.Read(text, Today with { Market = market });
        Assert.Null(reading.Vin);
        Assert.Equal(VinProblemKind.Character, reading.Problem.Kind);
        Assert.Equal(first[0], char.ToUpperInvariant(reading.Problem.Character));
        if (market is null)
        {
            var candidate = Assert.Single(reading.Candidates);
            Assert.Equal(Honda, candidate.Vin.ToString());
            Assert.All(candidate.Changes, change => Assert.Equal(VinChangeKind.ForbiddenLetter, change.Kind));
        }
    }

    [Theory]
    [InlineData(" 1HGCM-82633-A004352 ")]
    [InlineData("*1HGCM82633A004352*")]
    [InlineData("1HG CM8 263 3A0 043 52")]
    [InlineData("\uFF11\uFF28\uFF27\uFF23\uFF2D\uFF18\uFF12\uFF16\uFF13\uFF13\uFF21\uFF10\uFF10\uFF14\uFF13\uFF15\uFF12")]
    [InlineData("1\u041DG\u0421\u041C82633\u0410004352")]
    [InlineData("1hg\u0441m82633a004352")]
    public void Read_OtherNotation_IsProposedAndNotApplied(string text)
    {
        var reading = Repair.Read(text, Today);
        Assert.Null(reading.Vin);
        var candidate = Assert.Single(reading.Candidates);
        Assert.Equal(Honda, candidate.Vin.ToString());
        Assert.Equal(new VinChange(VinChangeKind.Notation, 0, default, default), Assert.Single(candidate.Changes));
    }

    [Theory]
    [InlineData(Honda)]
    [InlineData(" 1hgcm82633a004352\n")]
    [InlineData("WVWZZZ1KZAW000001")]
    [InlineData("WDB2030421A123456")]
    public void Read_NothingInDoubt_HasNoCandidates(string text)
    {
        var reading = Repair.Read(text, Today);
        Assert.Equal(Vin.Parse(text), reading.Vin);
        Assert.Equal(default, reading.Problem);
        Assert.Empty(reading.Candidates);
    }

    [Theory]
    [InlineData("1HGCM8Z633A004352", VinChangeKind.Lookalike, 7, 'Z', '2')]
    [InlineData("1HGCMB2633A004352", VinChangeKind.Lookalike, 6, 'B', '8')]
    [InlineData("1HGCM82633AD04352", VinChangeKind.Lookalike, 12, 'D', '0')]
    [InlineData("7HGCM82633A004352", VinChangeKind.Lookalike, 1, '7', '1')]
    [InlineData("1HGCM86233A004352", VinChangeKind.Transposed, 7, '6', '2')]
    [InlineData("1HGCM82633A00435Z", VinChangeKind.Lookalike, 17, 'Z', '2')]
    [InlineData("1HGCM826#3A004352", VinChangeKind.Replaced, 9, '#', '3')]
    [InlineData("1HGCM826334A004352", VinChangeKind.Removed, 11, '4', '\0')]
    [InlineData("11HGCM82633A004352", VinChangeKind.Removed, 1, '1', '\0')]
    [InlineData("I1HGCM82633A004352", VinChangeKind.Removed, 1, 'I', '\0')]
    [InlineData("1HGCM82633A00352", VinChangeKind.Inserted, 14, '\0', '4')]
    public void Read_OneError_IsAmongTheCandidatesWithItsChange(string text, VinChangeKind kind, int position, char from, char to)
    {
        var candidate = Assert.Single(Repair.Read(text, Today, VinRepair.MaxCandidates).Candidates, one => one.Vin == Vin.Parse(Honda));
        Assert.Equal(new VinChange(kind, position, from, to), Assert.Single(candidate.Changes));
    }

    // A letter that no VIN has is named where it stands in the VIN, wherever the repair before or behind it moved it.
    [Theory]
    [InlineData("11HGCM82633AOO4352", VinChangeKind.Removed, 1)]
    [InlineData("1HGCM82633AOO43522", VinChangeKind.Removed, 18)]
    [InlineData("HGCM82633AOO4352", VinChangeKind.Inserted, 1)]
    [InlineData("1HGCM82633AOO435", VinChangeKind.Inserted, 17)]
    public void Read_ForbiddenLettersBesideAnotherLength_AreNamedInTheirPlaces(string text, VinChangeKind kind, int position)
    {
        var candidate = Assert.Single(Repair.Read(text, Today, VinRepair.MaxCandidates).Candidates, one => one.Vin == Vin.Parse(Honda));
        Assert.Equal(
            [(VinChangeKind.ForbiddenLetter, 12, 'O'), (VinChangeKind.ForbiddenLetter, 13, 'O')],
            candidate.Changes.Where(one => one.Kind == VinChangeKind.ForbiddenLetter).Select(one => (one.Kind, one.Position, one.From)));
        Assert.Contains(candidate.Changes, one => one.Kind == kind && Math.Abs(one.Position - position) <= 1);
    }

    [Fact]
    public void Read_DoubledCharacter_IsLeftOutFirst()
    {
        var first = Repair.Read("1HGCM82633A0043522", Today).Candidates[0];
        Assert.Equal(Honda, first.Vin.ToString());
        Assert.Equal(VinChangeKind.Removed, first.Changes[0].Kind);
    }

    [Theory]
    [InlineData("1HGCM82633A00435", "16, one too few")]
    [InlineData("1HGCM82633A0043521", "18, one too many")]
    [InlineData("1HG-CM8-2633-A00435", "16, one too few")]
    public void Read_OneTooFewOrTooMany_IsNamed(string text, string expected) =>
        Assert.Contains(expected, Repair.Read(text, Today).Problem.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Read_LookalikesAndKnownMakers_ComeFirst()
    {
        var reading = Repair.Read("1HGCM8Z633A004352", Today, VinRepair.MaxCandidates);
        Assert.NotNull(reading.Vin);
        Assert.True(reading.Candidates.Length > 5);
        var known = reading.Candidates.Select(one => one.Decoded.Maker is null ? 1 : 0).ToArray();
        Assert.Equal(known.Order(), known);
        Assert.Equal(VinChangeKind.Lookalike, reading.Candidates[0].Changes[0].Kind);
        Assert.All(reading.Candidates, one => Assert.Equal(CheckDigitVerdict.Valid, one.Decoded.CheckDigit));
        Assert.Equal(reading.Candidates.Length, reading.Candidates.Select(one => one.Vin).Distinct().Count());
        Assert.Equal(reading.Candidates.Take(3).Select(one => one.Vin), Repair.Read("1HGCM8Z633A004352", Today, 3).Candidates.Select(one => one.Vin));
    }

    // The order that docs/vin.md names: known makers, possible years, serial numbers that end in digits, the kind of change; then place and text.
    [Theory]
    [InlineData("1HGCM8Z633A004352", null)]
    [InlineData("1HGCM82634A004352", null)]
    [InlineData("1HGCM82633A0D4S5Z", null)]
    [InlineData("LFV3A23C8D3000002", null)]
    [InlineData("VVWZZZ1KZAW000001", null)]
    [InlineData("WDB2030421A123456", "China")]
    public void Read_SeveralCandidates_StandInTheOrderOfTheirLikelihood(string text, string? market)
    {
        var context = Today with { Market = market };
        var candidates = Repair.Read(text, context, VinRepair.MaxCandidates).Candidates;
        Assert.NotEmpty(candidates);
        var ordered = candidates
            .OrderBy(one => one.Decoded.Maker is null)
            .ThenBy(one => IsRequired(one.Vin, market) && one.Decoded.ModelYear.Certainty == ModelYearCertainty.NotEncoded)
            .ThenBy(one => IsRequired(one.Vin, market) && one.Vin.ToString().Substring(13).Any(char.IsLetter))
            .ThenBy(one => one.Changes[^1].Kind)
            .ThenBy(one => one.Changes[^1].Position)
            .ThenBy(one => one.Vin.ToString(), StringComparer.Ordinal);
        Assert.Equal(ordered.Select(one => one.Vin), candidates.Select(one => one.Vin));
    }

    // A key struck twice, a key struck once too few beside its like, and a barcode's leading I come before other slips of their kind.
    [Theory]
    [InlineData("I1HGCM82633A004352", VinChangeKind.Removed)]
    [InlineData("1HGCM826333A004352", VinChangeKind.Removed)]
    [InlineData("1HGCM8263A004352", VinChangeKind.Inserted)]
    [InlineData("1HGCM82633A04352", VinChangeKind.Inserted)]
    public void Read_ALikelySlip_ComesBeforeOthersOfItsKind(string text, VinChangeKind kind)
    {
        var candidates = Repair.Read(text, Today, VinRepair.MaxCandidates).Candidates;
        Assert.Equal(Honda, candidates[0].Vin.ToString());
        Assert.Equal(kind, candidates[0].Changes[^1].Kind);
    }

    private static bool IsRequired(Vin vin, string? market) => market == "China" || vin[1] is 'L' or 'H' or (>= '1' and <= '5');

    [Fact]
    public void Read_MakerUnknownWithoutACheckDigit_IsOnlyRepairedToAKnownMaker()
    {
        var reading = Repair.Read("VVWZZZ1KZAW000001", Today, VinRepair.MaxCandidates);
        Assert.Contains(reading.Candidates, one => one.Vin == Vin.Parse("WVWZZZ1KZAW000001"));
        Assert.All(reading.Candidates, one => Assert.NotNull(one.Decoded.Maker));
        Assert.Empty(Repair.Read("00000000Z00000000", Today, VinRepair.MaxCandidates).Candidates);
    }

    [Fact]
    public void Read_SameCar_IsRepairedByMarketAlone()
    {
        Assert.Empty(Repair.Read("WDB2030421A123456", Today).Candidates);
        Assert.NotEmpty(Repair.Read("WDB2030421A123456", Today with { Market = "China" }).Candidates);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Read_ImpossibleNumber_Throws(int most) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Repair.Read(Honda, default, most));

    [Fact]
    public void Read_LookalikeInAnyPosition_OriginalIsAmongTheCandidates()
    {
        var cases =
            from text in ValidVins
            from position in Gen.Choose(0, 16)
            where Lookalikes.Any(pair => pair.Contains(text[position]))
            from pair in Gen.Elements(Lookalikes.Where(pair => pair.Contains(text[position])).ToArray())
            select (Right: text, Wrong: With(text, position, pair[0] == text[position] ? pair[1] : pair[0]));
        Check(cases, one =>
        {
            var read = Repair.Read(one.Wrong, Today with { Market = "China" }, VinRepair.MaxCandidates);
            return read.Candidates.Any(candidate => candidate.Vin.ToString() == one.Right && candidate.Changes[0].Kind == VinChangeKind.Lookalike);
        });
    }

    [Fact]
    public void Read_ForbiddenLetter_OriginalIsFirst()
    {
        var cases =
            from text in ValidVins
            from position in Gen.Choose(0, 16)
            where text[position] is '0' or '1'
            from letter in Gen.Elements(text[position] == '1' ? ['I'] : new[] { 'O', 'Q' })
            select (Right: text, Wrong: With(text, position, letter));
        Check(cases, one => Repair.Read(one.Wrong, Today).Candidates[0].Vin.ToString() == one.Right);
    }

    [Fact]
    public void Read_ValidVin_ChangesNothing() =>
        Check(ValidVins, text => Repair.Read(text, Today) is { Candidates.IsEmpty: true, Vin: { } vin } && vin.ToString() == text);

    [Fact]
    public void Read_AnyText_NeverThrowsAndIsBounded()
    {
        var near =
            from length in Gen.Choose(14, 20)
            from characters in Gen.ArrayOf(Gen.Elements((Alphabet + "IOQioq -\uFF21\uFF10\u0410#*\uD83D").ToCharArray()), length)
            select new string(characters);
        var any = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty);
        Check(Gen.OneOf(near, any), text =>
        {
            var reading = Repair.Read(text, Today, 7);
            _ = reading.ToString() + reading.Problem + string.Join(' ', reading.Candidates);
            return reading.Candidates.Length <= 7
                && reading.Candidates.All(one => !one.Changes.IsEmpty && one.Vin != reading.Vin && one.Decoded.CheckDigit != CheckDigitVerdict.Invalid);
        });
    }

    [Fact]
    public void ToString_ReadingCandidateAndChange_HideTheSerialNumber()
    {
        var reading = Repair.Read("1HGCM82633A0O4352", Today);
        var candidate = reading.Candidates[0];
        Assert.DoesNotContain("4352", reading + " " + candidate, StringComparison.Ordinal);
        Assert.Equal("Position 13: '*' is no character of a VIN; read as '*'.", candidate.Changes[0].ToString());
        Assert.Equal("Position 5: 'N' looks like 'M'.", new VinChange(VinChangeKind.Lookalike, 5, 'N', 'M').ToString());
        Assert.DoesNotContain("4352", Repair.Read(Honda, Today).ToString(), StringComparison.Ordinal);
    }

    private static Gen<string> ValidVins { get; } =
        from wmi in Gen.Elements("1HG", "5YJ", "LFV", "LSV", "LGX", "3VW", "2T1")
        from descriptor in Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), 5)
        from year in Gen.Elements("ABCDEFGHJKLMNPRSTVWXY123456789".ToCharArray())
        from plant in Gen.Elements(Alphabet.ToCharArray())
        from serial in Gen.Choose(0, 999_999)
        select WithCheckDigit(wmi + new string(descriptor) + "0" + year + plant + serial.ToString("D6", System.Globalization.CultureInfo.InvariantCulture));

    private static string WithCheckDigit(string text) => With(text, 8, Vin.Parse(text).ExpectedCheckDigit);

    private static string With(string text, int index, char character) => text[..index] + character + text[(index + 1)..];

    private static void Check<T>(Gen<T> cases, Func<T, bool> law) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(cases.ToArbitrary(), law));
}
