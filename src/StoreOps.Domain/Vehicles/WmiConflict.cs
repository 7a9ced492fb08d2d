namespace StoreOps.Domain.Vehicles;

/// <summary>An identifier that a list gives to other makes than the catalog it is put over.</summary>
/// <param name="Known">What the catalog says.</param>
/// <param name="Stated">What the list says, and what holds when it is put over the catalog.</param>
public sealed record WmiConflict(WmiEntry Known, WmiEntry Stated)
{
    /// <summary>Returns the conflict as a sentence for a developer.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Stated.Wmi + " was " + string.Join(", ", Known.Makes) + " (" + Known.Sources + "), and is now " + string.Join(", ", Stated.Makes) + ".";
}
