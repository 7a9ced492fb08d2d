namespace StoreOps.Testing;

/// <summary>The folder of the repository, found from where the tests run.</summary>
/// <remarks>The paths that the compiler records are not used: a deterministic build replaces them.</remarks>
public static class RepositoryFolder
{
    /// <summary>Gets the full path of the folder that holds the solution.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "StoreOps.Sdk.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds StoreOps.Sdk.sln.");
    }
}
