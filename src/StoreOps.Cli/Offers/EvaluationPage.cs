using System.Globalization;
using System.Net;
using System.Text;

using StoreOps.Cli.Localization;
using StoreOps.Domain;

namespace StoreOps.Cli.Offers;

/// <summary>Writes an evaluation as one page: no scripts, nothing from outside.</summary>
internal static class EvaluationPage
{
    private static readonly string[] Colors = ["#0b6e4f", "#c8553d", "#7a7a7a", "#3d5a80", "#8e5ea2"];

    public static string Write(EvaluationReport report, Language language)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="{{(language == Language.Chinese ? "zh-Hans" : "en")}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{{Text(EvaluationText.PageTitle(language))}}</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
            table { border-collapse: collapse; }
            th, td { padding: .2rem .8rem; border-bottom: 1px solid #ddd; text-align: right; }
            th:first-child, td:first-child { text-align: left; }
            svg { width: 100%; height: auto; }
            svg text { font-size: 12px; fill: #444; }
            </style>
            </head>
            <body>
            <h1>{{Text(EvaluationText.PageTitle(language))}}</h1>
            <p>{{Text(EvaluationText.Title(report, language))}}</p>

            """);
        Table(report, language, page);
        foreach (var other in report.Comparisons)
            Paragraph(EvaluationText.Difference(other, language), page);
        Heading(EvaluationText.Reliability(language), page);
        Reliability(report, language, page);
        Paragraph(EvaluationText.Calibration(report, language), page);
        Heading(EvaluationText.Gain(language), page);
        Gain(report, language, page);
        Paragraph(EvaluationText.Added(report, language), page);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Table(EvaluationReport report, Language language, StringBuilder page)
    {
        var cut = report.Results[0].Cut;
        var (ranker, recall, hits) = (EvaluationText.Ranker(language), EvaluationText.Recall(language, cut), EvaluationText.Hits(language, cut));
        page.Append("<table>\n");
        Row(page, "th", ranker, recall, string.Create(CultureInfo.InvariantCulture, $"NDCG@{cut}"), hits);
        foreach (var result in report.Results)
            Row(page, "td", [EvaluationText.Name(result.Name, language), .. new[] { result.Recall, result.Ndcg, result.HitRate }.Select(EvaluationText.Share)]);

        page.Append("</table>\n");
    }

    private static void Reliability(EvaluationReport report, Language language, StringBuilder page)
    {
        var bins = report.Reliability.Bins;
        var most = bins.IsEmpty ? 1 : bins.Max(bin => Math.Max(bin.Chance, bin.Share));
        var plot = new Plot(page, EvaluationText.Reliability(language), Plot.Round(most), Plot.Round(most), isShareAcross: true);
        plot.Axes(EvaluationText.ChanceAxis(language), EvaluationText.ShareAxis(language));
        plot.Line([(0, 0), (plot.MostAcross, plot.MostAcross)], "#bbb", isDashed: true);
        plot.Line([.. bins.Select(bin => (bin.Chance, bin.Share))], Colors[0], isDashed: false);
        foreach (var bin in bins)
            plot.Dot(bin.Chance, bin.Share, Colors[0], EvaluationText.Bin(bin, language));
        plot.End();
    }

    private static void Gain(EvaluationReport report, Language language, StringBuilder page)
    {
        var most = report.Gains.Max(gain => gain.Shares[^1]);
        var plot = new Plot(page, EvaluationText.Gain(language), GainCurve.Most, Plot.Round(most), isShareAcross: false);
        plot.Axes(EvaluationText.ShownAxis(language), EvaluationText.FoundAxis(language));
        for (var i = 0; i < report.Gains.Length; i++)
        {
            var color = Colors[i % Colors.Length];
            plot.Line([(0, 0), .. report.Gains[i].Shares.Select((share, place) => (place + 1.0, share))], color, isDashed: false);
            plot.Key(i, EvaluationText.Name(report.Gains[i].Name, language), color);
        }

        plot.End();
    }

    private static void Row(StringBuilder page, string tag, params string[] cells) =>
        page.Append("<tr>").AppendJoin(string.Empty, cells.Select(cell => $"<{tag}>{Text(cell)}</{tag}>")).Append("</tr>\n");

    private static void Heading(string text, StringBuilder page) => page.Append("<h2>").Append(Text(text)).Append("</h2>\n");

    private static void Paragraph(string text, StringBuilder page) => page.Append("<p>").Append(Text(text)).Append("</p>\n");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
