using System.Collections.Immutable;
using System.Text;

using StoreOps.Domain.Maintenance;

namespace StoreOps.Domain.Tests.Maintenance;

public class ScheduleLoaderTests
{
    private const string Good = """
        {"$schema":"x","schemaVersion":1,"id":"test","vehicle":{"make":"Make","models":["One"],"powertrains":["petrol"]},
         "source":{"url":"","kind":"test","license":"none"},"confidence":"high","coverage":"test","severeConditions":{"A":"dust"},
         "rules":[{"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"severe":{"everyKilometers":5000,"when":["A"]}}]}
        """;

    [Theory]
    [InlineData("SOD001", "$", "{\"$schema\"", "{\"$schema")]
    [InlineData("SOD001", "$", "\"test\",\"vehicle", "\"te\\ud800st\",\"vehicle")]
    [InlineData("SOD002", "$.rules[0].evreyMonths", "\"everyKilometers\":10000", "\"evreyMonths\":12")]
    [InlineData("SOD003", "$.coverage", "\"coverage\":\"test\",", "")]
    [InlineData("SOD003", "$.rules[0].component", "\"component\":\"engine-oil\",", "")]
    [InlineData("SOD004", "$.rules[0].everyKilometers", ":10000", ":\"10000\"")]
    [InlineData("SOD004", "$.rules[0].everyKilometers", ":10000", ":10000.5")]
    [InlineData("SOD004", "$.rules[0].everyKilometers", ":10000", ":3000000000")]
    [InlineData("SOD004", "$.vehicle.models[0]", "[\"One\"]", "[null]")]
    [InlineData("SOD004", "$.rules[0]", "[{\"component\"", "[null,{\"component\"")]
    [InlineData("SOD004", "$.rules[0].severe.when[0]", "[\"A\"]", "[null]")]
    [InlineData("SOD004", "$.severeConditions.A", "\"dust\"", "null")]
    [InlineData("SOD004", "$.id", "\"test\",\"vehicle", "null,\"vehicle")]
    [InlineData("SOD004", "$.rules", "[{\"component\"", "{},\"x\":[{\"component\"")]
    [InlineData("SOD005", "$.confidence", "\"high\"", "\"certain\"")]
    [InlineData("SOD005", "$.confidence", "\"high\"", "2")]
    [InlineData("SOD005", "$.rules[0].actions[0]", "[\"replace\"]", "[\"Replace\"]")]
    [InlineData("SOD006", "$.id", "\"id\":\"test\"", "\"id\":\"test\",\"id\":\"other\"")]
    [InlineData("SOD010", "$.schemaVersion", ":1,", ":2,")]
    [InlineData("SOD020", "$.rules[0].component", "\"engine-oil\"", "\"\"")]
    [InlineData("SOD021", "$.rules[0].actions", "[\"replace\"]", "[]")]
    [InlineData("SOD022", "$.rules[0].severe.when", "[\"A\"]", "[\"A\",\"Z\"]")]
    [InlineData("SOD023", "$.rules[0].follows", "\"everyKilometers\":10000", "\"follows\":\"oil-filter\"")]
    [InlineData("SOD023", "$.rules[0].follows", "\"everyKilometers\":10000", "\"follows\":\"engine-oil\"")]
    [InlineData("SOD024", "$.vehicle.fromModelYear", "\"models\"", "\"fromModelYear\":2020,\"toModelYear\":2019,\"models\"")]
    [InlineData("SOD025", "$.rules[0].everyKilometers", ":10000", ":-1")]
    [InlineData("SOD025", "$.rules[0].everyKilometers", ":10000", ":2000001")]
    [InlineData("SOD025", "$.rules[0].severe.everyKilometers", ":5000", ":0")]
    [InlineData("SOD025", "$.rules[0].markets[0].everyMonths", ":10000", ":10000,\"markets\":[{\"markets\":[\"US\"],\"everyMonths\":601}]")]
    [InlineData("SOD025", "$.baseVisit.everyMonths", "\"rules\"", "\"baseVisit\":{\"everyMonths\":0},\"rules\"")]
    public void TryLoad_OneMistake_IsReportedWhereItStands(string code, string path, string right, string wrong)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);
        var issues = Refuse(Good.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(issues, issue => issue.Code == code && (issue.Path == path || code == "SOD001"));
        Assert.All(issues, issue => Assert.EndsWith(".", issue.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void TryLoad_SeveralMistakes_AreAllReportedAtOnce()
    {
        var issues = Refuse(Good
            .Replace("\"high\"", "\"certain\"", StringComparison.Ordinal)
            .Replace("\"id\":\"test\",", string.Empty, StringComparison.Ordinal)
            .Replace("[\"replace\"]", "[\"mend\",\"clean\",7]", StringComparison.Ordinal)
            .Replace(":10000", ":true", StringComparison.Ordinal)
            .Replace("\"kind\"", "\"knid\"", StringComparison.Ordinal));
        Assert.Equal(
            ["$.confidence", "$.id", "$.rules[0].actions[0]", "$.rules[0].actions[2]", "$.rules[0].everyKilometers", "$.source.kind", "$.source.knid"],
            issues.Select(issue => issue.Path).Order(StringComparer.Ordinal));

        issues = Refuse(Good
            .Replace(":1,", ":9,", StringComparison.Ordinal)
            .Replace(":10000", ":0,\"everyMonths\":0,\"follows\":\"x\"", StringComparison.Ordinal)
            .Replace("[\"A\"]", "[\"B\",\"C\"]", StringComparison.Ordinal));
        Assert.Equal(["SOD010", "SOD022", "SOD022", "SOD023", "SOD025", "SOD025"], issues.Select(issue => issue.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"pointsKilometers\":[5000]", "SOD026 $.rules[0].pointsKilometers")]
    [InlineData("\"pointsRepeat\":true", "SOD026 $.rules[0].pointsRepeat")]
    [InlineData("\"meterLimit\":{\"meter\":\"\",\"every\":0,\"first\":-1}", "SOD027 $.rules[0].meterLimit.meter; SOD025 $.rules[0].meterLimit.every; SOD025 $.rules[0].meterLimit.first")]
    [InlineData("\"tolerance\":{\"kilometers\":-1,\"days\":9999}", "SOD025 $.rules[0].tolerance.kilometers; SOD025 $.rules[0].tolerance.days")]
    [InlineData("\"measurement\":{\"quantity\":\"pad\",\"unit\":\"mm\"}", "SOD028 $.rules[0].measurement")]
    [InlineData("\"fromModelYear\":2020,\"toModelYear\":2019", "SOD024 $.rules[0].fromModelYear")]
    public void TryLoad_FeatureOutOfOrder_IsRefusedWithItsPlace(string member, string expected) =>
        Assert.Equal(expected, string.Join("; ", Refuse(Good.Replace("\"everyKilometers\":10000", "\"everyKilometers\":10000," + member, StringComparison.Ordinal))
            .Select(issue => issue.Code + " " + issue.Path)));

    [Theory]
    [InlineData("[]", "SOD026 $.rules[0].pointsKilometers")]
    [InlineData("[5000,5000]", "SOD026 $.rules[0].pointsKilometers[1]")]
    [InlineData("[0,9000000]", "SOD025 $.rules[0].pointsKilometers[0]; SOD025 $.rules[0].pointsKilometers[1]")]
    public void TryLoad_PointsOutOfOrder_AreRefusedWithTheirPlace(string points, string expected) =>
        Assert.Equal(expected, string.Join("; ", Refuse(Good.Replace("\"everyKilometers\":10000", "\"pointsKilometers\":" + points, StringComparison.Ordinal))
            .Select(issue => issue.Code + " " + issue.Path)));

    [Fact]
    public void TryLoad_SevereTriggerOutOfRange_IsRefusedWithItsPlace() =>
        Assert.Equal(
            ["$.severeTriggers.A.fromAgeYears", "$.severeTriggers.A.fromKilometers"],
            Refuse(Good.Replace("\"rules\"", "\"severeTriggers\":{\"A\":{\"fromAgeYears\":0,\"fromKilometers\":0}},\"rules\"", StringComparison.Ordinal)).Select(issue => issue.Path));

    [Fact]
    public void TryLoad_UnknownMember_SaysWhichAreKnown() =>
        Assert.Contains("everyKilometers", Refuse(Good.Replace("\"everyKilometers\":10000", "\"every\":1", StringComparison.Ordinal))[0].Detail, StringComparison.Ordinal);

    [Fact]
    public void TryLoad_LongWrongValue_IsShownShortened() =>
        Assert.InRange(Refuse(Good.Replace("\"high\"", "\"" + new string('x', 100_000) + "\"", StringComparison.Ordinal))[0].Detail.Length, 20, 300);

    [Theory]
    [InlineData("{\"$schema\"", "/* ours */ {\"$schema\"")]
    [InlineData("\"rules\":[", "// line\n\"rules\":[ /* first */ ")]
    [InlineData("\"when\":[\"A\"]", "\"when\":[\"A\",],")]
    [InlineData("\"everyKilometers\":10000", "\"everyKilometers\": /* km */ 10000")]
    public void TryLoad_CommentsAndTrailingCommas_AreAccepted(string from, string to) => Accept(Encoding.UTF8.GetBytes(Good.Replace(from, to, StringComparison.Ordinal)));

    [Fact]
    public void TryLoad_ByteOrderMark_IsAccepted() => Accept([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]);

    [Fact]
    public void TryLoad_Annotations_AreCarried()
    {
        var schedule = Accept(Encoding.UTF8.GetBytes(Good.Replace("\"rules\"", "\"annotations\":{\"a\":{\"b\":[1,/*c*/ null,]}},\"rules\"", StringComparison.Ordinal)));
        Assert.Equal("a", schedule.Annotations.Single().Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{} {}")]
    [InlineData("\ufeff\ufeff{}")]
    public void TryLoad_NoSchedule_IsRefused(string text) => Refuse(text);

    [Theory]
    [InlineData('[', 100_000)]
    [InlineData('[', 65)]
    public void TryLoad_DeepNesting_IsRefused(char open, int depth)
    {
        Refuse(new string(open, depth));
        var nested = new string('[', depth) + new string(']', depth);
        Refuse(Good.Replace("\"rules\"", "\"annotations\":{\"a\":" + nested + "},\"rules\"", StringComparison.Ordinal));
    }

    [Fact]
    public void TryLoad_TooLarge_IsRefusedUnread() =>
        Assert.Equal("SOD007", Assert.Single(Refuse(new string(' ', (16 * 1024 * 1024) + 1))).Code);

    private static MaintenanceSchedule Accept(byte[] bytes)
    {
        var isRead = MaintenanceSchedule.TryLoad(bytes, out var schedule, out var issues);
        Assert.True(isRead, string.Join("; ", issues));
        Assert.Equal(10_000, schedule!.Rules.Single().Limits.EveryKilometers);
        return schedule;
    }

    private static ImmutableArray<LoadIssue> Refuse(string text)
    {
        Assert.False(MaintenanceSchedule.TryLoad(Encoding.UTF8.GetBytes(text), out var schedule, out var issues));
        Assert.Null(schedule);
        Assert.NotEmpty(issues);
        return issues;
    }
}
