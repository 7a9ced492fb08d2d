namespace StoreOps.Domain;

/// <summary>One thing that is wrong, or worth a look, in a file that came from outside.</summary>
/// <param name="Code">A stable code such as "SOD001": never reused, so that a program may depend on it.</param>
/// <param name="Path">Where it is, as a JSON path such as "$.rules[3].everyKilometers"; "$" for the whole file.</param>
/// <param name="Detail">What was wrong, which value was there and what is accepted, in English, for a developer.</param>
/// <param name="Severity">Whether the file was refused because of it.</param>
public sealed record LoadIssue(string Code, string Path, string Detail, IssueSeverity Severity = IssueSeverity.Error)
{
    /// <summary>Gets the id of the document it is in, where what was loaded rests on several.</summary>
    /// <value>Null for the document that was handed over.</value>
    public string? Document { get; init; }

    /// <summary>Gets where it starts inside the text at <see cref="Path"/>, where the text is in a language of its own such as a condition.</summary>
    /// <value>In UTF-16 units from the start of the text as it reads once JSON's escapes are resolved; null where it is about the whole value.</value>
    public int? Offset { get; init; }

    /// <summary>Gets the code of what is wrong inside the text, for example "SOE010".</summary>
    /// <value>Null where <see cref="Code"/> says all.</value>
    public string? InnerCode { get; init; }

    /// <summary>Gets the name or text that was most likely meant.</summary>
    /// <value>Null where nothing is near.</value>
    public string? Suggestion { get; init; }

    /// <summary>Returns the issue on one line: code, path, document and detail.</summary>
    /// <returns>The text, for example "SOR047 at $.packages[0].grants[0].service: …".</returns>
    public override string ToString() => Code + " at " + Path + (Document is null ? string.Empty : " of " + Document) + ": " + Detail;
}
