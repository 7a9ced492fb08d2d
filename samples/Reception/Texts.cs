using System.Globalization;

using NodaTime;
using NodaTime.Text;

using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Localization;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Reception;
using StoreOps.Rules;
using StoreOps.Rules.Lifecycle;

namespace StoreOps.Samples.Reception;

/// <summary>What the sheet says in words, in both languages.</summary>
internal sealed class Texts(Language language)
{
    public Language Language => language;

    public string Say(string chinese, string english) => language == Language.English ? english : chinese;

    public string Name(LocalizedText text) => text.In(language);

    public static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Number(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    public static string Amount(Money amount) => amount.Amount.ToString("#,0.00", CultureInfo.InvariantCulture);

    public string Of(ServiceAction action) => action switch
    {
        ServiceAction.Inspect => Say("检查", "inspect"),
        ServiceAction.Clean => Say("清洁", "clean"),
        ServiceAction.Adjust => Say("调整", "adjust"),
        ServiceAction.Tighten => Say("紧固", "tighten"),
        ServiceAction.Lubricate => Say("润滑", "lubricate"),
        ServiceAction.Add => Say("添加", "add"),
        ServiceAction.Rotate => Say("换位", "rotate"),
        ServiceAction.Service => Say("保养", "service"),
        _ => Say("更换", "replace"),
    };

    /// <summary>The word of a status in both languages, as a customer reads it.</summary>
    public static (string Chinese, string English) WordOf(MaintenanceStatus status) => status switch
    {
        MaintenanceStatus.NotApplicable => ("本车没有", "not on this car"),
        MaintenanceStatus.NoServiceRequired => ("厂家说明无需保养", "no service required"),
        MaintenanceStatus.Unknown => ("无记录，待确认", "not known, to ask"),
        MaintenanceStatus.Ok => ("良好", "fine"),
        MaintenanceStatus.Upcoming => ("即将到期", "due soon"),
        MaintenanceStatus.Due => ("已到期", "due"),
        MaintenanceStatus.InTolerance => ("已到期，仍在宽限内", "due, still in time"),
        MaintenanceStatus.Overdue => ("已过期", "overdue"),
        MaintenanceStatus.Deferred => ("客户暂缓", "put off"),
        MaintenanceStatus.DoneElsewhere => ("他店已做", "done elsewhere"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status has a word in both languages."),
    };

    public string Of(LifecycleState state) => state switch
    {
        LifecycleState.New => Say("新客", "new"),
        LifecycleState.Active => Say("活跃", "active"),
        LifecycleState.Core => Say("核心", "core"),
        LifecycleState.AtRisk => Say("流失预警", "at risk"),
        LifecycleState.Dormant => Say("沉睡", "dormant"),
        LifecycleState.Lost => Say("流失", "lost"),
        _ => Say("首次到店", "first visit"),
    };

    public string Of(ScheduleConfidence confidence) => confidence switch
    {
        ScheduleConfidence.High => Say("高", "high"),
        ScheduleConfidence.Medium => Say("中", "medium"),
        _ => Say("低", "low"),
    };

    public string Of(Availability availability) => availability switch
    {
        Availability.OnShelf => Say("有货", "in stock"),
        Availability.OnOrder => Say("需订货", "to order"),
        _ => Say("无货", "not available"),
    };

    public string Of(Powertrain powertrain) => powertrain switch
    {
        Powertrain.Petrol => Say("汽油", "petrol"),
        Powertrain.Diesel => Say("柴油", "diesel"),
        Powertrain.Hybrid => Say("混动", "hybrid"),
        Powertrain.PlugInHybrid => Say("插电混动", "plug-in hybrid"),
        Powertrain.Electric => Say("纯电", "electric"),
        _ => Say("动力未知", "powertrain unknown"),
    };

    public string Of(CheckDigitVerdict verdict) => verdict switch
    {
        CheckDigitVerdict.Valid => Say("校验 ✓", "check digit ✓"),
        CheckDigitVerdict.Invalid => Say("校验位不符，请核对", "check digit wrong, please compare"),
        _ => Say("该市场不用校验位", "no check digit in this market"),
    };

    public string Odometer(OdometerAssessment odometer)
    {
        var range = odometer.ExpectedTo is { } to ? $"{Number(odometer.ExpectedFrom!.Value.Kilometers)}–{Number(to.Kilometers)}" : string.Empty;
        var aside = odometer.SetAside.IsEmpty ? string.Empty : Say($"，{odometer.SetAside.Length} 条旧读数存疑已搁置", $", {odometer.SetAside.Length} earlier readings set aside");
        var repairs = string.Join(Say("、", ", "), odometer.Repairs.Select(repair => Number(repair.Odometer.Kilometers)));
        var meant = repairs.Length == 0 ? string.Empty : Say($"；是否应为 {repairs}？", $"; did you mean {repairs}?");
        return odometer.Verdict switch
        {
            OdometerVerdict.Expected when range.Length == 0 => Say("✓ 与上次读数相符", "✓ fits the last reading"),
            OdometerVerdict.Expected => Say($"✓ 符合预计 {range}", $"✓ expected {range}"),
            OdometerVerdict.Unusual => Say($"与预计 {range} 不同，请确认", $"unusual, expected {range}"),
            OdometerVerdict.BelowLast => Say(
                $"✗ 低于上次 {Number(odometer.LastTrusted!.Value.Odometer.Kilometers)}，预计 {range}，请核对",
                $"✗ below the last {Number(odometer.LastTrusted!.Value.Odometer.Kilometers)}, expected {range}: please look again"),
            OdometerVerdict.TooFar => Say($"✗ 超出可能，预计 {range}，请核对", $"✗ further than possible, expected {range}: please look again"),
            _ => Say("无历史读数", "no earlier reading"),
        } + meant + aside;
    }

    /// <summary>The rule and where it stands: "every 10,000 km / 12 mo, last 50,100 km 2025-11-30".</summary>
    public string Grounds(PlannedService service)
    {
        var limits = service.Limits;
        var every = string.Join(" / ", new[]
        {
            (service.Last.IsRecorded ? limits.EveryKilometers : limits.FirstDueKilometers) is { } km ? Number(km) + " km" : null,
            (service.Last.IsRecorded ? limits.EveryMonths : limits.FirstDueMonths) is { } months ? months.ToString(CultureInfo.InvariantCulture) + Say(" 月", " mo") : null,
        }.Where(part => part is not null));
        var rule = every.Length == 0 ? string.Empty : (service.Last.IsRecorded ? Say("每 ", "every ") : Say("首次 ", "first at ")) + every;
        var last = service.Last.IsRecorded
            ? Say("，上次 ", ", last ") + string.Join(' ', new[] { service.Last.Kilometers is { } done ? Number(done) + " km" : null, service.Last.Date is { } date ? Day(date) : null }.Where(part => part is not null))
            : string.Empty;
        return rule + last;
    }

    public string Left(PlannedService service)
    {
        var parts = new List<string>();
        if (service.Due.KilometersLeft is { } km)
            parts.Add(km < 0 ? Say($"超 {Number(-km)} km", $"{Number(-km)} km over") : Say($"剩 {Number(km)} km", $"{Number(km)} km left"));
        if (service.Due.DaysLeft is { } days)
            parts.Add(days < 0 ? Say($"超 {-days} 天", $"{-days} days over") : Say($"剩 {days} 天", $"{days} days left"));
        if (service.Due.Governing == GoverningLimit.Months)
            parts.Reverse();
        return string.Join(Say("，", ", "), parts);
    }

    public string Reason(RecommendationReason reason)
    {
        var subject = reason.Evidence.Subject is { } id && MaintenanceCatalog.BuiltIn.FindComponent(id) is { } component ? Name(component.Name) : reason.Evidence.Subject;
        var actual = reason.Evidence.Actual?.ToString();
        return reason.Code switch
        {
            RecommendationCodes.BaseRate => Say($"全部订单 {actual} % 有此项", $"{actual} % of all orders have it"),
            RecommendationCodes.IntervalUsed => Say($"间隔已用 {actual} %", $"{actual} % of its interval is used"),
            RecommendationCodes.AskFirst => Say("无记录，请先查看", "no record: look first"),
            RecommendationCodes.RequiredBy => Say($"{subject} 需要", $"{subject} requires it"),
            RecommendationCodes.TogetherWith => Say($"宜与 {subject} 同做", $"best done with {subject}"),
            RecommendationCodes.SoldWith => Say($"{subject} 的订单 {actual} % 同做", $"{actual} % of orders with {subject} have it"),
            _ => reason.Code,
        };
    }

    public string Reason(PartReason reason, PartsOffered offers) => OfferedPartText.Sentence(reason, offers, language).TrimEnd('.', '。');

    public string Name(OfferedPart part) => OfferedPartText.Name(part, language);

    /// <summary>What the part and its work cost; empty where that is not known.</summary>
    public static string Price(OfferedPart part) => (part.Amount, part.Labor) switch
    {
        ({ } amount, { } labor) => "¥ " + Amount(amount + labor),
        ({ } only, null) => "¥ " + Amount(only),
        (null, { } work) when part.Stocked is null => "¥ " + Amount(work),
        _ => string.Empty,
    };

    public string Tag(string id, RulePack pack) =>
        (pack.Tags.FirstOrDefault(tag => tag.Id == id)?.Name ?? pack.Segments.FirstOrDefault(segment => segment.Id == id)?.Name) is { } name ? Name(name) : id;

    public string Finding(ReceptionFinding finding) => finding.Kind switch
    {
        ReceptionFindingKind.CheckDigitWrong => Say($"VIN 校验位应为 {finding.Subject}", $"the VIN's check digit should be {finding.Subject}"),
        ReceptionFindingKind.MakerUnknown => Say($"制造商代码 {finding.Subject} 未知", $"maker {finding.Subject} is not known"),
        ReceptionFindingKind.MakeDiffers => Say($"VIN 显示品牌为 {finding.Subject}", $"the VIN says {finding.Subject}"),
        ReceptionFindingKind.OdometerDoubtful => Say($"里程 {finding.Subject} 存疑，按上次可信读数计划", $"odometer {finding.Subject} is doubtful: planned on the last trusted reading"),
        ReceptionFindingKind.ScheduleGeneric => Say("没有该车的厂家周期表，按通用周期（低可信）", "no maker's schedule is known: generic intervals, low confidence"),
        ReceptionFindingKind.RecordNotUsed => Say($"记录 {finding.Subject} 未采用", $"record {finding.Subject} was not used"),
        ReceptionFindingKind.ItemUnknown => Say($"项目 {finding.Subject} 未知", $"item {finding.Subject} is not known"),
        ReceptionFindingKind.LaborPriceMissing => Say($"{Component(finding.Subject)} 没有工时价", $"no labor price for {Component(finding.Subject)}"),
        ReceptionFindingKind.PartMissing => Say($"没有可供的配件：{finding.Subject}", $"no part on offer for {finding.Subject}"),
        ReceptionFindingKind.FitmentUncertain => Say($"配件 {finding.Subject} 适配未确认", $"fit of {finding.Subject} is not certain"),
        ReceptionFindingKind.NotSold => Say($"{Component(finding.Subject)} 不做：该车没有此项，或厂家说明无需保养", $"{Component(finding.Subject)} is not sold: this car has none, or its maker says it needs no service"),
        _ => Say($"到店日期 {finding.Subject} 在今天之后", $"visit {finding.Subject} is after today"),
    };

    private string Component(string id) => MaintenanceCatalog.BuiltIn.FindComponent(id) is { } component ? Name(component.Name) : id;
}
