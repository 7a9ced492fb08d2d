using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>The terms of one branch as calls look them up, and the sum of those that are a part's own in a month, whatever the vehicle.</summary>
internal sealed class StaticTerms
{
    private readonly PartsModel _model;
    private readonly int _branch;
    private readonly double[]?[] _byMonth = new double[]?[ModelLayout.Months];

    public StaticTerms(PartsModel model, int branch)
    {
        (_model, _branch) = (model, branch);
        var view = model.View;
        Tables = new double[ModelLayout.Signals * SignalLevel.Count];
        for (var i = 0; i < Tables.Length; i++)
            Tables[i] = view.Tables[(branch * Tables.Length) + i];
        Intercept = view.Intercepts[branch];
        // What the vehicle's history would say, were there any: for a part it never had the level is always zero.
        for (var signal = PartSignal.VisitShare; signal <= PartSignal.MonthsSince && branch == ModelLayout.NeverHad; signal++)
            Intercept += view.Term(branch, signal, 0);
    }

    /// <summary>Gets what each level of each signal adds.</summary>
    public double[] Tables { get; }

    /// <summary>Gets what is added for every part.</summary>
    public double Intercept { get; }

    /// <summary>Returns the sum of the terms that are the same for every part in one call, and of what is added for every part.</summary>
    public double ContextOf(ReadOnlySpan<byte> levels)
    {
        var sum = Intercept;
        for (var signal = 0; signal < levels.Length; signal++)
            sum += Tables[(signal * SignalLevel.Count) + levels[signal]];
        return sum;
    }

    /// <summary>Returns for each part the sum of its own terms in a month, from 1 to 12: added up when the month is first asked for.</summary>
    // Several threads may add up at once: they come to the same, and it does not matter whose is kept.
    public double[] In(int month) => Volatile.Read(ref _byMonth[month - 1]) ?? (_byMonth[month - 1] = Of(month));

    private double[] Of(int month)
    {
        var view = _model.View;
        var sums = new double[_model.PartCount];
        for (var part = 0; part < sums.Length; part++)
        {
            var levels = view.PartLevels.Slice(part * ModelLayout.LevelsOfPart, ModelLayout.LevelsOfPart);
            for (var i = 0; i < levels.Length; i++)
                sums[part] += view.Term(_branch, PartSignal.Popularity + i, levels[i]);
            sums[part] += view.Term(_branch, PartSignal.Season, view.Season[(part * ModelLayout.Months) + month - 1]);
            if (_branch == ModelLayout.NeverHad)
                sums[part] += view.Term(_branch, PartSignal.SalesRhythm, (byte)ModelLayout.SalesRhythmOf(levels[0], 0));
        }

        return sums;
    }
}
