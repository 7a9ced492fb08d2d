namespace StoreOps.Rules.Tests.Expressions;

/// <summary>A test that needs a data file which is not part of the repository; skipped where the file is not there.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string file)
    {
        FileName = file;
        if (!File.Exists(PathOf(file)))
            Skip = file + " is not here; set STOREOPS_SHARED_DATA to the folder that has it.";
    }

    public string FileName { get; }

    public static string PathOf(string file) =>
        Path.Combine(Environment.GetEnvironmentVariable("STOREOPS_SHARED_DATA") ?? Path.Combine(Root(), "..", "shared", "data"), file);

    private static string Root() => StoreOps.Testing.RepositoryFolder.Path;
}
