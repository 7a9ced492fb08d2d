using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>What is made of a model for its calls: the terms of both branches, and, when a reason is first told, where parts stand in rows.</summary>
/// <remarks>To find where they stand, all rows are read: not before somebody asks why, so that a mapped file opens without touching its pages.</remarks>
internal sealed class PartLookups(PartsModel model)
{
    private RelationIndex? _sameVehicle;
    private RelationIndex? _sameVisit;
    private RelationIndex? _sequence;

    public StaticTerms HadBefore { get; } = new(model, ModelLayout.HadBefore);

    public StaticTerms NeverHad { get; } = new(model, ModelLayout.NeverHad);

    public RelationIndex? SameVehicle => IsIndexed
        ? Volatile.Read(ref _sameVehicle) ?? (_sameVehicle = RelationIndex.Of(model.View.SameVehicleRows, model.View.SameVehiclePairs, model.PartCount))
        : null;

    public RelationIndex? SameVisit => IsIndexed
        ? Volatile.Read(ref _sameVisit) ?? (_sameVisit = RelationIndex.Of(model.View.SameVisitRows, model.View.SameVisitPairs, model.PartCount))
        : null;

    public RelationIndex? Sequence => IsIndexed
        ? Volatile.Read(ref _sequence) ?? (_sequence = RelationIndex.Of(model.View.SequenceRows, model.View.SequencePairs, model.PartCount))
        : null;

    // Several threads may make an index at once: they come to the same, and it does not matter whose is kept.
    private bool IsIndexed => model.PartCount <= RelationIndex.MostParts;
}
