namespace StoreOps.Domain.Maintenance;

/// <summary>How far the source of a schedule is to be trusted.</summary>
public enum ScheduleConfidence
{
    /// <summary>Secondary sources, or sources that disagree. The default.</summary>
    Low = 0,

    /// <summary>A copy of the maker's document, with gaps or doubts.</summary>
    Medium = 1,

    /// <summary>The maker's own document, or a faithful copy.</summary>
    High = 2,
}
