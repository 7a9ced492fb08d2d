namespace StoreOps.Cli.Offers;

/// <summary>Writes a file wholly or not at all, so that a program that has the old one open or mapped keeps it.</summary>
internal static class ReplacedFile
{
    /// <exception cref="InputException">The path is empty or cannot name a file.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        if (path.Length == 0 || Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
            throw new InputException($"A file to write is needed; the path was \"{path}\".");
        var written = path + "." + Environment.ProcessId + ".part";
        try
        {
            using (var file = new FileStream(written, FileMode.Create, FileAccess.Write))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(written, path, overwrite: true);
        }
        finally
        {
            File.Delete(written);
        }
    }
}
