using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>The sum of the terms that are a part's own, whatever the vehicle: added up once, when the model is taken into use.</summary>
internal sealed class StaticTerms
{
    public StaticTerms(PartsModel model)
    {
        var view = model.View;
        HadBefore = new double[model.PartCount];
        NeverHad = new double[model.PartCount];
        for (var part = 0; part < model.PartCount; part++)
        {
            var levels = view.PartLevels.Slice(part * ModelLayout.LevelsOfPart, ModelLayout.LevelsOfPart);
            for (var i = 0; i < levels.Length; i++)
            {
                HadBefore[part] += view.Term(0, PartSignal.Popularity + i, levels[i]);
                NeverHad[part] += view.Term(1, PartSignal.Popularity + i, levels[i]);
            }

            NeverHad[part] += view.Term(1, PartSignal.SalesRhythm, (byte)ModelLayout.SalesRhythmOf(levels[0], 0));
        }

        // What the vehicle's history would say, were there any: for a part it never had the level is always zero.
        for (var signal = PartSignal.VisitShare; signal <= PartSignal.MonthsSince; signal++)
            NoHistory += view.Term(1, signal, 0);
    }

    public double[] HadBefore { get; }

    public double[] NeverHad { get; }

    public double NoHistory { get; }
}
