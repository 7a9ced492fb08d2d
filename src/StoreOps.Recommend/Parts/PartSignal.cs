namespace StoreOps.Recommend.Parts;

/// <summary>What a part's chance rests on. The log-odds of a recommendation are the sum of one term for each of these and the intercept.</summary>
/// <remarks>The numbers stand in model files: one never changes its meaning.</remarks>
public enum PartSignal
{
    /// <summary>How many visits of the vehicle are known. The same for every part of a call.</summary>
    Visits = 0,

    /// <summary>How many parts the vehicle takes in a visit. The same for every part of a call.</summary>
    VisitSize = 1,

    /// <summary>How much of what the vehicle took was new to it. The same for every part of a call.</summary>
    Variety = 2,

    /// <summary>How many lines the order has already. The same for every part of a call.</summary>
    OrderSize = 3,

    /// <summary>How often the part is sold, to all vehicles.</summary>
    Popularity = 4,

    /// <summary>How often the part was sold at the last two visits of each vehicle.</summary>
    RecentPopularity = 5,

    /// <summary>How often a vehicle that had the part takes it again at a visit.</summary>
    RepeatRate = 6,

    /// <summary>How often the part is taken again, against what is usual after as many visits.</summary>
    RepeatLift = 7,

    /// <summary>How often the part is sold in this month, against the whole year.</summary>
    Season = 8,

    /// <summary>At what share of its visits the vehicle took the part.</summary>
    VisitShare = 9,

    /// <summary>How many visits ago the vehicle last took the part.</summary>
    VisitsSince = 10,

    /// <summary>The vehicle's habit with the part, where a recent visit counts for more.</summary>
    RecentShare = 11,

    /// <summary>How often a part taken as many times is taken again after as many visits.</summary>
    Rhythm = 12,

    /// <summary>At which of its last three visits the vehicle took the part.</summary>
    LastVisits = 13,

    /// <summary>How often the part is replaced after as many kilometers; for one that the vehicle never had, after as many since it last had one of its category.</summary>
    KilometersSince = 14,

    /// <summary>How often the part is replaced after as many months; for one that the vehicle never had, after as many since it last had one of its category.</summary>
    MonthsSince = 15,

    /// <summary>What vehicles that took the same parts as this one took.</summary>
    SameVehicle = 16,

    /// <summary>What is sold on one order with the lines of this order.</summary>
    SameVisit = 17,

    /// <summary>What is taken at the visit after one like this vehicle's last.</summary>
    Sequence = 18,

    /// <summary>What vehicles of this family take at this odometer.</summary>
    SimilarVehicles = 19,

    /// <summary>What vehicles used like this one take.</summary>
    Usage = 20,

    /// <summary>How much of its interval in the schedule is used up.</summary>
    Due = 21,

    /// <summary>The inspection found it worn.</summary>
    Finding = 22,

    /// <summary>How often a part that is sold as much is taken again after as many visits: two signals taken together.</summary>
    SalesRhythm = 23,
}
