using System.Buffers;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Recommend.Evaluation;

namespace StoreOps.Recommend.Tests.Evaluation;

public sealed class OfferLogTests
{
    private static readonly Arbitrary<OfferRecord[]> Offers = (
        from day in Gen.Choose(-100_000, 1_000_000)
        from query in Gen.Elements("q1", "订单-7", "a \"quoted\" id", "x\ny")
        from part in Gen.Elements("pad-1", "零件", "\\")
        from rank in Gen.Choose(1, 100)
        from chance in Gen.Choose(0, 1_000_000)
        from propensity in Gen.Choose(1, 1_000_000)
        from outcome in Gen.Choose(0, 3)
        select new OfferRecord(new LocalDate(2000, 1, 1).PlusDays(day), query, part, rank, chance / 1e6, propensity / 1e6, (OfferOutcome)outcome)).ArrayOf().ToArbitrary();

    [Fact]
    public void Read_OfWhatWasWritten_IsTheSame() => Prop.ForAll(Offers, offers =>
    {
        Assert.Equal(offers, OfferLog.Read(Bytes(offers), out var issues));
        Assert.Empty(issues);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_OfATornLog_LosesNothingButTheTornLine() => Prop.ForAll(Offers, Gen.Choose(1, 20).ToArbitrary(), (offers, torn) =>
    {
        if (offers.Length == 0)
            return;
        var bytes = Bytes(offers);
        var read = OfferLog.Read(bytes.AsSpan(0, bytes.Length - 1 - torn), out var issues);
        Assert.Equal(offers.Take(offers.Length - 1), read);
        Assert.StartsWith("line " + offers.Length + " ", Assert.Single(issues).Path, StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_OfWrongLines_TellsAllOfThem()
    {
        const string Right = """{"offeredOn":"2026-01-31","query":"q1","part":"pad-1","rank":1,"chance":0.4,"propensity":1,"outcome":"accepted"}""";
        var lines = string.Join(
            '\n',
            Right,
            "",
            Right.Replace("0.4", "1.4", StringComparison.Ordinal).Replace("\"rank\":1", "\"rank\":0", StringComparison.Ordinal),
            Right.Replace("2026-01-31", "31.1.2026", StringComparison.Ordinal),
            Right.Replace("accepted", "taken", StringComparison.Ordinal),
            Right.Replace("2026-01-31", "-9998-01-01", StringComparison.Ordinal),
            Right.Replace("}", ",\"more\":1}", StringComparison.Ordinal),
            "[]",
            Right + "\r");
        Assert.Equal(2, OfferLog.Read(Encoding.UTF8.GetBytes(lines), out var issues).Length);
        Assert.Equal(
            ["line 3 $.rank", "line 3 $.chance", "line 4 $.offeredOn", "line 5 $.outcome", "line 6 $.offeredOn", "line 7 $.more", "line 8 $"],
            issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Read_OfAnyBytes_NeverThrows() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Offers, (bytes, offers) =>
    {
        OfferLog.Read(bytes, out _);
        var mixed = Bytes(offers);
        for (var i = 0; i < bytes.Length && mixed.Length > 0; i++)
            mixed[(i * 31) % mixed.Length] ^= bytes[i];
        OfferLog.Read(mixed, out _);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Write_OfWhatWouldBeRefused_WritesNothing()
    {
        var output = new ArrayBufferWriter<byte>();
        var right = new OfferRecord(new LocalDate(2026, 1, 31), "q", "p", 1, 0.5, 1, OfferOutcome.Accepted);
        foreach (var wrong in new[] { right with { Rank = 0 }, right with { Chance = double.NaN }, right with { Propensity = 0 }, right with { PartId = "" }, right with { Outcome = (OfferOutcome)9 } })
            Assert.Throws<ArgumentException>(() => OfferLog.Write(wrong, output));
        Assert.Equal(0, output.WrittenCount);
    }

    private static byte[] Bytes(IEnumerable<OfferRecord> offers)
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (var offer in offers)
            OfferLog.Write(offer, output);
        return output.WrittenSpan.ToArray();
    }
}
