namespace StoreOps.Cli;

/// <summary>Reads a file that a person named.</summary>
internal static class InputFile
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">The path is empty or cannot name a file.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (ArgumentException)
        {
            throw new InputException($"A file is needed; the path was \"{path}\".");
        }
    }
}
