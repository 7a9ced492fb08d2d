namespace StoreOps.Domain.Maintenance;

/// <summary>How much of a service was done.</summary>
public enum ServiceExtent
{
    /// <summary>All of it. The default.</summary>
    Whole = 0,

    /// <summary>A part, such as two of four spark plugs: it was looked at, and is otherwise still due.</summary>
    Part = 1,

    /// <summary>None: the record was withdrawn, because the work was undone or never done.</summary>
    Undone = 2,
}
