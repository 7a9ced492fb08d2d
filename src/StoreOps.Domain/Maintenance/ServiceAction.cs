namespace StoreOps.Domain.Maintenance;

/// <summary>Provisional.</summary>
public enum ServiceAction
{
    /// <summary>Provisional.</summary>
    Inspect = 0,

    /// <summary>Provisional.</summary>
    Replace = 1,
}
