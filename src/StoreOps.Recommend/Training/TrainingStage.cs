namespace StoreOps.Recommend.Training;

/// <summary>What a training does.</summary>
public enum TrainingStage
{
    /// <summary>Reads the visits. The default.</summary>
    Reading = 0,

    /// <summary>Counts parts, and which go together.</summary>
    Counting = 1,

    /// <summary>Looks at each vehicle's last visit as it was before it.</summary>
    Gathering = 2,

    /// <summary>Fits the weights.</summary>
    Fitting = 3,

    /// <summary>Counts again, with the last visits, and writes the model.</summary>
    Writing = 4,

    /// <summary>Has ended.</summary>
    Done = 5,
}
