namespace StoreOps.Recommend.Reception;

/// <summary>What a person should look at.</summary>
public enum ReceptionFindingKind
{
    /// <summary>The VIN's check digit is wrong where the market requires it. The default.</summary>
    CheckDigitWrong = 0,

    /// <summary>The VIN's maker is not known.</summary>
    MakerUnknown = 1,

    /// <summary>The host's make is not the one that the VIN tells.</summary>
    MakeDiffers = 2,

    /// <summary>Today's odometer does not fit the earlier readings; work was planned on the last trusted one.</summary>
    OdometerDoubtful = 3,

    /// <summary>No maker's schedule is known for the vehicle: the plan follows the generic one.</summary>
    ScheduleGeneric = 4,

    /// <summary>A record of the history was not used, or used in part.</summary>
    RecordNotUsed = 5,

    /// <summary>An item that was asked for is not in the catalog.</summary>
    ItemUnknown = 6,

    /// <summary>The rule pack has no price for the work.</summary>
    LaborPriceMissing = 7,

    /// <summary>No part for a slot can be offered.</summary>
    PartMissing = 8,

    /// <summary>A part's fit is not certain: look before it is sold.</summary>
    FitmentUncertain = 9,

    /// <summary>A visit of the customer is dated after today.</summary>
    VisitInFuture = 10,

    /// <summary>What was asked for is not sold: the vehicle has no such item, or the maker says that it needs no service.</summary>
    NotSold = 11,
}
