namespace StoreOps.Domain.Maintenance;

/// <summary>Something a source says that no rule interprets: carried along so that nothing is lost.</summary>
/// <param name="Name">The name of the statement.</param>
/// <param name="Json">The statement as JSON.</param>
public sealed record Annotation(string Name, string Json);
