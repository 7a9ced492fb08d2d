namespace StoreOps.Domain.Maintenance;

/// <summary>What is worth a look where layers meet.</summary>
public enum LayerFindingKind
{
    /// <summary>A schedule has the id of one in another layer: the higher layer's holds, the other is not used. The default.</summary>
    SameSchedule = 0,

    /// <summary>Schedules of two layers are for the same vehicles: the higher layer's is chosen.</summary>
    SameVehicles = 1,

    /// <summary>An override names a schedule that no layer has.</summary>
    UnknownSchedule = 2,

    /// <summary>An override names a component and an action of which no schedule it is meant for has a rule.</summary>
    UnknownRule = 3,

    /// <summary>An override names a schedule of a higher layer, which has the last word: it is not applied.</summary>
    Outranked = 4,

    /// <summary>Overrides of two layers change one rule: the higher layer's holds.</summary>
    OverriddenTwice = 5,

    /// <summary>An override gives an interval to what the maker says needs no service: it is not applied.</summary>
    NoServiceRequired = 6,

    /// <summary>Two layers have one id.</summary>
    SameLayer = 7,
}
