using Spectre.Console;

using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Localization;
using StoreOps.Recommend.Reception;
using StoreOps.Rules.Localization;

namespace StoreOps.Samples.Reception;

/// <summary>The sheet a service advisor works from: top to bottom, every line with its reason.</summary>
internal sealed class SheetView(IAnsiConsole console, Language language)
{
    private const int MostAsked = 6;

    private readonly Texts _texts = new(language);

    public void Show(ReceptionSheet sheet)
    {
        console.WriteLine();
        console.Write(new Rule(Escape($"{Say("接车单", "Reception")}  {Texts.Day(sheet.Arrival.Date)}  {_texts.Name(sheet.Arrival.Shop.Name)}  {sheet.Pack}")).LeftJustified());
        ShowHead(sheet);
        ShowDue(sheet);
        ShowAsk(sheet.Plan);
        ShowNext(sheet.Plan);
        ShowParts(sheet);
        ShowOffers(sheet);
        ShowRecommendations(sheet);
        ShowQuote(sheet);
        ShowPeople(sheet);
    }

    private void ShowHead(ReceptionSheet sheet)
    {
        var vehicle = sheet.Vehicle;
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        var known = string.Join(' ', new[] { vehicle.Make ?? Say("品牌未知", "make unknown"), vehicle.Model, vehicle.ModelYear?.ToString(System.Globalization.CultureInfo.InvariantCulture), _texts.Of(vehicle.Powertrain) }.Where(part => part is not null));
        var vin = sheet.Vin is { } decoded
            ? $"{decoded.Vin.ToLogString()}  {_texts.Of(decoded.CheckDigit)}  {Say("制造商", "maker")}: {Maker(decoded)}"
            : Say("无 VIN", "no VIN");
        grid.AddRow(Say("车辆", "Vehicle"), Escape($"{known}  {vin}"));
        var perDay = sheet.Odometer.MetersPerDay is { } meters ? Say($"  日均 {meters / 1000m:0.#} km", $"  {meters / 1000m:0.#} km a day") : string.Empty;
        grid.AddRow(Say("里程", "Odometer"), Escape($"{Texts.Number(sheet.Arrival.Odometer.Kilometers)} km  {_texts.Odometer(sheet.Odometer)}{perDay}"));
        if (sheet.Lifecycle is { } standing)
        {
            var next = standing.NextTransitionOn is { } on ? Say($"  → {Texts.Day(on)} 转为 {_texts.Of(standing.NextState!.Value)}", $"  → {_texts.Of(standing.NextState!.Value)} on {Texts.Day(on)}") : string.Empty;
            var habit = standing is { OwnIntervalDays: { } own, IdleDays: not null } ? Say($"，间隔 {own:0} 天，距上次 {standing.IdleDays} 天（{standing.Ratio:0.0}×）", $", every {own:0} days, idle {standing.IdleDays} ({standing.Ratio:0.0}×)") : string.Empty;
            grid.AddRow(Say("客户", "Customer"), Escape($"{_texts.Of(standing.State)}  {Say($"{standing.Visits} 次到店", $"{standing.Visits} visits")}{habit}{next}"));
        }

        if (sheet.Tags is { } tags && tags.TagIds.Length + tags.SegmentIds.Length > 0)
            grid.AddRow(Say("标签", "Tags"), Escape(string.Join(Say("、", ", "), tags.TagIds.Concat(tags.SegmentIds).Select(id => _texts.Tag(id, sheet.Pack)))));
        var schedule = sheet.Plan.Match.Schedule;
        grid.AddRow(Say("周期表", "Schedule"), Escape($"{schedule.Id} ({Say("可信度", "confidence")} {_texts.Of(schedule.Confidence)})  {schedule.Source.Kind}"));
        foreach (var finding in sheet.Findings.Distinct())
            grid.AddRow("[yellow]![/]", Escape(_texts.Finding(finding)));
        console.Write(grid);
    }

    private void ShowDue(ReceptionSheet sheet)
    {
        var table = Table(Say("今天应做", "Due today"), Say("动作", "action"), Say("状况", "where it stands"), Say("依据", "by the rule"));
        foreach (var service in sheet.Plan.Due)
            table.AddRow(Escape(_texts.Name(service.Component.Name)), _texts.Of(service.Action), Escape(_texts.Left(service)), Escape(_texts.Grounds(service)));
        foreach (var service in sheet.Services.Where(service => service.Planned is null))
            table.AddRow(Escape(_texts.Name(MaintenanceCatalog.BuiltIn.FindComponent(service.ItemId)!.Name)), _texts.Of(service.Action), Say("客户要求或必需", "asked for, or required"), string.Empty);
        Write(table, Say("没有到期项目", "nothing is due"));
    }

    private void ShowAsk(MaintenancePlan plan)
    {
        if (plan.AskFirst.IsEmpty)
            return;
        var table = Table(Say("先问再查（历史不明）", "Ask or look first (no record)"), Say("动作", "action"), Say("依据", "by the rule"));
        foreach (var service in plan.AskFirst.Take(MostAsked))
            table.AddRow(Escape(_texts.Name(service.Component.Name)), _texts.Of(service.Action), Escape(_texts.Grounds(service)));
        console.Write(table);
        if (plan.AskFirst.Length > MostAsked)
            console.WriteLine(Say($"   另有 {plan.AskFirst.Length - MostAsked} 项无记录", $"   and {plan.AskFirst.Length - MostAsked} more without a record"));
    }

    private void ShowNext(MaintenancePlan plan)
    {
        var next = plan.Upcoming.Select(service => $"{_texts.Name(service.Component.Name)} {_texts.Of(service.Action)} ({_texts.Left(service)})").ToArray();
        if (next.Length > 0)
            console.MarkupLine(Escape(Say("下次: ", "Next: ") + string.Join(Say("、", ", "), next)));
    }

    private void ShowParts(ReceptionSheet sheet)
    {
        var table = Table(Say("配件", "Parts"), Say("品牌规则", "brand rule"), Say("数量", "quantity"), Say("库存", "stock"), Say("价格", "price"));
        foreach (var choice in sheet.Services.SelectMany(service => service.Parts))
        {
            if (choice.Chosen is not { } offer)
                continue;
            var rule = choice.Evidence.Children.FirstOrDefault(step => step.Code == Rules.Explanations.EvidenceCodes.BrandPreference)?.RuleId ?? "—";
            table.AddRow(
                Escape(_texts.Name(offer.Stocked.Part.Name)),
                Escape(rule),
                offer.Quantity is { } quantity ? Texts.Number(quantity) : "?",
                _texts.Of(offer.Availability),
                offer.Amount is { } amount ? Texts.Amount(amount) : "?");
        }

        Write(table, null);
    }

    private void ShowOffers(ReceptionSheet sheet)
    {
        if (sheet.Offers is not { } offers)
            return;
        var table = Table(Say("推荐配件", "Parts to offer"), Say("价格", "price"), Say("成交概率", "chance"), Say("状态", "status"), Say("理由", "because"));
        foreach (var part in offers.Parts)
        {
            var mark = part.IsAutoAdded ? Say("[bold]自动加单[/]", "[bold]added[/]") : part.Stocked is null ? Say("工时", "work") : Escape(_texts.Of(part.Availability));
            table.AddRow(Escape(_texts.Name(part)), Escape(Texts.Price(part)), $"{part.Probability * 100:0} %", mark, Escape(string.Join("\n", part.Reasons.Take(2).Select(reason => _texts.Reason(reason, offers)))));
        }

        Write(table, null);
        console.MarkupLine(Escape(OfferedPartText.Basis(sheet.OfferBasis, language)));
        if (offers.ExpectedPrecision is { } precision)
        {
            console.MarkupLine(Escape(Say(
                $"自动加单 {offers.AutoAdded} 项（概率不低于 {offers.AutoAddFrom * 100:0}%），预计 {precision * 100:0}% 正确",
                $"{offers.AutoAdded} added without asking (from a chance of {offers.AutoAddFrom * 100:0} % on), {precision * 100:0} % expected to be right")));
        }
    }

    private void ShowRecommendations(ReceptionSheet sheet)
    {
        var table = Table(Say("推荐", "Also offer"), Say("动作", "action"), Say("成交倾向", "likelihood"), Say("理由", "because"));
        foreach (var one in sheet.Recommendations)
        {
            var reasons = one.Reasons.OrderByDescending(reason => reason.Value).Take(2).Select(_texts.Reason);
            table.AddRow(Escape(_texts.Name(one.Item.Name)), _texts.Of(one.Action), $"{one.Probability * 100:0} %", Escape(string.Join(Say("；", "; "), reasons)));
        }

        Write(table, null);
    }

    private void ShowQuote(ReceptionSheet sheet)
    {
        var quote = sheet.Quote;
        var proof = quote.IsProvenBest ? Say($"最优 ✓（比较 {quote.CombinationsTried} 种组合）", $"proven best ✓ ({quote.CombinationsTried} combinations)") : Say("未证明最优", "not proven best");
        console.MarkupLine($"[bold]{Escape(Say($"报价  原价 {Texts.Amount(quote.ListTotal)} → 应付 {Texts.Amount(quote.Payable)}", $"Quote  list {Texts.Amount(quote.ListTotal)} → to pay {Texts.Amount(quote.Payable)}"))}[/]  {Escape(proof)}");
        foreach (var applied in quote.Applied)
            console.MarkupLine(Escape($"   − {Texts.Amount(applied.Amount)}  {_texts.Name(applied.Name)}"));
        foreach (var rejected in quote.Rejected)
            console.MarkupLine("[grey]" + Escape($"   {Say("未用", "not used")}  {_texts.Name(rejected.Name)}: {EvidenceText.Gist(rejected.Evidence, language)}") + "[/]");
        foreach (var offer in quote.PackageOffers)
        {
            var text = Say(
                $"   套餐  {_texts.Name(offer.Package.Name)}: 今天共付 {Texts.Amount(offer.PayableToday)}，抵 {Texts.Amount(offer.CoveredToday)}，余 {offer.UsesLeft} 次（单次价值 {Texts.Amount(offer.ValueLeft)}）",
                $"   package  {_texts.Name(offer.Package.Name)}: {Texts.Amount(offer.PayableToday)} today, covers {Texts.Amount(offer.CoveredToday)}, {offer.UsesLeft} uses left (worth {Texts.Amount(offer.ValueLeft)})");
            console.MarkupLine(Escape(text));
        }
    }

    private void ShowPeople(ReceptionSheet sheet)
    {
        var earned = sheet.Commissions.Entries.GroupBy(entry => entry.EmployeeId).Select(group => $"{group.Key} {Texts.Amount(sheet.Commissions.TotalFor(group.Key))}");
        console.MarkupLine(Escape(Say("提成预览  ", "Commission  ") + string.Join("  ", earned)));
        var tasks = sheet.FollowUps?.Tasks.Take(3).Select(task => $"{Texts.Day(task.Date)} {_texts.Name(sheet.Pack.FollowUps.First(rule => rule.Id == task.RuleId).Name)}").ToArray() ?? [];
        if (tasks.Length > 0)
            console.MarkupLine(Escape(Say("回访  ", "Follow-up  ") + string.Join("; ", tasks)));
    }

    private string Maker(DecodedVin decoded) => decoded.Maker is { } maker
        ? (language == Language.Chinese ? maker.ChineseName : null) ?? maker.Manufacturer
        : Say("未知（不猜测）", "unknown (not guessed)");

    private static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple).Expand();
        foreach (var column in columns)
            table.AddColumn(new TableColumn(Escape(column)));
        return table;
    }

    private void Write(Table table, string? ifEmpty)
    {
        if (table.Rows.Count > 0)
            console.Write(table);
        else if (ifEmpty is not null)
            console.WriteLine(ifEmpty);
    }

    private string Say(string chinese, string english) => _texts.Say(chinese, english);

    private static string Escape(string text) => Markup.Escape(text);
}
