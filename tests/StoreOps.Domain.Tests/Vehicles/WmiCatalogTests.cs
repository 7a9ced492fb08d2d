using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Vehicles;

public class WmiCatalogTests
{
    [Theory]
    [InlineData("LFV", "Volkswagen")]
    [InlineData("LSV", "Volkswagen")]
    [InlineData("LGX", "BYD")]
    [InlineData("LRW", "Tesla")]
    [InlineData("WVW", "Volkswagen")]
    public void Find_KnownIdentifier_TellsTheMake(string wmi, string make)
    {
        var entry = WmiCatalog.BuiltIn.Find(Vin.Parse(wmi + "11111111111111"));
        Assert.NotNull(entry);
        Assert.Equal(wmi, entry.Wmi);
        Assert.Equal(make, entry.Makes[0]);
    }

    [Fact]
    public void Find_ChineseJointVenture_HasItsChineseName() =>
        Assert.Equal("\u4E00\u6C7D-\u5927\u4F17", WmiCatalog.BuiltIn.Find(Vin.Parse("LFV11111111111111"))?.ChineseName);

    // Positions 12 to 14 tell small makers apart, and only where position 3 is a nine.
    [Fact]
    public void Find_SmallMaker_IsFoundBySixCharacters()
    {
        var entry = WmiCatalog.BuiltIn.Find(Vin.Parse("1A911111111097123"));
        Assert.Equal("1A9097", entry?.Wmi);
        Assert.NotEqual("1A9097", WmiCatalog.BuiltIn.Find(Vin.Parse("1A911111111098123"))?.Wmi);
        Assert.NotEqual("1A9097", WmiCatalog.BuiltIn.Find(Vin.Parse("1A811111111097123"))?.Wmi);
    }

    [Fact]
    public void Find_EverySmallMaker_IsFoundByItsOwnVin()
    {
        foreach (var entry in WmiCatalog.BuiltIn.Entries.Where(entry => entry.Wmi.Length == 6 && entry.Wmi[2] == '9'))
            Assert.Same(entry, WmiCatalog.BuiltIn.Find(Vin.Parse(entry.Wmi[..3] + "11111111" + entry.Wmi[3..] + "123")));
    }

    [Fact]
    public void Find_EveryThreeCharacters_AreWhatTheListHas()
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
        var entries = WmiCatalog.BuiltIn.Entries.Where(entry => entry.Wmi.Length == 3).ToDictionary(entry => entry.Wmi, StringComparer.Ordinal);
        Assert.True(entries.Count > 2_000);
        foreach (var wmi in from a in Alphabet from b in Alphabet from c in Alphabet where c != '9' select new string([a, b, c]))
            Assert.Same(entries.GetValueOrDefault(wmi), WmiCatalog.BuiltIn.Find(Vin.Parse(wmi + "11111111000111")));
    }

    [Fact]
    public async Task Find_ManyThreadsAtOnce_GetOneEntry()
    {
        var vin = Vin.Parse("YV111111111111111");
        var found = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => WmiCatalog.BuiltIn.Find(vin))));
        Assert.NotNull(found[0]);
        Assert.All(found, entry => Assert.Same(found[0], entry));
    }

    [Fact]
    public void Find_UnknownIdentifier_IsNull()
    {
        var vin = Vin.Parse("00011111111111111");
        Assert.Null(WmiCatalog.BuiltIn.Find(vin));
        Assert.Null(new VinDecoder().Decode(vin).Maker);
        Assert.Null(new VinDecoder().Decode(vin).Make);
    }

    [Fact]
    public void Entries_BuiltIn_HaveSourceAndAreSortedAndUnique()
    {
        var entries = WmiCatalog.BuiltIn.Entries;
        Assert.Equal(WmiCatalog.BuiltIn.Count, entries.Length);
        Assert.True(entries.Length > 5_000);
        Assert.All(entries, entry =>
        {
            Assert.NotEqual(WmiSources.None, entry.Sources);
            Assert.NotEmpty(entry.Manufacturer);
            Assert.All(entry.Makes, make => Assert.Equal(make.Trim(), Assert.IsType<string>(make)));
            Assert.DoesNotContain(string.Empty, entry.Makes);
        });
        Assert.Equal(entries.Length, entries.Select(entry => entry.Wmi).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Entries_BuiltIn_NoLegalFormPassesForAMake() => Assert.All(
        WmiCatalog.BuiltIn.Entries,
        entry => Assert.DoesNotContain(entry.Makes, make =>
            make.TrimEnd('.').ToUpperInvariant() is "INC" or "LLC" or "LTD" or "CO" or "CORP" or "L.L.C" or "L.P" or "LIMITED"));

    [Fact]
    public void With_FurtherEntries_ReplaceAndJoin()
    {
        var catalog = WmiCatalog.BuiltIn.With(
        [
            new WmiEntry("LFV", "Ours", ["Jetta"], null, WmiSources.Host),
            new WmiEntry("000", "New", ["Newmake"], null, WmiSources.Host),
            new WmiEntry("009ABC", "Small", ["Smallmake"], null, WmiSources.Host),
        ]);
        Assert.Equal("Jetta", catalog.Find(Vin.Parse("LFV11111111111111"))?.Makes[0]);
        Assert.Equal("New", catalog.Find(Vin.Parse("00011111111111111"))?.Manufacturer);
        Assert.Equal("Small", catalog.Find(Vin.Parse("00911111111ABC111"))?.Manufacturer);
        Assert.Equal("BYD", catalog.Find(Vin.Parse("LGX11111111111111"))?.Makes[0]);
        Assert.Equal(WmiCatalog.BuiltIn.Count + 2, catalog.Count);
        Assert.Equal("Volkswagen", WmiCatalog.BuiltIn.Find(Vin.Parse("LFV11111111111111"))?.Makes[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("LF")]
    [InlineData("LFVX")]
    [InlineData("LFI")]
    [InlineData("LF ")]
    [InlineData("LF\u4E00")]
    public void With_NoIdentifier_Throws(string wmi)
    {
        var error = Assert.Throws<ArgumentException>(() => WmiCatalog.BuiltIn.With([new WmiEntry(wmi, "x", [], null, WmiSources.Host)]));
        Assert.Contains("\"" + wmi + "\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => WmiCatalog.BuiltIn.With((IEnumerable<WmiEntry>)null!));
        Assert.ThrowsAny<ArgumentException>(() => WmiCatalog.BuiltIn.With([null!]));
        Assert.ThrowsAny<ArgumentException>(() => WmiCatalog.BuiltIn.With([new WmiEntry(null!, "x", [], null, WmiSources.Host)]));
    }

    [Fact]
    public void With_MakesLeftDefault_CountAsNone()
    {
        var catalog = WmiCatalog.BuiltIn.With([new WmiEntry("000", "New", default, null, WmiSources.Host)]);
        Assert.Null(new VinDecoder(catalog).Decode(Vin.Parse("00011111111111111")).Make);
    }

    [Fact]
    public void Resource_OfMakers_IsSmall()
    {
        using var resource = typeof(WmiCatalog).Assembly.GetManifestResourceStream("StoreOps.Domain.Vehicles.wmi.bin");
        Assert.InRange(resource!.Length, 1, 400 * 1_024);
    }
}
