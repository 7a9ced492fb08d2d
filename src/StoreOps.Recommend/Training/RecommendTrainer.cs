using System.Globalization;

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
    /// <summary>Learns a model from visits.</summary>
    /// <param name="vehicles">The vehicles, in any order, read once. A vehicle may come in pieces; visits on one day are one visit.</param>
    /// <param name="options">The options; null for <see cref="RecommendTrainerOptions.Default"/>.</param>
    /// <param name="parts">What the host knows of its parts; null for nothing. A part that was never sold may be recommended by schedule or rule.</param>
    /// <param name="progress">Is told how far the training has come; null for nobody.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicles"/> is null.</exception>
    /// <exception cref="ArgumentException">A vehicle or part has no id, a part is declared twice, an interval is not above zero, an option is
    /// outside its range, or there are more than 65,535 parts, families, usage tags or categories.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public static TrainedModel Fit(
        IEnumerable<TrainingVehicle> vehicles,
        RecommendTrainerOptions? options = null,
        IEnumerable<TrainingPart>? parts = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default) => Train(null, vehicles, options, parts, progress, cancellation);

    /// <summary>Learns a model from the counts of many shops and the visits of one or some of them.</summary>
    /// <param name="counts">What was counted, such as by all shops of a chain.</param>
    /// <param name="vehicles">The vehicles that the weights are fitted to. None for a model whose chances are judged.</param>
    /// <param name="options">The options; null for <see cref="RecommendTrainerOptions.Default"/>.</param>
    /// <param name="parts">What the host knows of its parts; null for nothing.</param>
    /// <param name="progress">Is told how far the training has come; null for nobody.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <returns>The model: what is counted is that of all shops, exactly; the weights are those of these vehicles. With all vehicles of the counts it
    /// is, byte for byte, the model that they alone give.</returns>
    /// <remarks>The vehicles have to be counted with the visits that they have here, or with none, or without their last ones: a last visit here that
    /// is not the last in the counts would be explained by what counts it.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> or <paramref name="vehicles"/> is null.</exception>
    /// <exception cref="ArgumentException">As for the other overload.</exception>
    /// <exception cref="OverflowException">A part was counted at more than 2,147,483,647 visits.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public static TrainedModel Fit(
        PartCounts counts,
        IEnumerable<TrainingVehicle> vehicles,
        RecommendTrainerOptions? options = null,
        IEnumerable<TrainingPart>? parts = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Train(counts, vehicles, options, parts, progress, cancellation);
    }

    private static TrainedModel Train(
        PartCounts? counts,
        IEnumerable<TrainingVehicle> vehicles,
        RecommendTrainerOptions? options,
        IEnumerable<TrainingPart>? parts,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(vehicles);
        options ??= RecommendTrainerOptions.Default;
        RecommendTrainerOptions.Check(options);
        var known = Known(parts);
        progress?.Report(new TrainingProgress(TrainingStage.Reading, 0));
        var log = Read(vehicles, known, counts, cancellation);
        var catalog = new PartCatalog(log.Parts, known);
        CheckRoom(log, catalog, known.Count);

        progress?.Report(new TrainingProgress(TrainingStage.Counting, 5));
        var before = log.Lengths(less: 1);
        var earlier = Open(Tables(isWhole: false));

        progress?.Report(new TrainingProgress(TrainingStage.Gathering, 30));
        var gatherer = new RowGatherer(log, before, earlier, options, cancellation);
        var floors = gatherer.Floors();
        var (fitting, calibrating) = gatherer.Gather(floors);

        progress?.Report(new TrainingProgress(TrainingStage.Fitting, 50));
        var had = FittedBranch.Fit(fitting[0], calibrating[0], options, cancellation);
        progress?.Report(new TrainingProgress(TrainingStage.Fitting, 60));
        var never = FittedBranch.Fit(fitting[1], calibrating[1], options, cancellation);

        progress?.Report(new TrainingProgress(TrainingStage.Writing, 80));
        var tables = Tables(isWhole: true);
        had.WriteTo(tables, 0);
        never.WriteTo(tables, 1);
        floors.CopyTo(tables.Floors, 0);
        var model = Open(tables);
        progress?.Report(new TrainingProgress(TrainingStage.Done, 100));
        return new TrainedModel(
            model, fitting[0].Count + fitting[1].Count, fitting[0].Taken + fitting[1].Taken, had.Calibration, never.Calibration);

        ModelTables Tables(bool isWhole)
        {
            var visits = counts is null ? VisitCounts.Of(log, isWhole ? log.Lengths(less: 0) : before, cancellation) : CountedVisits.Of(counts, log, isWhole);
            return TablesBuilder.Build(visits, catalog, options, cancellation);
        }
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

    private static OrderLog Read(IEnumerable<TrainingVehicle> vehicles, Dictionary<string, TrainingPart> known, PartCounts? counts, CancellationToken cancellation)
    {
        var builder = new OrderLogBuilder();
        foreach (var part in known.Keys)
            builder.Know(part);
        if (counts is not null)
            builder.Know(counts);
        foreach (var vehicle in vehicles)
        {
            cancellation.ThrowIfCancellationRequested();
            builder.Add(vehicle);
        }

        return builder.Build();
    }

    private static void CheckRoom(OrderLog log, PartCatalog catalog, int declared)
    {
        foreach (var (what, names) in new[] { ("parts", log.Parts), ("families", log.Families), ("usage tags", log.Tags), ("categories", catalog.Categories) })
        {
            if (names.Length > ModelLayout.MaxParts)
            {
                var origin = what == "parts" ? Text($", of which {declared} were declared and the others came in visits") : "";
                throw new ArgumentException(Text($"A model holds up to {ModelLayout.MaxParts} {what}; there were {names.Length}{origin}. The first that finds no room is \"{names[ModelLayout.MaxParts]}\"."), what == "parts" ? "vehicles" : null);
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static PartsModel Open(ModelTables tables) =>
        PartsModel.TryOpen(ModelWriter.Write(tables), out var model, out var issues, verifiesContent: false)
            ? model
            : throw new InvalidOperationException("A model that was just written was refused: " + issues[0]);
}
