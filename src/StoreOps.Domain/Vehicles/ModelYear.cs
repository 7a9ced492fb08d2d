namespace StoreOps.Domain.Vehicles;

/// <summary>The model year that a VIN tells, as far as it tells one.</summary>
/// <remarks>The code repeats every thirty years, so a VIN alone leaves two years open. The default value is "not encoded".</remarks>
/// <param name="Certainty">How certain the year is.</param>
/// <param name="Year">The year, or the likelier of two; 0 when none is encoded.</param>
/// <param name="OtherYear">The other year of an ambiguous code; else 0.</param>
public readonly record struct ModelYear(ModelYearCertainty Certainty, int Year, int OtherYear);
