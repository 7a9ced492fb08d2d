using System.Collections.Immutable;
using System.Text;

using StoreOps.Domain.Maintenance;

namespace StoreOps.Domain.Tests.Maintenance;

public class CatalogLoaderTests
{
    private const string Good = """
        {"schemaVersion":1,
         "slots":[{"id":"oil","name":{"zh":"机油","en":"Oil"}}],
         "items":[
          {"number":1,"id":"one","name":{"zh":"一","en":"One"},"actions":["replace"],"powertrains":["petrol"],"slots":["oil"],"relations":[{"kind":"requires","item":"two"}]},
          {"number":2,"id":"two","name":{"zh":"二","en":"Two"},"actions":["replace"],"powertrains":["petrol"],"slots":[]}],
         "components":[{"id":"part","name":{"zh":"件","en":"Part"},"items":["one"]}]}
        """;

    [Fact]
    public void TryLoad_Good_IsRead()
    {
        Assert.True(MaintenanceCatalog.TryLoad(Encoding.UTF8.GetBytes(Good), out var catalog, out var issues));
        Assert.Empty(issues);
        Assert.Equal(["one"], catalog.FindComponent("part")!.ItemIds.AsEnumerable());
        Assert.Equal(["two"], catalog.FindComponent("two")!.ItemIds.AsEnumerable());
        Assert.Null(catalog.FindComponent("three"));
        Assert.Null(catalog.FindItem("part"));
    }

    [Theory]
    [InlineData("SOD003", "$.items[0].name.en", "\"zh\":\"一\",\"en\":\"One\"", "\"zh\":\"一\"")]
    [InlineData("SOD004", "$.items[0].slots[0]", "\"slots\":[\"oil\"]", "\"slots\":[null]")]
    [InlineData("SOD004", "$.slots[0]", "\"slots\":[{", "\"slots\":[null,{")]
    [InlineData("SOD005", "$.items[0].relations[0].kind", "\"requires\"", "\"Requires\"")]
    [InlineData("SOD010", "$.schemaVersion", "\"schemaVersion\":1", "\"schemaVersion\":0")]
    [InlineData("SOD011", "$.items", "\"id\":\"two\"", "\"id\":\"one\"")]
    [InlineData("SOD011", "$.items", "\"number\":2", "\"number\":1")]
    [InlineData("SOD011", "$.items", "\"id\":\"part\"", "\"id\":\"two\"")]
    [InlineData("SOD012", "$.items[0].slots[1]", "\"slots\":[\"oil\"]", "\"slots\":[\"oil\",\"water\"]")]
    [InlineData("SOD012", "$.items[0].relations[0].item", "\"item\":\"two\"", "\"item\":\"part\"")]
    [InlineData("SOD012", "$.components[0].items[1]", "\"items\":[\"one\"]", "\"items\":[\"one\",\"nine\"]")]
    [InlineData("SOD013", "$.items[0].relations[0].item", "\"item\":\"two\"", "\"item\":\"one\"")]
    [InlineData("SOD045", "$.items[0].relations[0].item", "\"slots\":[]", "\"slots\":[],\"relations\":[{\"kind\":\"together\",\"item\":\"one\"},{\"kind\":\"conflicts\",\"item\":\"one\"}]")]
    [InlineData("SOD013", "$.items[1].relations[0].item", "\"slots\":[]", "\"slots\":[],\"relations\":[{\"kind\":\"requires\",\"item\":\"one\"}]")]
    public void TryLoad_OneMistake_IsReportedWhereItStands(string code, string path, string right, string wrong)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);
        Assert.Contains(Refuse(Good.Replace(right, wrong, StringComparison.Ordinal)), issue => issue.Code == code && issue.Path == path);
    }

    [Fact]
    public void TryLoad_CycleOfOtherRelations_IsAccepted()
    {
        var text = Good.Replace("requires", "together", StringComparison.Ordinal)
            .Replace("\"slots\":[]", "\"slots\":[],\"relations\":[{\"kind\":\"together\",\"item\":\"one\"}]", StringComparison.Ordinal);
        Assert.True(MaintenanceCatalog.TryLoad(Encoding.UTF8.GetBytes(text), out _, out var issues), string.Join("; ", issues));
    }

    private static ImmutableArray<LoadIssue> Refuse(string text)
    {
        Assert.False(MaintenanceCatalog.TryLoad(Encoding.UTF8.GetBytes(text), out var catalog, out var issues));
        Assert.Null(catalog);
        return issues;
    }
}
