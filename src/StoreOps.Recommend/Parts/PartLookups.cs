using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>What is made of a model when it is taken into use, so that calls find it: sums of terms, and where parts stand in rows.</summary>
internal sealed class PartLookups
{
    public PartLookups(PartsModel model)
    {
        var view = model.View;
        (HadBefore, NeverHad) = (new StaticTerms(model, ModelLayout.HadBefore), new StaticTerms(model, ModelLayout.NeverHad));
        SameVehicle = RelationIndex.Of(view.SameVehicleRows, view.SameVehiclePairs, model.PartCount);
        SameVisit = RelationIndex.Of(view.SameVisitRows, view.SameVisitPairs, model.PartCount);
        Sequence = RelationIndex.Of(view.SequenceRows, view.SequencePairs, model.PartCount);
    }

    public StaticTerms HadBefore { get; }

    public StaticTerms NeverHad { get; }

    public RelationIndex? SameVehicle { get; }

    public RelationIndex? SameVisit { get; }

    public RelationIndex? Sequence { get; }
}
