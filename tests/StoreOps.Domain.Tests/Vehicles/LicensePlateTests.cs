using FsCheck;
using FsCheck.Fluent;

using StoreOps.Domain.Vehicles;
using StoreOps.Testing;

namespace StoreOps.Domain.Tests.Vehicles;

public class LicensePlateTests
{
    [Theory]
    [InlineData("\u8C6BA12345", "\u8C6BA12345", PlateKind.China)]
    [InlineData("\u8C6Ba\u00B712 34-5", "\u8C6BA12345", PlateKind.China)]
    [InlineData("\u4EACAD12345", "\u4EACAD12345", PlateKind.ChinaNewEnergy)]
    [InlineData("\u7CA4Z1234\u6E2F", "\u7CA4Z1234\u6E2F", PlateKind.ChinaSpecial)]
    [InlineData("\u8C6BA1234\u5B66", "\u8C6BA1234\u5B66", PlateKind.ChinaSpecial)]
    [InlineData("\u8C6BA1234I", "\u8C6BA1234I", PlateKind.Other)]
    [InlineData("\u8C6BA1234O", "\u8C6BA1234O", PlateKind.Other)]
    [InlineData("\u8C6B112345", "\u8C6B112345", PlateKind.Other)]
    [InlineData("XA12345", "XA12345", PlateKind.Other)]
    [InlineData("M-AB 1234", "MAB1234", PlateKind.Other)]
    [InlineData("\u8C6BA1234", "\u8C6BA1234", PlateKind.Other)]
    [InlineData("\u8C6BA1234567", "\u8C6BA1234567", PlateKind.Other)]
    public void Parse_Plate_IsNormalizedAndTold(string text, string normalized, PlateKind kind)
    {
        var plate = LicensePlate.Parse(text);
        Assert.Equal(normalized, plate.Text);
        Assert.Equal(kind, plate.Kind);
        Assert.Equal(plate, LicensePlate.Parse(plate.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" -.\u00B7")]
    [InlineData("1234567890123")]
    [InlineData("AB_12")]
    [InlineData("AB\u200B12")]
    public void TryParse_NoPlate_IsRefused(string? text)
    {
        Assert.False(LicensePlate.TryParse(text, out var plate));
        Assert.Null(plate);
    }

    [Fact]
    public void Parse_NoPlate_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => LicensePlate.Parse(null!));
        Assert.Throws<FormatException>(() => LicensePlate.Parse("?"));
    }

    [Fact]
    public void Equals_Plates_ComparesNormalizedText() =>
        EqualityContract.Check(LicensePlate.Parse("ab 12"), LicensePlate.Parse("A.B-12"), LicensePlate.Parse("AB13"));

    [Fact]
    public void TryParse_AnyText_NeverThrows() => Prop.ForAll<string>(text =>
        !LicensePlate.TryParse(text, out var plate) || plate.Text.Length is > 0 and <= LicensePlate.MaxLength).QuickCheckThrowOnFailure();
}
