namespace StoreOps.Domain.Vehicles;

/// <summary>The kind of a license plate.</summary>
public enum PlateKind
{
    /// <summary>A plate of another form than the Chinese ones: accepted as it is. The default.</summary>
    Other = 0,

    /// <summary>An ordinary Chinese plate: a province, a letter and five letters or digits.</summary>
    China = 1,

    /// <summary>A Chinese plate of a new-energy vehicle: a province, a letter and six letters or digits (GA 36-2018).</summary>
    ChinaNewEnergy = 2,

    /// <summary>A Chinese plate that ends in a character of its use: coach, police, trailer, Hong Kong, Macao, consulate.</summary>
    ChinaSpecial = 3,
}
