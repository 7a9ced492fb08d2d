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

    private const string Even = "#aaa";

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
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 54rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
            h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .4rem; }
            .wide { overflow-x: auto; }
            .soft { color: #555; font-size: .9rem; }
            .sum { border-left: 4px solid #0b6e4f; padding: .3rem .9rem; background: #f3f8f6; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: .3rem .55rem; border-bottom: 1px solid #ddd; text-align: right; white-space: nowrap; }
            th { vertical-align: bottom; white-space: normal; }
            th:first-child, td:first-child { text-align: left; padding-left: 0; }
            tr.own td { font-weight: 600; }
            svg { width: 100%; height: auto; display: block; }
            svg text { font-size: 12px; fill: #444; }
            </style>
            </head>
            <body>
            <h1>{{Text(EvaluationText.PageTitle(language))}}</h1>
            <p>{{Text(EvaluationText.Title(report, language))}}</p>

            """);
        page.Append("<p class=\"sum\">").Append(Text(EvaluationText.Added(report, language))).Append("</p>\n");
        Table(report, language, page);
        Paragraph(EvaluationText.Terms(report.Results[0].Cut, language), page);
        Heading(EvaluationText.Reliability(language), page);
        Paragraph(EvaluationText.ReliabilityHint(report.Reliability.Bins.Length, language), page);
        Reliability(report, language, page);
        Paragraph(EvaluationText.Calibration(report, language), page);
        Heading(EvaluationText.Gain(language), page);
        Gain(report, language, page);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Table(EvaluationReport report, Language language, StringBuilder page)
    {
        var cut = report.Results[0].Cut;
        page.Append("<div class=\"wide\"><table>\n");
        Row(
            page, "th", isOwn: false, EvaluationText.Ranker(language), EvaluationText.Recall(language, cut), string.Create(CultureInfo.InvariantCulture, $"NDCG@{cut}"),
            EvaluationText.Hits(language, cut), EvaluationText.AheadBy(language, EvaluationText.Recall(language, cut)));
        for (var i = 0; i < report.Results.Length; i++)
        {
            var (result, ahead) = (report.Results[i], i == 0 ? string.Empty : EvaluationText.ShortInterval(report.Comparisons[i - 1].Recall));
            Row(page, "td", i == 0, [EvaluationText.Name(result.Name, language), .. new[] { result.Recall, result.Ndcg, result.HitRate }.Select(EvaluationText.Share), ahead]);
        }

        page.Append("</table></div>\n");
    }

    private static void Reliability(EvaluationReport report, Language language, StringBuilder page)
    {
        var bins = report.Reliability.Bins;
        var most = bins.IsEmpty ? 1 : bins.Max(bin => Math.Max(bin.Chance, bin.Share));
        var plot = Plot.OfShares(page, EvaluationText.Reliability(language), most);
        plot.Axes(EvaluationText.ChanceAxis(language), EvaluationText.ShareAxis(language));
        plot.Line([(0, 0), (plot.MostAcross, plot.MostAcross)], Even, isDashed: true);
        plot.Line([.. bins.Select(bin => (bin.Chance, bin.Share))], Colors[0], isDashed: false);
        foreach (var bin in bins)
            plot.Dot(bin.Chance, bin.Share, Colors[0], EvaluationText.Bin(bin, language));
        plot.Keys([(EvaluationText.AsTold(language), Even, true), (EvaluationText.Name(report.Results[0].Name, language), Colors[0], false)]);
        plot.End();
    }

    private static void Gain(EvaluationReport report, Language language, StringBuilder page)
    {
        var plot = Plot.OfCounts(page, EvaluationText.Gain(language), GainCurve.Most, report.Gains.Max(gain => gain.Shares[^1]));
        plot.Axes(EvaluationText.ShownAxis(language), EvaluationText.FoundAxis(language));
        // The model's line is drawn last, over the others.
        for (var i = report.Gains.Length - 1; i >= 0; i--)
            plot.Line([(0, 0), .. report.Gains[i].Shares.Select((share, place) => (place + 1.0, share))], Colors[i % Colors.Length], isDashed: false);
        plot.Keys([.. report.Gains.Select((gain, i) => (EvaluationText.Name(gain.Name, language), Colors[i % Colors.Length], false))]);
        plot.End();
    }

    private static void Row(StringBuilder page, string tag, bool isOwn, params string[] cells) => page
        .Append(isOwn ? "<tr class=\"own\">" : "<tr>").AppendJoin(string.Empty, cells.Select(cell => $"<{tag}>{Text(cell)}</{tag}>")).Append("</tr>\n");

    private static void Heading(string text, StringBuilder page) => page.Append("<h2>").Append(Text(text)).Append("</h2>\n");

    private static void Paragraph(string text, StringBuilder page) => page.Append("<p class=\"soft\">").Append(Text(text)).Append("</p>\n");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
