using System.Reflection;
using Xunit;

namespace StoreOps.Testing;

/// <summary>Compares the public surface of a library with the text that was approved for it.</summary>
/// <remarks>A change of the API is thereby a change of a file, which a reviewer sees.</remarks>
public static class ApprovedApi
{
    /// <summary>Checks that the surface is as approved; writes what it is now beside the build output if not.</summary>
    /// <param name="assembly">The library; its approved text is <c>tests/NAME.Tests/Api/NAME.approved.txt</c>.</param>
    public static void Check(Assembly assembly)
    {
        var name = assembly.GetName().Name!;
        var approvedFile = Path.Combine(RepositoryFolder.Path, "tests", $"{name}.Tests", "Api", $"{name}.approved.txt");
        var received = ApiSurface.Of(assembly);
        if (Environment.GetEnvironmentVariable("STOREOPS_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approvedFile)!);
            File.WriteAllText(approvedFile, received);
            return;
        }

        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : "";
        if (approved == received)
            return;

        var receivedFile = Path.Combine(RepositoryFolder.Path, "artifacts", "api", $"{name}.received.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(receivedFile)!);
        File.WriteAllText(receivedFile, received);
        Assert.Fail(
            $"The public API of {name} is not what was approved.{Environment.NewLine}"
            + Difference(approved, received)
            + $"The whole text is in {receivedFile}. If the change is meant, run the tests once with STOREOPS_APPROVE=1 "
            + $"and commit {approvedFile}.");
    }

    private static string Difference(string approved, string received)
    {
        var before = approved.Split('\n');
        var after = received.Split('\n');
        var lines = before.Except(after, StringComparer.Ordinal).Select(line => "  - " + line.Trim())
            .Concat(after.Except(before, StringComparer.Ordinal).Select(line => "  + " + line.Trim()))
            .Take(40);
        return string.Concat(lines.Select(line => line + Environment.NewLine));
    }
}
