using System.Globalization;
using System.Net;
using System.Text;

namespace StoreOps.Cli.Offers;

/// <summary>Draws one plot as SVG.</summary>
internal sealed class Plot
{
    private const int Left = 60;
    private const int Top = 16;
    private const int Width = 540;
    private const int Height = 300;
    private const int Steps = 5;

    private readonly StringBuilder _page;
    private readonly double _mostUp;
    private readonly bool _isShareAcross;

    public Plot(StringBuilder page, string title, double mostAcross, double mostUp, bool isShareAcross)
    {
        (_page, MostAcross, _mostUp, _isShareAcross) = (page, mostAcross, mostUp, isShareAcross);
        Append($"<svg viewBox=\"0 0 {Left + Width + 20} {Top + Height + 50}\" role=\"img\">\n<title>{Text(title)}</title>\n");
    }

    public double MostAcross { get; }

    /// <summary>Returns the next tenth, or for small shares the next hundredth.</summary>
    public static double Round(double share) => share <= 0.1
        ? Math.Max(0.01, Math.Ceiling(share * 100 - 1e-9) / 100)
        : Math.Min(1, Math.Ceiling(share * 10 - 1e-9) / 10);

    public void Axes(string across, string up)
    {
        for (var step = 0; step <= Steps; step++)
        {
            var (x, y) = (MostAcross * step / Steps, _mostUp * step / Steps);
            Append($"<path d=\"M{X(0)} {Y(y)}H{X(MostAcross)}\" stroke=\"#eee\"/>\n");
            Append($"<text x=\"{Left - 6}\" y=\"{Y(y)}\" text-anchor=\"end\" dominant-baseline=\"middle\">{Share(y)}</text>\n");
            Append($"<text x=\"{X(x)}\" y=\"{Top + Height + 16}\" text-anchor=\"middle\">{(_isShareAcross ? Share(x) : Number(x))}</text>\n");
        }

        Append($"<path d=\"M{X(0)} {Y(_mostUp)}V{Y(0)}H{X(MostAcross)}\" fill=\"none\" stroke=\"#888\"/>\n");
        Append($"<text x=\"{Left + (Width / 2)}\" y=\"{Top + Height + 38}\" text-anchor=\"middle\">{Text(across)}</text>\n");
        Append($"<text transform=\"translate(14 {Top + (Height / 2)}) rotate(-90)\" text-anchor=\"middle\">{Text(up)}</text>\n");
    }

    public void Line((double X, double Y)[] points, string color, bool isDashed)
    {
        var (dashes, path) = (isDashed ? " stroke-dasharray=\"5 5\"" : string.Empty, string.Join(' ', points.Select(point => X(point.X) + "," + Y(point.Y))));
        Append($"<polyline fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"{dashes} points=\"{path}\"/>\n");
    }

    public void Dot(double x, double y, string color, string title) =>
        Append($"<circle cx=\"{X(x)}\" cy=\"{Y(y)}\" r=\"4\" fill=\"{color}\"><title>{Text(title)}</title></circle>\n");

    /// <summary>Names a line, below the others that are named.</summary>
    public void Key(int place, string name, string color)
    {
        var y = Top + Height - 16 - (place * 18);
        Append($"<rect x=\"{Left + Width - 260}\" y=\"{y - 9}\" width=\"14\" height=\"4\" fill=\"{color}\"/>\n");
        Append($"<text x=\"{Left + Width - 240}\" y=\"{y - 3}\">{Text(name)}</text>\n");
    }

    public void End() => _page.Append("</svg>\n");

    private string X(double x) => Number(Left + (x / MostAcross * Width));

    private string Y(double y) => Number(Top + Height - (y / _mostUp * Height));

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Share(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private void Append(FormattableString text) => _page.Append(FormattableString.Invariant(text));
}
