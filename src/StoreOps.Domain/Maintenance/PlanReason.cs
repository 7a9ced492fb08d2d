namespace StoreOps.Domain.Maintenance;

/// <summary>Why a service has the status it has.</summary>
public enum PlanReason
{
    /// <summary>No particular reason. The default.</summary>
    None = 0,

    /// <summary>The interval is not used up.</summary>
    WithinInterval = 1,

    /// <summary>No record, but the vehicle has not yet reached its first limit: nothing can have been missed.</summary>
    FirstNotReached = 2,

    /// <summary>The limit is near.</summary>
    LimitNear = 3,

    /// <summary>The limit is reached.</summary>
    LimitReached = 4,

    /// <summary>The limit is passed by more than the tolerance.</summary>
    LimitPassed = 5,

    /// <summary>There is no record of it and its first limit has passed: ask or inspect, it may have been done elsewhere.</summary>
    NoHistory = 6,

    /// <summary>The record lacks the odometer or the date that the limit counts from.</summary>
    RecordIncomplete = 7,

    /// <summary>The vehicle's first registration is needed to count months.</summary>
    NeedsRegistration = 8,

    /// <summary>The powertrain is needed to choose the rule.</summary>
    NeedsPowertrain = 9,

    /// <summary>The model is needed to choose the rule.</summary>
    NeedsModel = 10,

    /// <summary>The engine or gearbox code is needed to choose the rule.</summary>
    NeedsEngineCode = 11,

    /// <summary>The build code is needed to choose the rule.</summary>
    NeedsBuildCode = 12,

    /// <summary>The kind of part fitted is needed to choose the rule.</summary>
    NeedsFittedPart = 13,

    /// <summary>A meter other than the odometer is needed.</summary>
    NeedsMeter = 14,

    /// <summary>A person has to judge the condition that the source states in words.</summary>
    NeedsJudgement = 15,

    /// <summary>The schedule states it for severe use only, and none is known.</summary>
    OnlyInSevereUse = 16,

    /// <summary>The vehicle's powertrain has no such item.</summary>
    NotOnThisPowertrain = 17,

    /// <summary>The rule is for another variant of the vehicle.</summary>
    OtherVariant = 18,

    /// <summary>The maker says that no service is needed.</summary>
    MakerSaysNone = 19,

    /// <summary>It is contained in a replacement that is due as well.</summary>
    IncludedInReplacement = 20,

    /// <summary>It is done once, and was done.</summary>
    DoneOnce = 21,

    /// <summary>The schedule states no interval for it.</summary>
    NoIntervalStated = 22,

    /// <summary>The limit is passed, within the tolerance.</summary>
    WithinTolerance = 23,

    /// <summary>There is no record of the maker's mandatory first service and its window has passed: ask for the proof, the warranty hangs on it.</summary>
    NoProofOfFirst = 24,

    /// <summary>The vehicle's indicator calls for it.</summary>
    IndicatorOn = 25,

    /// <summary>A measured value has reached its threshold.</summary>
    MeasurementReached = 26,

    /// <summary>The measured value is within its threshold.</summary>
    MeasurementWithin = 27,

    /// <summary>The value has to be measured to tell.</summary>
    NeedsMeasurement = 28,

    /// <summary>Something happened to the vehicle after which it is done at once.</summary>
    EventHappened = 29,

    /// <summary>It is done after certain events only, and none is known.</summary>
    NoEvent = 30,

    /// <summary>The model year is needed to choose the rule.</summary>
    NeedsModelYear = 31,

    /// <summary>The grade of the oil filled is needed to choose the rule.</summary>
    NeedsOilGrade = 32,

    /// <summary>The market is needed to choose the rule.</summary>
    NeedsMarket = 33,

    /// <summary>The customer put it off.</summary>
    PutOff = 34,

    /// <summary>It was done elsewhere, and nobody knows when.</summary>
    DoneElsewhereUndated = 35,
}
