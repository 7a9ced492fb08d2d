namespace StoreOps.Domain.Parts;

/// <summary>Whether a part fits a vehicle, as far as the facts at hand tell.</summary>
public enum FitmentVerdict
{
    /// <summary>A fact that decides is not known of the vehicle: the shop has to look. The default.</summary>
    Unknown = 0,

    /// <summary>The part fits.</summary>
    Fits = 1,

    /// <summary>The part does not fit.</summary>
    DoesNotFit = 2,
}
