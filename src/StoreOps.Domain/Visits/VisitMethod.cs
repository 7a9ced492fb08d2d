namespace StoreOps.Domain.Visits;

/// <summary>How visits are chosen.</summary>
public enum VisitMethod
{
    /// <summary>Services are brought together so that visits and wasted life cost least. The default.</summary>
    Bundled = 0,

    /// <summary>Each service at its own limit; only what is due at the very same point shares a visit.</summary>
    DuePoints = 1,

    /// <summary>A visit at every point of a grid, with all that falls due before the next; what the grid cannot serve has visits of its own.</summary>
    Grid = 2,
}
