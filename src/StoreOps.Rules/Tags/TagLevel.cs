namespace StoreOps.Rules.Tags;

/// <summary>How far a tag is from what was recorded. A tag's condition sees the tags of the levels below it, never its own or a higher one.</summary>
public enum TagLevel
{
    /// <summary>It follows from a recorded fact at once. The default.</summary>
    Fact = 0,

    /// <summary>An owner's rule concludes it.</summary>
    Rule = 1,

    /// <summary>It rests on a prediction.</summary>
    Prediction = 2,
}
