using System.ComponentModel;
using System.Text.Json.Serialization;

namespace StoreOps.Domain;

/// <summary>A name in both languages, as files have it.</summary>
internal sealed record NameConfig
{
    [JsonPropertyName("zh")]
    [Description("In Simplified Chinese.")]
    public required string Chinese { get; init; }

    [JsonPropertyName("en")]
    [Description("In English.")]
    public required string English { get; init; }

    public LocalizedText ToText() => new(Chinese, English);
}
