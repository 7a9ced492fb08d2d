namespace StoreOps.Recommend.Parts;

/// <summary>What an answer rests on, from most to least that is known of the vehicle.</summary>
public enum RecommendBasis
{
    /// <summary>The vehicle's own history. The default.</summary>
    History = 0,

    /// <summary>No history: vehicles of its family.</summary>
    Family = 1,

    /// <summary>No history and no known family: vehicles at its odometer.</summary>
    Odometer = 2,

    /// <summary>Nothing known of the vehicle: the schedule and what is sold most.</summary>
    Schedule = 3,
}
