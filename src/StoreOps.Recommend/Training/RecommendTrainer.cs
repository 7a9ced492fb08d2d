using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Learns a <see cref="PartsModel"/> from past visits.</summary>
/// <remarks>
/// <para>Everything is counted over all visits but each vehicle's last; the weights are fitted to what was taken at that last visit, so that no
/// count holds what it is to explain. Then the last visits are counted too. The true next visit is in neither.</para>
/// <para>The bytes of the model hang on the visits and the options alone: neither on the order of the vehicles nor on the number of
/// threads.</para>
/// </remarks>
public static class RecommendTrainer
{
    /// <summary>Learns a model.</summary>
    /// <param name="vehicles">The vehicles, in any order, read once. A vehicle may come in pieces; visits on one day are one visit.</param>
    /// <param name="options">The options; null for <see cref="RecommendTrainerOptions.Default"/>.</param>
    /// <param name="parts">What the host knows of its parts; null for nothing. A part that was never sold may be recommended by schedule or rule.</param>
    /// <param name="progress">Is told how far the training has come; null for nobody.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicles"/> is null.</exception>
    /// <exception cref="ArgumentException">A vehicle or part has no id, a part is declared twice, an interval is not above zero, an option is
    /// outside its range, or there are more than 65,535 parts.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public static TrainedModel Fit(
        IEnumerable<TrainingVehicle> vehicles,
        RecommendTrainerOptions? options = null,
        IEnumerable<TrainingPart>? parts = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(vehicles);
        options ??= RecommendTrainerOptions.Default;
        RecommendTrainerOptions.Check(options);
        var known = Known(parts);
        progress?.Report(new TrainingProgress(TrainingStage.Reading, 0));
        var log = Read(vehicles, known, cancellation);
        var catalog = new PartCatalog(log.Parts, known);

        progress?.Report(new TrainingProgress(TrainingStage.Counting, 20));
        var before = Lengths(log, less: 1);
        var tally = new PartTally(log.Parts.Length);
        for (var vehicle = 0; vehicle < log.Vehicles; vehicle++)
            tally.Add(log, vehicle, before[vehicle], 1);
        var earlier = Open(TablesBuilder.Build(log, before, tally, catalog, options, cancellation));

        progress?.Report(new TrainingProgress(TrainingStage.Gathering, 40));
        var gatherer = new RowGatherer(log, before, earlier, options, cancellation);
        var floors = gatherer.Floors();
        var (fitting, calibrating) = gatherer.Gather(floors);

        progress?.Report(new TrainingProgress(TrainingStage.Fitting, 50));
        var had = FittedBranch.Fit(fitting[0], calibrating[0], options, cancellation);
        progress?.Report(new TrainingProgress(TrainingStage.Fitting, 65));
        var never = FittedBranch.Fit(fitting[1], calibrating[1], options, cancellation);

        progress?.Report(new TrainingProgress(TrainingStage.Writing, 85));
        var whole = Lengths(log, less: 0);
        for (var vehicle = 0; vehicle < log.Vehicles; vehicle++)
        {
            tally.Add(log, vehicle, before[vehicle], -1);
            tally.Add(log, vehicle, whole[vehicle], 1);
        }

        var tables = TablesBuilder.Build(log, whole, tally, catalog, options, cancellation);
        had.WriteTo(tables, 0);
        never.WriteTo(tables, 1);
        floors.CopyTo(tables.Floors, 0);
        var model = Open(tables);
        progress?.Report(new TrainingProgress(TrainingStage.Done, 100));
        return new TrainedModel(
            model, fitting[0].Count + fitting[1].Count, fitting[0].Taken + fitting[1].Taken, had.Calibration, never.Calibration);
    }

    private static Dictionary<string, TrainingPart> Known(IEnumerable<TrainingPart>? parts)
    {
        var known = new Dictionary<string, TrainingPart>(StringComparer.Ordinal);
        foreach (var part in parts ?? [])
        {
            if (part is null || string.IsNullOrEmpty(part.Id))
                throw new ArgumentException("A part was null or had no id.", nameof(parts));
            if (known.ContainsKey(part.Id))
                throw new ArgumentException("The part \"" + part.Id + "\" was declared twice.", nameof(parts));
            if (part.EveryKilometers is <= 0 || part.EveryMonths is <= 0)
                throw new ArgumentException("The interval of the part \"" + part.Id + "\" was not above zero.", nameof(parts));
            known.Add(part.Id, part);
        }

        return known;
    }

    private static OrderLog Read(IEnumerable<TrainingVehicle> vehicles, Dictionary<string, TrainingPart> known, CancellationToken cancellation)
    {
        var builder = new OrderLogBuilder();
        foreach (var part in known.Keys)
            builder.Know(part);
        foreach (var vehicle in vehicles)
        {
            cancellation.ThrowIfCancellationRequested();
            builder.Add(vehicle);
        }

        var log = builder.Build();
        if (log.Parts.Length > ModelLayout.MaxParts)
            throw new ArgumentException("A model holds up to 65,535 parts; there were " + log.Parts.Length + ".", nameof(vehicles));
        return log;
    }

    private static int[] Lengths(OrderLog log, int less)
    {
        var lengths = new int[log.Vehicles];
        for (var vehicle = 0; vehicle < lengths.Length; vehicle++)
            lengths[vehicle] = log.VisitStarts[vehicle + 1] - log.VisitStarts[vehicle] - less;
        return lengths;
    }

    private static PartsModel Open(ModelTables tables) =>
        PartsModel.TryOpen(ModelWriter.Write(tables), out var model, out var issues, verifiesContent: false)
            ? model
            : throw new InvalidOperationException("A model that was just written was refused: " + issues[0]);
}
