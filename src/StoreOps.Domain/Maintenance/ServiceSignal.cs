namespace StoreOps.Domain.Maintenance;

/// <summary>What is known today about one rule beside the odometer and the day. The default value is "nothing".</summary>
/// <param name="Reason">
/// <see cref="PlanReason.IndicatorOn"/>, <see cref="PlanReason.MeasurementReached"/> or <see cref="PlanReason.EventHappened"/> when something calls
/// for the service now; <see cref="PlanReason.MeasurementWithin"/> when a measured value is still good; else <see cref="PlanReason.None"/>.
/// </param>
/// <param name="Meter">What the rule's other meter shows; null when not known.</param>
public readonly record struct ServiceSignal(PlanReason Reason, int? Meter)
{
    /// <summary>Gets a value indicating whether something calls for the service now.</summary>
    public bool IsCalling => Reason is PlanReason.IndicatorOn or PlanReason.MeasurementReached or PlanReason.EventHappened;
}
