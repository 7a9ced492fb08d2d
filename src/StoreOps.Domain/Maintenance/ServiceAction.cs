namespace StoreOps.Domain.Maintenance;

/// <summary>What is done with a maintenance item.</summary>
/// <remarks>Whatever is done to an item includes looking at it; replacing it includes everything else.</remarks>
public enum ServiceAction
{
    /// <summary>Look at it, measure it. The default.</summary>
    Inspect = 0,

    /// <summary>Clean it.</summary>
    Clean = 1,

    /// <summary>Set it right.</summary>
    Adjust = 2,

    /// <summary>Tighten it.</summary>
    Tighten = 3,

    /// <summary>Grease or oil it.</summary>
    Lubricate = 4,

    /// <summary>Add to it: fluid, additive.</summary>
    Add = 5,

    /// <summary>Swap its places: tires.</summary>
    Rotate = 6,

    /// <summary>Do the maker's service as a whole.</summary>
    Service = 7,

    /// <summary>Put in a new one.</summary>
    Replace = 8,
}
