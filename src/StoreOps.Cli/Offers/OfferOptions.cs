using System.CommandLine;

using StoreOps.Domain;
using StoreOps.Recommend.Training;

namespace StoreOps.Cli.Offers;

/// <summary>What the commands about offers have in common.</summary>
internal static class OfferOptions
{
    public static Option<string> Lang()
    {
        var lang = new Option<string>("--lang") { Description = "zh or en", DefaultValueFactory = _ => "en" };
        lang.AcceptOnlyFromAmong("zh", "en");
        return lang;
    }

    public static Option<int> Threads(string description) =>
        new("--threads") { Description = description, DefaultValueFactory = _ => Environment.ProcessorCount };

    public static Language LanguageOf(string? lang) => lang == "zh" ? Language.Chinese : Language.English;

    public static int InRange(string option, int value, int from, int to) =>
        value >= from && value <= to ? value : throw new InputException($"{option} is from {from} to {to}; it was {value}.");

    /// <summary>Trains, and tells a file that training refuses as what it is: bad input.</summary>
    public static TrainedModel Fit(
        IEnumerable<TrainingVehicle> vehicles,
        RecommendTrainerOptions options,
        List<TrainingPart>? parts,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellation)
    {
        var known = vehicles.ToList();
        if (known.Count == 0)
            throw new InputException("Training needs visits; there were none in the file, or none up to the day.");
        try
        {
            return RecommendTrainer.Fit(known, options, parts, progress, cancellation);
        }
        catch (ArgumentException problem)
        {
            throw new InputException(problem.Message);
        }
    }
}
