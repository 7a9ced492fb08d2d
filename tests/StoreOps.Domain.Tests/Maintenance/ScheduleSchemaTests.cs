using System.Text.Json.Nodes;

using StoreOps.Domain.Maintenance;

namespace StoreOps.Domain.Tests.Maintenance;

public class ScheduleSchemaTests
{
    [Fact]
    public void JsonSchema_IsTheCommittedFile()
    {
        var path = Committed();
        if (Environment.GetEnvironmentVariable("STOREOPS_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, MaintenanceSchedule.JsonSchema());
        }

        Assert.Equal(File.ReadAllText(path), MaintenanceSchedule.JsonSchema());
    }

    [Fact]
    public void JsonSchema_DescribesAndClosesItsMembers()
    {
        var rule = JsonNode.Parse(MaintenanceSchedule.JsonSchema())!["properties"]!["rules"]!["items"]!;
        Assert.False((bool)rule["additionalProperties"]!);
        Assert.Equal("The repeat interval in kilometers.", (string?)rule["properties"]!["everyKilometers"]!["description"]);
        Assert.Contains("component", rule["required"]!.AsArray().Select(name => (string?)name));
    }

    private static string Committed() => Path.Combine(StoreOps.Testing.RepositoryFolder.Path, "schema", "schedule.schema.json");
}
