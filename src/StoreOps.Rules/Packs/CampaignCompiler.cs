using System.Collections.Immutable;

using StoreOps.Rules.Campaigns;

namespace StoreOps.Rules.Packs;

/// <summary>Checks and compiles the campaigns of a pack.</summary>
internal static class CampaignCompiler
{
    private const int MaxFactor = 100;

    public static ImmutableArray<Campaign> Compile(RulePackConfig config, PackStamp stamp, PackContext context)
    {
        var campaigns = ImmutableArray.CreateBuilder<Campaign>();
        for (var i = 0; i < (config.Campaigns?.Length ?? 0); i++)
        {
            var campaign = config.Campaigns![i];
            var path = PackContext.At("$.campaigns", i);
            context.Id(campaign.Id, path + ".id");
            var (from, until) = context.Dates(campaign.From, campaign.Until, path);
            if (campaign.Stages.Length == 0)
                context.Add("SOR120", path + ".stages", "A campaign has at least one stage; there was none.");
            var stages = ImmutableArray.CreateBuilder<CampaignStage>(campaign.Stages.Length);
            for (var j = 0; j < campaign.Stages.Length; j++)
            {
                var at = PackContext.At(path + ".stages", j);
                if (Stage(campaign.Stages[j], at, context) is not { } stage)
                    continue;
                if (stage.From < from || (stages.Count > 0 && stage.From <= stages[stages.Count - 1].Until))
                    context.Add("SOR121", at + ".from", "Stages follow each other within the campaign; this one begins on " + campaign.Stages[j].From + ", before it may.");
                if (stage.Until > until)
                    context.Add("SOR121", at + ".until", "A stage ends with its campaign on " + campaign.Until + " at the latest; it was " + campaign.Stages[j].Until + ".");
                stages.Add(stage);
            }

            var perUnit = context.Amount(campaign.PerUnit, path + ".perUnit");
            if (from is { } first && until is { } last)
            {
                campaigns.Add(new Campaign
                {
                    Id = campaign.Id,
                    Name = campaign.Name.ToText(),
                    From = first,
                    Until = last,
                    PerUnit = perUnit,
                    Combining = campaign.Combining ?? CampaignCombining.Highest,
                    Stages = stages.ToImmutable(),
                    Pack = stamp,
                });
            }
        }

        return campaigns.ToImmutable();
    }

    private static CampaignStage? Stage(CampaignStageConfig stage, string path, PackContext context)
    {
        context.Id(stage.Id, path + ".id");
        var (from, until) = context.Dates(stage.From, stage.Until, path);
        if (stage.Target is null && (stage.Factor ?? (int?)stage.Counting) is not null)
            context.Add("SOR122", path, "\"factor\" and \"counting\" belong to a target.");
        if (stage.Top is null && stage.TopFactor is not null)
            context.Add("SOR122", path + ".topFactor", "\"topFactor\" belongs to top.");
        int? target = stage.Target is { } needed ? context.Count(needed, path + ".target", 1_000_000) : null;
        int? top = stage.Top is { } places ? context.Count(places, path + ".top", 1_000_000) : null;
        var factor = stage.Factor is { } times ? context.Count(times, path + ".factor", MaxFactor) : 2;
        var topFactor = stage.TopFactor is { } topTimes ? context.Count(topTimes, path + ".topFactor", MaxFactor) : 2;
        return from is { } first && until is { } last
            ? new CampaignStage
            {
                Id = stage.Id,
                From = first,
                Until = last,
                Target = target,
                Factor = factor,
                Counting = stage.Counting ?? CampaignCounting.Whole,
                Top = top,
                TopFactor = topFactor,
            }
            : null;
    }
}
