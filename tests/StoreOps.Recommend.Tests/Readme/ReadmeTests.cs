using StoreOps.Testing;

namespace StoreOps.Recommend.Tests.Readme;

[Collection(nameof(AloneWithTheConsole))]
public class ReadmeTests
{
    private static string Readme { get; } = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "README.md"));

    [Fact]
    public void Readme_TheExample_IsTheOneCompiledHere()
    {
        var source = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/StoreOps.Recommend.Tests/Readme/ReadmeExample.cs"));
        Assert.Equal(Lines(Between(source, "// <readme>", "// </readme>")), Lines(Between(Readme, "```csharp", "```")));
    }

    [Fact]
    public void Readme_TheExample_PrintsWhatTheReadmeSays()
    {
        var console = Console.Out;
        using var printed = new StringWriter();
        try
        {
            Console.SetOut(printed);
            ReadmeExample.Run();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal(Between(Readme, "It prints `", "`"), printed.ToString().TrimEnd());
    }

    [Theory]
    [InlineData("dotnet run -c Release --project samples/Reception", "samples/Reception/Reception.csproj")]
    [InlineData("dotnet test -c Release", "StoreOps.Sdk.sln")]
    public void Readme_TheTwoCommands_NameWhatIsThere(string command, string file)
    {
        Assert.Contains(command, Readme, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(RepositoryFolder.Path, file)));
    }

    [Fact]
    public void Readme_EveryLink_LeadsSomewhere()
    {
        foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(Readme, @"\]\((?<target>[^)]+)\)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
        {
            var path = Path.Combine(RepositoryFolder.Path, link.Groups["target"].Value);
            Assert.True(File.Exists(path) || Directory.Exists(path), "README.md links to " + link.Groups["target"].Value);
        }
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}

/// <summary>What other tests print at the same time would be taken for the example's own words.</summary>
[CollectionDefinition(nameof(AloneWithTheConsole), DisableParallelization = true)]
public class AloneWithTheConsole;
