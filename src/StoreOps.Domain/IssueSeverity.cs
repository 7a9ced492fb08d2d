namespace StoreOps.Domain;

/// <summary>How much an issue in a file from outside matters.</summary>
public enum IssueSeverity
{
    /// <summary>The file was refused: nothing of it was taken over. The default.</summary>
    Error = 0,

    /// <summary>The file was accepted, but a person should look at this place.</summary>
    Warning = 1,
}
