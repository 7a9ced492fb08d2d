using System.Globalization;
using System.Net;
using System.Text;

namespace StoreOps.Cli.Offers;

/// <summary>Draws one plot as SVG.</summary>
internal sealed class Plot
{
    private const int Left = 60;
    private const int Top = 16;
    private const int KeyHeight = 20;

    private static readonly double[] Steps = [0.01, 0.02, 0.05, 0.1, 0.2];

    private readonly StringBuilder _page;
    private readonly int _width;
    private readonly int _height;
    private readonly (double Most, double Step) _across;
    private readonly (double Most, double Step) _up;
    private readonly bool _isShareAcross;

    /// <summary>Begins a plot of shares against shares, with one scale for both: as wide as it is high.</summary>
    public static Plot OfShares(StringBuilder page, string title, double most) =>
        new(page, title, (420, 420), Scale(most), Scale(most), isShareAcross: true);

    /// <summary>Begins a plot of shares against a count.</summary>
    public static Plot OfCounts(StringBuilder page, string title, int mostAcross, double most) =>
        new(page, title, (560, 320), (mostAcross, mostAcross / 4), Scale(most), isShareAcross: false);

    private Plot(StringBuilder page, string title, (int Width, int Height) size, (double Most, double Step) across, (double Most, double Step) up, bool isShareAcross)
    {
        (_page, _across, _up, _isShareAcross) = (page, across, up, isShareAcross);
        (_width, _height) = size;
        Append($"<svg viewBox=\"0 0 {Left + _width + 24} {Top + _height + 50}\" style=\"max-width:{(Left + _width + 24) * 5 / 4}px\" role=\"img\">\n<title>{Text(title)}</title>\n");
    }

    public double MostAcross => _across.Most;

    public void Axes(string across, string up)
    {
        for (var step = 0; step <= Math.Round(_up.Most / _up.Step); step++)
        {
            var y = Y(_up.Step * step);
            Append($"<path d=\"M{X(0)} {y}H{X(MostAcross)}\" stroke=\"#eee\"/>\n");
            Append($"<text x=\"{Left - 8}\" y=\"{y}\" text-anchor=\"end\" dominant-baseline=\"middle\">{Share(_up.Step * step)}</text>\n");
        }

        for (var step = 0; step <= Math.Round(_across.Most / _across.Step); step++)
        {
            var at = _across.Step * step;
            Append($"<path d=\"M{X(at)} {Y(0)}v5\" stroke=\"#888\"/>\n");
            Append($"<text x=\"{X(at)}\" y=\"{Top + _height + 19}\" text-anchor=\"middle\">{(_isShareAcross ? Share(at) : Number(at))}</text>\n");
        }

        Append($"<path d=\"M{X(0)} {Y(_up.Most)}V{Y(0)}H{X(MostAcross)}\" fill=\"none\" stroke=\"#888\"/>\n");
        Append($"<text x=\"{Left + (_width / 2)}\" y=\"{Top + _height + 42}\" text-anchor=\"middle\">{Text(across)}</text>\n");
        Append($"<text transform=\"translate(14 {Top + (_height / 2)}) rotate(-90)\" text-anchor=\"middle\">{Text(up)}</text>\n");
    }

    public void Line((double X, double Y)[] points, string color, bool isDashed)
    {
        var (dashes, path) = (isDashed ? " stroke-dasharray=\"5 5\"" : string.Empty, string.Join(' ', points.Select(point => X(point.X) + "," + Y(point.Y))));
        Append($"<polyline fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"{dashes} points=\"{path}\"/>\n");
    }

    public void Dot(double x, double y, string color, string title) =>
        Append($"<circle cx=\"{X(x)}\" cy=\"{Y(y)}\" r=\"4\" fill=\"{color}\"><title>{Text(title)}</title></circle>\n");

    /// <summary>Names lines where no line runs: in the lower right corner, the first on top.</summary>
    public void Keys(IReadOnlyList<(string Name, string Color, bool IsDashed)> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            var y = Top + _height - 14 - ((keys.Count - 1 - i) * KeyHeight);
            var dashes = keys[i].IsDashed ? " stroke-dasharray=\"5 4\"" : string.Empty;
            Append($"<path d=\"M{Left + _width - 26} {y - 4}h22\" stroke=\"{keys[i].Color}\" stroke-width=\"3\"{dashes}/>\n");
            Append($"<text x=\"{Left + _width - 34}\" y=\"{y}\" text-anchor=\"end\">{Text(keys[i].Name)}</text>\n");
        }
    }

    public void End() => _page.Append("</svg>\n");

    // The end of the axis and its steps: at most six, each a number that a person counts in.
    private static (double Most, double Step) Scale(double share)
    {
        foreach (var step in Steps)
        {
            if (share <= (step * 6) + 1e-9)
                return (Math.Min(1, step * Math.Max(1, Math.Ceiling((share / step) - 1e-9))), step);
        }

        return (1, Steps[^1]);
    }

    private string X(double x) => Number(Left + (x / MostAcross * _width));

    private string Y(double y) => Number(Top + _height - (y / _up.Most * _height));

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Share(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private void Append(FormattableString text) => _page.Append(FormattableString.Invariant(text));
}
