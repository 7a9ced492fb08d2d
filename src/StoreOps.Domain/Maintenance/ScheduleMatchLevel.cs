namespace StoreOps.Domain.Maintenance;

/// <summary>How closely a schedule was found for a vehicle.</summary>
public enum ScheduleMatchLevel
{
    /// <summary>No maker's schedule fits: the generic one holds, and says so. The default.</summary>
    Generic = 0,

    /// <summary>The maker's schedule for all its models.</summary>
    Make = 1,

    /// <summary>The maker's schedule for the model; the model year is not known or not stated.</summary>
    Model = 2,

    /// <summary>The maker's schedule for the model and its year.</summary>
    ModelYear = 3,
}
