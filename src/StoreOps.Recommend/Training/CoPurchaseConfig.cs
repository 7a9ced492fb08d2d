using System.Text.Json.Serialization;

namespace StoreOps.Recommend.Training;

/// <summary>What a file of counts says.</summary>
internal sealed record CoPurchaseConfig
{
    public required int SchemaVersion { get; init; }

    public required long Orders { get; init; }

    public required string Checksum { get; init; }

    public required ItemOrdersConfig[] Items { get; init; }

    public required PairOrdersConfig[] Pairs { get; init; }
}

/// <summary>One item of such a file.</summary>
internal sealed record ItemOrdersConfig
{
    public required string Item { get; init; }

    public required long Orders { get; init; }
}

/// <summary>One pair of such a file.</summary>
internal sealed record PairOrdersConfig
{
    public required string First { get; init; }

    public required string Second { get; init; }

    public required long Orders { get; init; }
}

/// <summary>Reads such a file without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CoPurchaseConfig))]
internal sealed partial class CoPurchaseJson : JsonSerializerContext;
