namespace StoreOps.Domain;

/// <summary>A language in which a shop's people and customers are addressed.</summary>
public enum Language
{
    /// <summary>Simplified Chinese (zh-Hans), the default.</summary>
    Chinese = 0,

    /// <summary>English (en).</summary>
    English = 1,
}
