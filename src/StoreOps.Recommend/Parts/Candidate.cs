using StoreOps.Domain.Maintenance;

namespace StoreOps.Recommend.Parts;

/// <summary>What is gathered on one item during one call.</summary>
internal struct Candidate
{
    public PlannedService? Service;
    public int ServiceRank;
    public bool IsInPlan;
    public bool IsOnVehicle;
    public bool IsNoServiceRequired;
    public bool IsOnOrder;
    public bool IsContext;
    public bool IsExcluded;
    public bool IsDeclined;
    public bool IsForbidden;
    public int Origins;
    public int RequiredBy;
    public int TogetherWith;
    public int SoldWith;
    public long OrdersWithBoth;
    public double Lift;
    public double LogOdds;

    public readonly bool Has(RecommendationOrigin origin) => (Origins & (1 << (int)origin)) != 0;

    public void Add(RecommendationOrigin origin) => Origins |= 1 << (int)origin;

    /// <summary>Takes in one line of the plan; of several the most pressing speaks for the item, and of equals the one that does most.</summary>
    public void Take(PlannedService service)
    {
        IsInPlan = true;
        if (service.Status == MaintenanceStatus.NoServiceRequired)
            IsNoServiceRequired = true;
        if (service.Status == MaintenanceStatus.NotApplicable)
            return;
        IsOnVehicle = true;
        var standing = StandingOf(service);
        if (standing == Standing.None)
            return;
        var rank = ((int)standing * 1_000) + ((int)service.Status * 10) + (int)service.Action;
        if (rank <= ServiceRank)
            return;
        Service = service;
        ServiceRank = rank;
    }

    public static Standing StandingOf(PlannedService service)
    {
        if (service.IsToDo)
            return Standing.Due;
        if (service.Due.Reason is PlanReason.NoHistory or PlanReason.RecordIncomplete)
            return Standing.AskFirst;
        return service.Status switch
        {
            MaintenanceStatus.Upcoming => Standing.Upcoming,
            MaintenanceStatus.Ok => Standing.Ok,
            MaintenanceStatus.Unknown => Standing.Unknown,
            _ => Standing.None,
        };
    }

    /// <summary>How a line of the plan bears on an offer, the most pressing last.</summary>
    internal enum Standing
    {
        None = 0,
        Unknown = 1,
        Ok = 2,
        AskFirst = 3,
        Upcoming = 4,
        Due = 5,
    }
}
