using System.Globalization;

using StoreOps.Cli.Localization;
using StoreOps.Domain;
using StoreOps.Recommend.Training;

namespace StoreOps.Cli.Offers;

/// <summary>Shows how far a training has come: a bar that moves on a screen, a line for each step in a file.</summary>
internal sealed class ProgressBar(TextWriter error, Language language) : IProgress<TrainingProgress>
{
    private const int Width = 30;

    private readonly bool _isScreen = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;

    public void Report(TrainingProgress value)
    {
        var bar = new string('#', value.Percent * Width / 100).PadRight(Width, '.');
        var text = string.Create(CultureInfo.InvariantCulture, $"[{bar}] {value.Percent,3} % {OfferText.Of(value.Stage, language)}");
        if (!_isScreen)
            error.WriteLine(text);
        else if (value.Stage == TrainingStage.Done)
            error.WriteLine("\r" + text.PadRight(70));
        else
            error.Write("\r" + text.PadRight(70));
    }
}
