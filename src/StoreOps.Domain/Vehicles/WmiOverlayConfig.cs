using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StoreOps.Domain.Vehicles;

internal sealed record WmiOverlayConfig
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("The version of the format: 1.")]
    public required int SchemaVersion { get; init; }

    [Description("The makers, in any order; each identifier once.")]
    public required WmiMakerConfig[] Makers { get; init; }
}

internal sealed record WmiMakerConfig
{
    [Description("Positions 1 to 3 of the VIN; of a small maker, where position 3 is a 9, six characters: positions 1 to 3 and 12 to 14.")]
    public required string Wmi { get; init; }

    [Description("The manufacturer's name.")]
    public required string Manufacturer { get; init; }

    [Description("The makes as on the badge, the likeliest first; may be empty.")]
    public required string[] Makes { get; init; }

    [Description("The manufacturer's Chinese name.")]
    public string? ChineseName { get; init; }

    [Description("Where the vehicles are built, for example \"China\".")]
    public string? Country { get; init; }

    [Description("How this is known, for example \"compared with 40 vehicle licenses, 2026\".")]
    public string? Source { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(WmiOverlayConfig))]
internal sealed partial class WmiOverlayJson : JsonSerializerContext;
