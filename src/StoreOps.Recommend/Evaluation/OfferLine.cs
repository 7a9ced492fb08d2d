using System.Text.Json.Serialization;

using StoreOps.Domain;

namespace StoreOps.Recommend.Evaluation;

/// <summary>What a line of an offer log says.</summary>
internal sealed record OfferLine
{
    public required string OfferedOn { get; init; }

    public required string Query { get; init; }

    public required string Part { get; init; }

    public required int Rank { get; init; }

    public required double Chance { get; init; }

    public required double Propensity { get; init; }

    [JsonConverter(typeof(KebabEnum<OfferOutcome>))]
    public required OfferOutcome Outcome { get; init; }
}

/// <summary>Reads such a line without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(OfferLine))]
internal sealed partial class OfferLineJson : JsonSerializerContext;
