using System.Net;
using System.Text;
using System.Text.RegularExpressions;

using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Orders;
using StoreOps.Recommend.Localization;
using StoreOps.Recommend.Reception;

namespace StoreOps.Samples.Reception;

/// <summary>The page a customer is shown: one file, readable on a phone, nothing loaded from anywhere.</summary>
internal static class SheetPage
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b2b33;--soft:#5c7078;--line:#dbe4e8;--brand:#164e63;--due:#c2410c;--ok:#15803d;--card:#fff;--page:#f4f7f8}
        @media(prefers-color-scheme:dark){:root{--ink:#e6eef1;--soft:#9fb3bb;--line:#2c3c44;--brand:#7dd3fc;--due:#fb923c;--ok:#4ade80;--card:#162127;--page:#0e161a}}
        *{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
        main{max-width:46rem;margin:0 auto;padding:1rem}h1{font-size:1.35rem;margin:.2rem 0}h2{font-size:1.05rem;margin:0 0 .5rem;color:var(--brand)}
        section{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1rem;margin:.8rem 0}
        .soft{color:var(--soft);font-size:.9rem}.row{display:flex;justify-content:space-between;gap:1rem;padding:.45rem 0;border-top:1px solid var(--line)}
        .row:first-of-type{border-top:0}.row>span:first-child{flex:1 1 60%}.due{color:var(--due);font-weight:600;white-space:normal!important;text-align:right;font-size:.9rem}.pay{font-size:1.6rem;font-weight:700;font-variant-numeric:tabular-nums}
        .num{font-variant-numeric:tabular-nums;white-space:nowrap}.wide{overflow-x:auto;margin:0 -1rem;padding:0 1rem}
        table{border-collapse:collapse;font-size:.85rem}th,td{padding:.35rem .5rem;border-bottom:1px solid var(--line);text-align:center;white-space:nowrap}
        th:first-child,td:first-child{position:sticky;left:0;background:var(--card);text-align:left;font-weight:500}
        summary{cursor:pointer}details[open]>summary{color:var(--brand);font-weight:600}details>.row{padding-left:.8rem}summary.row{padding-left:0!important}
        th.now{color:var(--due)}td.now{background:color-mix(in srgb,var(--due) 12%,transparent)}.dot{color:var(--brand)}
        """;

    private const int MostOffered = 5;

    public static string Write(ReceptionSheet sheet, Language language)
    {
        var texts = new Texts(language);
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"").Append(texts.Say("zh-Hans", "en")).Append("\">\n<head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
            .Append(Html(texts.Say("您的爱车今天", "Your car today"))).Append("</title><style>").Append(Style).Append("</style></head>\n<body><main>\n");
        Head(sheet, texts, page);
        Due(sheet, texts, page);
        Ask(sheet.Plan, texts, page);
        Price(sheet, texts, page);
        Offers(sheet, texts, page);
        var ahead = new PlanSections(sheet, texts, page);
        ahead.NextVisits();
        ahead.Statuses();
        ahead.KilometerTable();
        page.Append("<p class=\"soft\">").Append(Html(texts.Say("依据 ", "Based on ") + sheet.Plan.Match.Schedule.Id + texts.Say("，可信度 ", ", confidence ") + texts.Of(sheet.Plan.Match.Schedule.Confidence)
            + ". " + sheet.Plan.Match.Schedule.Source.Kind)).Append("</p>\n</main></body></html>\n");
        return page.ToString();
    }

    public static void Row(StringBuilder page, string what, string why, string value, bool isDue) => page
        .Append("<div class=\"row\"><span>").Append(Html(what)).Append(why.Length == 0 ? string.Empty : "<br><span class=\"soft\">" + Whole(Html(why)) + "</span>")
        .Append("</span><span class=\"num").Append(isDue ? " due" : string.Empty).Append("\">").Append(Whole(Html(value))).Append("</span></div>\n");

    public static string Html(string text) => WebUtility.HtmlEncode(text);

    // On a phone no line ends inside a date, or between a number and its unit.
    private static string Whole(string html) => Kept(Kept(html, @"\d{4}-\d{2}-\d{2}", "<span class=\"num\">$0</span>"), @"(?<=\d) (?=[^\s\d(])|(?<=\p{Lo}) (?=\d)", "&nbsp;");

    private static string Kept(string html, string pattern, string replacement) =>
        Regex.Replace(html, pattern, replacement, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static void Head(ReceptionSheet sheet, Texts texts, StringBuilder page)
    {
        var car = string.Join(' ', new[] { sheet.Vehicle.Make, sheet.Vehicle.Model, sheet.Vehicle.ModelYear?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Where(part => part is not null));
        page.Append("<header><p class=\"soft\">").Append(Html(texts.Name(sheet.Arrival.Shop.Name) + " · " + Texts.Day(sheet.Arrival.Date))).Append("</p><h1>")
            .Append(Html(car.Length == 0 ? texts.Say("您的爱车", "Your car") : car)).Append("</h1><p class=\"num\">")
            .Append(Html(Texts.Number(sheet.Arrival.Odometer.Kilometers) + " km")).Append("</p></header>\n");
    }

    private static void Due(ReceptionSheet sheet, Texts texts, StringBuilder page)
    {
        page.Append("<section><h2>").Append(Html(texts.Say("今天应做", "Due today"))).Append("</h2>\n");
        if (sheet.Plan.Due.IsEmpty)
            page.Append("<p>").Append(Html(texts.Say("没有到期项目。", "Nothing is due."))).Append("</p>\n");
        foreach (var service in sheet.Plan.Due)
            Row(page, $"{texts.Name(service.Component.Name)} · {texts.Of(service.Action)}", texts.Grounds(service), texts.Left(service), isDue: true);
        page.Append("</section>\n");
    }

    private static void Ask(MaintenancePlan plan, Texts texts, StringBuilder page)
    {
        if (plan.AskFirst.IsEmpty)
            return;
        page.Append("<section><h2>").Append(Html(texts.Say("没有记录，先为您检查", "No record: we look first"))).Append("</h2>\n");
        foreach (var service in plan.AskFirst.Take(5))
            Row(page, texts.Name(service.Component.Name), texts.Grounds(service), string.Empty, isDue: false);
        page.Append("</section>\n");
    }

    private static void Price(ReceptionSheet sheet, Texts texts, StringBuilder page)
    {
        var quote = sheet.Quote;
        if (quote.Lines.IsEmpty)
            return;
        page.Append("<section><h2>").Append(Html(texts.Say("价格", "Price"))).Append("</h2>\n");
        foreach (var line in quote.Lines.Where(line => !line.Line.ListAmount.IsZero))
            Row(page, texts.Name(line.Line.Name!) + (line.Line.Kind == LineKind.Labor ? texts.Say("（工时）", " (labor)") : string.Empty), line.Line.Quantity == 1m ? string.Empty : "× " + Texts.Number(line.Line.Quantity), "¥ " + Texts.Amount(line.Line.ListAmount), isDue: false);
        foreach (var applied in quote.Applied)
            Row(page, texts.Name(applied.Name), string.Empty, "− ¥ " + Texts.Amount(applied.Amount), isDue: false);
        page.Append("<div class=\"row\"><span>").Append(Html(texts.Say("应付", "To pay"))).Append("</span><span class=\"pay\">¥ ").Append(Html(Texts.Amount(quote.Payable))).Append("</span></div>\n");
        if (quote.IsProvenBest && !quote.Applied.IsEmpty)
            page.Append("<p class=\"soft\">").Append(Html(texts.Say("已为您选用最优惠的组合。", "The best combination of your discounts is applied."))).Append("</p>\n");
        page.Append("</section>\n");
    }

    private static void Offers(ReceptionSheet sheet, Texts texts, StringBuilder page)
    {
        var parts = sheet.Offers?.Parts ?? [];
        var services = sheet.Recommendations.Take(Math.Max(0, MostOffered - parts.Length)).ToArray();
        if (parts.IsEmpty && services.Length == 0)
            return;
        page.Append("<section><h2>").Append(Html(texts.Say("顺便考虑", "While you are here"))).Append("</h2>\n");
        foreach (var part in parts.Take(MostOffered))
        {
            // A customer is told what speaks for it, and nothing of what the shop makes of that.
            var why = part.Reasons.Where(reason => reason.Value > 0).Select(reason => texts.Reason(reason, sheet.Offers!)).FirstOrDefault() ?? string.Empty;
            Row(page, texts.Name(part), why, Texts.Price(part), isDue: false);
        }

        foreach (var one in services)
            Row(page, $"{texts.Name(one.Item.Name)} · {texts.Of(one.Action)}", texts.Reason(one.Reasons.MaxBy(reason => reason.Value)!), string.Empty, isDue: false);
        page.Append("<p class=\"soft\">").Append(Html(OfferedPartText.Basis(sheet.OfferBasis, texts.Language))).Append("</p></section>\n");
    }
}
