using System.Globalization;
using System.Text;

namespace StoreOps.Benchmarks;

/// <summary>Draws how a time grows, as a picture that a browser and a repository page show.</summary>
internal static class LinePlot
{
    private const int Width = 640;
    private const int Height = 320;
    private const int Left = 56;
    private const int Bottom = 44;

    private static readonly string[] Colors = ["#1f6feb", "#d1660f", "#2da44e"];

    /// <summary>Returns the picture.</summary>
    /// <param name="across">What is counted across.</param>
    /// <param name="lines">Each line's name and its points: what is counted, and microseconds.</param>
    public static string Svg(string across, IReadOnlyList<(string Name, List<(double X, double Y)> Points)> lines)
    {
        var (right, top) = (Math.Max(1, lines.Max(line => line.Points.Max(point => point.X))), Round(lines.Max(line => line.Points.Max(point => point.Y))));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (var step = 0; step <= 4; step++)
        {
            var value = top * step / 4;
            var (y, x) = (Y(value, top), X(right * step / 4, right));
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {y:F1}H{Width - 16}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{y + 4:F1}\" text-anchor=\"end\">{value:0.##}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:F1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{right * step / 4:0.#}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"16\">microseconds, median</text><text x=\"{Width - 16}\" y=\"{Height - 8}\" text-anchor=\"end\">{across}</text>\n");
        for (var i = 0; i < lines.Count; i++)
        {
            var color = Colors[i % Colors.Length];
            var points = string.Join(' ', lines[i].Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X, right):F1},{Y(point.Y, top):F1}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + 12}\" y=\"{40 + (i * 16)}\" fill=\"{color}\">{lines[i].Name}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static double X(double value, double right) => Left + (value / right * (Width - 16 - Left));

    private static double Y(double value, double top) => Height - Bottom - (value / top * (Height - Bottom - 28));

    // The next number of one digit, so that the axis has round steps.
    private static double Round(double value)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, 0.01))));
        return Math.Ceiling(value / unit) * unit;
    }
}
