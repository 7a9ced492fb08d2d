using System.Text.Json;
using System.Text.Json.Serialization;

namespace StoreOps.Domain;

/// <summary>Writes enums as words joined by hyphens, and never as numbers.</summary>
internal sealed class KebabEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
