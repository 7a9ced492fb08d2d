using NodaTime;

using StoreOps.Domain;
using StoreOps.Recommend.Localization;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Localization;

public class PartReasonTextTests
{
    private static readonly PartsModel Model = RecommendTrainer.Fit(
        [new TrainingVehicle("A", [new TrainingVisit(new LocalDate(2026, 1, 1), 10_000, ["oil", "oil-filter"])])]).Model;

    public static TheoryData<PartSignal> Signals => [.. Enum.GetValues<PartSignal>()];

    [Theory]
    [MemberData(nameof(Signals))]
    public void Sentence_EverySignal_SaysForAndAgainstInBothLanguages(PartSignal signal)
    {
        foreach (var (amount, of) in new[] { (0, 0), (0, 3), (1, 3), (2, 100), (130, 100), (-1, 0), (400_000, 0) })
        {
            if (amount < 0 && signal is not (PartSignal.KilometersSince or PartSignal.MonthsSince))
                continue;
            var texts = new List<string>();
            foreach (var value in new[] { 0.7, -0.7 })
            {
                var reason = new PartReason(signal, value, amount, of, 1);
                var (chinese, english) = (PartReasonText.Sentence(reason, Model, Language.Chinese), PartReasonText.Sentence(reason, Model, Language.English));
                Assert.Matches(@"^[A-Z0-9<][^{}]+\.$", english);
                Assert.DoesNotContain(english, IsChinese);
                Assert.Contains(chinese, IsChinese);
                Assert.EndsWith("。", chinese, StringComparison.Ordinal);
                texts.AddRange([chinese, english]);
            }

            Assert.Equal(4, texts.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Theory]
    [InlineData(PartSignal.VisitShare, 4, 6, "The vehicle took it at 4 of its 6 visits, which speaks for it.", "本车 6 次到店中有 4 次做过，支持推荐。")]
    [InlineData(PartSignal.KilometersSince, 12_000, 0, "The last one was 12,000 km ago; after as many it is often replaced.", "距上次已行驶 12,000 公里，到此里程常更换。")]
    [InlineData(PartSignal.MonthsSince, 1, 0, "The last one was 1 month ago; after as many it is often replaced.", "距上次已有 1 个月，到此时间常更换。")]
    [InlineData(PartSignal.Due, 112, 100, "112 % of its interval is used up: it is due.", "周期已用 112%，已到期。")]
    [InlineData(PartSignal.Due, 88, 100, "88 % of its interval is used up.", "周期已用 88%。")]
    [InlineData(PartSignal.Season, 11, 0, "It is in season: November sells it well.", "当季：11 月销量较高。")]
    [InlineData(PartSignal.SimilarVehicles, 262_144, 0, "Vehicles like this one take it at 50 % of their visits.", "同类车在 50% 的到店中做它。")]
    [InlineData(PartSignal.Usage, 32, 0, "Vehicles used like this one take it 1.5 times as often as others, which speaks for it.", "用途相同的车做它的频率是其他车的 1.5 倍，支持推荐。")]
    [InlineData(PartSignal.RepeatLift, 1_800, 0, "It is taken again 1.8 times as often as is usual after as many visits, which speaks for it.", "复购频率是同样间隔下通常水平的 1.8 倍，支持推荐。")]
    [InlineData(PartSignal.SameVisit, 40, 100, "It is often sold on one order with oil-filter (they go together by 40 %).", "常与“oil-filter”开在同一单（关联度 40%）。")]
    public void Sentence_WithItsNumbers_TellsThem(PartSignal signal, int amount, int of, string english, string chinese)
    {
        var with = signal == PartSignal.SameVisit ? Model.FindPart("oil-filter") : -1;
        var reason = new PartReason(signal, 0.7, amount, of, with);
        Assert.Equal(english, PartReasonText.Sentence(reason, Model, Language.English));
        Assert.Equal(chinese, PartReasonText.Sentence(reason, Model, Language.Chinese));
    }

    [Theory]
    [InlineData(PartSignal.KilometersSince, "The vehicle had oil-filter 9 km ago; after as many one of the kind is seldom taken.", "距上次做同类“oil-filter”已行驶 9 公里，到此里程很少再做同类项目。")]
    [InlineData(PartSignal.MonthsSince, "The vehicle had oil-filter 9 months ago; after as many one of the kind is seldom taken.", "距上次做同类“oil-filter”已有 9 个月，到此时间很少再做同类项目。")]
    public void Sentence_OfAPartTheVehicleNeverHad_NamesWhatItHadOfTheKind(PartSignal signal, string english, string chinese)
    {
        var reason = new PartReason(signal, -0.7, 9, 0, Model.FindPart("oil-filter"));
        Assert.Equal(english, PartReasonText.Sentence(reason, Model, Language.English));
        Assert.Equal(chinese, PartReasonText.Sentence(reason, Model, Language.Chinese));
    }

    [Fact]
    public void Sentence_WithNames_TellsTheNameAndNotTheId()
    {
        var reason = new PartReason(PartSignal.SameVehicle, 0.7, 0, 0, Model.FindPart("oil"));
        Assert.Equal("做过“机油”的车常也做它。", PartReasonText.Sentence(reason, Model, Language.Chinese, id => id == "oil" ? "机油" : id));
    }

    [Fact]
    public void Sentence_OfNoSignalOrPartOfTheModel_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PartReasonText.Sentence(new PartReason((PartSignal)24, 1, 0, 0, -1), Model, Language.English));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartReasonText.Sentence(new PartReason(PartSignal.SameVisit, 1, 0, 0, 2), Model, Language.English));
    }

    private static bool IsChinese(char unit) => unit is >= '\u3400' and <= '\u9fff';
}
