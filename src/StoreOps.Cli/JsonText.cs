using System.Text;
using System.Text.Json;

namespace StoreOps.Cli;

/// <summary>Writes what a command answers for machines.</summary>
internal static class JsonText
{
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
            write(writer);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
