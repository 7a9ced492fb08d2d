using StoreOps.Rules.Campaigns;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Localization;

internal static class FactDocsChinese
{
    public static string For(string fact) => fact switch
    {
        StandardFacts.CustomerVisits => "客户此前自愿到店的次数",
        StandardFacts.CustomerLifecycle => "客户状态：new、active、core、at-risk、dormant、lost 或 never-visited",
        StandardFacts.CustomerIdleDays => "距上次到店的天数",
        StandardFacts.CustomerTags => "客户身上的标签",
        StandardFacts.OrderTotal => "本单原价合计",
        StandardFacts.OrderLabor => "本单工时原价合计",
        StandardFacts.OrderParts => "本单配件原价合计",
        StandardFacts.OrderItems => "本单涉及的保养项目",
        StandardFacts.VehicleMake => "车辆品牌",
        StandardFacts.VehicleModel => "车型",
        StandardFacts.VehicleModelYear => "年款",
        StandardFacts.VehiclePowertrain => "动力类型：petrol、diesel、hybrid、plug-in-hybrid 或 electric",
        StandardFacts.VehicleKilometers => "今日里程（公里）",
        StandardFacts.ShopId => "门店编号",
        StandardFacts.ShopChain => "连锁编号",
        StandardFacts.TodayWeekday => "门店当天是星期几：monday 到 sunday",
        CampaignFacts.PersonUnits => "本人本阶段售出套数",
        CampaignFacts.PersonRank => "本人本阶段名次，从 1 起",
        CampaignFacts.PersonTargetReached => "本人是否达成本阶段目标",
        CampaignFacts.PersonUnitsBefore => "本人此前各阶段售出套数",
        CampaignFacts.TeamUnits => "团队本阶段售出套数",
        CampaignFacts.TeamRank => "团队本阶段名次，从 1 起",
        CampaignFacts.TeamSize => "团队参与人数",
        CampaignFacts.TeamTargetReached => "团队是否达成本阶段目标",
        _ => fact,
    };
}
