using System.Text.Json;

using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tests.Expressions;

/// <summary>CEL's own conformance cases: what this subset accepts of them, it answers as CEL does.</summary>
public class CelConformanceTests
{
    [SharedDataFact("cel-cases.json")]
    public void Evaluate_EveryCaseTheSubsetAccepts_AnswersAsCel()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(SharedDataFactAttribute.PathOf("cel-cases.json")));
        var accepted = 0;
        var schema = new FactSchema([]);
        foreach (var one in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            var source = one.GetProperty("expr").GetString()!;
            if (!new ConditionCompiler(schema).TryCompile(source, out var condition, out _))
                continue;
            var expect = one.GetProperty("expect");
            if (!expect.TryGetProperty("value", out var value) || value.GetProperty("type").GetString() != "bool")
                Assert.Fail(source + " is accepted; CEL says " + expect);
            var expected = value.GetProperty("value").ToString();
            Assert.True(string.Equals(expected, condition.Evaluate(new FactSet(schema)).ToString(), StringComparison.OrdinalIgnoreCase), source + " is " + expected);
            accepted++;
        }

        Assert.InRange(accepted, 48, int.MaxValue);
    }
}
