using System.Collections.Immutable;

using StoreOps.Rules.Campaigns;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Packs;

/// <summary>Checks and compiles the campaigns of a pack.</summary>
internal sealed class CampaignCompiler(RulePackConfig config, ConditionCompiler conditions, PackContext context)
{
    private const int MaxFactor = 100;
    private const int MaxFactorTogether = 10_000;
    private const int MaxRewards = 16;

    public static ImmutableArray<Campaign> Compile(RulePackConfig config, PackStamp stamp, PackContext context, Func<ConditionCompiler> conditions)
    {
        if (config.Campaigns is not { Length: > 0 } campaigns)
            return [];
        var compiler = new CampaignCompiler(config, conditions(), context);
        var compiled = ImmutableArray.CreateBuilder<Campaign>(campaigns.Length);
        for (var i = 0; i < campaigns.Length; i++)
        {
            if (compiler.Of(campaigns[i], stamp, PackContext.At("$.campaigns", i)) is { } campaign)
                compiled.Add(campaign);
        }

        return compiled.ToImmutable();
    }

    private Campaign? Of(CampaignConfig campaign, PackStamp stamp, string path)
    {
        context.Id(campaign.Id, path + ".id");
        var (from, until) = context.Dates(campaign.From, campaign.Until, path);
        if (campaign.Stages.Length == 0)
            context.Add("SOR120", path + ".stages", "A campaign has at least one stage; there was none.");
        var combining = campaign.Combining ?? CampaignCombining.Highest;
        var stages = ImmutableArray.CreateBuilder<CampaignStage>(campaign.Stages.Length);
        for (var j = 0; j < campaign.Stages.Length; j++)
        {
            var at = PackContext.At(path + ".stages", j);
            if (Stage(campaign, campaign.Stages[j], combining, at) is not { } stage)
                continue;
            if (stage.From < from || (stages.Count > 0 && stage.From <= stages[stages.Count - 1].Until))
                context.Add("SOR121", at + ".from", "Stages follow each other within the campaign; this one begins on " + campaign.Stages[j].From + ", before it may.");
            if (stage.Until > until)
                context.Add("SOR121", at + ".until", "A stage ends with its campaign on " + campaign.Until + " at the latest; it was " + campaign.Stages[j].Until + ".");
            stages.Add(stage);
        }

        var perUnit = context.Amount(campaign.PerUnit, path + ".perUnit");
        var counts = Selector(campaign.Counts, path + ".counts");
        var pairs = Pairs(campaign.Pairs, path + ".pairs");
        var board = Board(campaign.Board, path + ".board");
        return from is not { } first || until is not { } last ? null : new Campaign
        {
            Id = campaign.Id,
            Name = campaign.Name.ToText(),
            From = first,
            Until = last,
            PerUnit = perUnit,
            Counts = counts,
            Combining = combining,
            Pairs = pairs,
            Board = board,
            Stages = stages.ToImmutable(),
            Pack = stamp,
        };
    }

    private CampaignStage? Stage(CampaignConfig campaign, CampaignStageConfig stage, CampaignCombining combining, string path)
    {
        context.Id(stage.Id, path + ".id");
        var (from, until) = context.Dates(stage.From, stage.Until, path);
        int? target = stage.Target is { } needed ? context.Count(needed, path + ".target", 1_000_000) : null;
        int? teamTarget = stage.TeamTarget is { } together ? context.Count(together, path + ".teamTarget", 1_000_000_000) : null;
        var configs = stage.Rewards ?? [];
        if (configs.Length > MaxRewards)
            context.Add("SOR123", path + ".rewards", "A stage has at most 16 rewards; there were " + PackContext.Show(configs.Length) + ".");
        var rewards = ImmutableArray.CreateBuilder<CampaignReward>();
        var factors = 1L;
        for (var i = 0; i < Math.Min(configs.Length, MaxRewards); i++)
        {
            var reward = Reward(campaign, stage, configs[i], PackContext.At(path + ".rewards", i));
            rewards.Add(reward);
            factors = Math.Min(factors * reward.Factor, MaxFactorTogether + 1L);
        }

        if (combining == CampaignCombining.Multiply && factors > MaxFactorTogether)
            context.Add("SOR123", path + ".rewards", "The rewards of a stage that multiply each other pay at most 10000 times together; it was more.");
        return from is not { } first || until is not { } last
            ? null
            : new CampaignStage { Id = stage.Id, From = first, Until = last, Target = target, TeamTarget = teamTarget, Rewards = rewards.ToImmutable() };
    }

    private CampaignReward Reward(CampaignConfig campaign, CampaignStageConfig stage, CampaignRewardConfig reward, string path)
    {
        if (reward.Reached is null && reward.Places is null && reward.TeamPlaces is null && reward.WinsPair is not true && reward.When is null)
            context.Add("SOR122", path, "A reward asks for something: \"reached\", \"places\", \"teamPlaces\", \"winsPair\" or \"when\".");
        if (reward.Reached == CampaignGoal.Target && stage.Target is null)
            context.Add("SOR122", path + ".reached", "A reward for a reached target needs the \"target\" of its stage; there is none.");
        if (reward.Reached == CampaignGoal.TeamTarget && stage.TeamTarget is null)
            context.Add("SOR122", path + ".reached", "A reward for a reached team target needs the \"teamTarget\" of its stage; there is none.");
        if (reward.Counting == CampaignCounting.Above && reward.Reached != CampaignGoal.Target)
            context.Add("SOR122", path + ".counting", "\"above\" belongs to a reward for the person's own target.");
        if (reward.WinsPair is true && (campaign.Pairs ?? []).Length == 0)
            context.Add("SOR122", path + ".winsPair", "A reward for who wins a pair needs the \"pairs\" of the campaign; there are none.");
        return new CampaignReward
        {
            Reached = reward.Reached,
            Places = reward.Places is { } places ? context.Count(places, path + ".places", 1_000_000) : null,
            TeamPlaces = reward.TeamPlaces is { } teamPlaces ? context.Count(teamPlaces, path + ".teamPlaces", 1_000_000) : null,
            WinsPair = reward.WinsPair ?? false,
            When = context.Condition(reward.When, path + ".when", conditions),
            Factor = reward.Factor is { } times ? context.Count(times, path + ".factor", MaxFactor) : 2,
            Counting = reward.Counting ?? CampaignCounting.Whole,
        };
    }

    private CampaignSelector Selector(CampaignSelectorConfig? counts, string path)
    {
        if (counts is null)
            return CampaignSelector.All;
        NotEmpty(counts.Packages, path + ".packages");
        NotEmpty(counts.Items, path + ".items");
        NotEmpty(counts.Brands, path + ".brands");
        for (var i = 0; i < (counts.Packages?.Length ?? 0); i++)
            PricingCompiler.CheckPackage(counts.Packages![i], PackContext.At(path + ".packages", i), context);
        for (var i = 0; i < (counts.Items?.Length ?? 0); i++)
            PricingCompiler.CheckItem(counts.Items![i], PackContext.At(path + ".items", i), context);
        PricingCompiler.CheckSelector(new SelectorConfig { Slot = counts.Slot }, path, context);
        ImmutableArray<string> items = [.. counts.Items ?? []];
        if (counts.Service is { } id)
        {
            if (counts.Items is not null)
                context.Add("SOR124", path + ".service", "What counts is named by \"service\" or by \"items\", not by both.");
            var service = Array.Find(config.Services ?? [], one => one.Id == id);
            if (service is null)
                context.AddUnknown("SOR047", path + ".service", "The service \"" + id + "\" is not one of $.services", id, (config.Services ?? []).Select(one => one.Id));
            items = [.. service?.Items ?? []];
        }

        return new CampaignSelector { Kind = counts.Kind, Packages = [.. counts.Packages ?? []], Items = items, Slot = counts.Slot, Brands = [.. counts.Brands ?? []] };
    }

    private void NotEmpty(string[]? list, string path)
    {
        if (list is { Length: 0 })
            context.Add("SOR034", path, "A list of what is accepted has at least one entry; there was none.");
    }

    private ImmutableArray<TeamPair> Pairs(string[][]? configs, string path)
    {
        var pairs = ImmutableArray.CreateBuilder<TeamPair>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < (configs?.Length ?? 0); i++)
        {
            var teams = configs![i];
            if (teams.Length != 2)
                context.Add("SOR125", PackContext.At(path, i), "A pair has two teams; it had " + PackContext.Show(teams.Length) + ".");
            else if (!seen.Add(teams[0]) || !seen.Add(teams[1]))
                context.Add("SOR125", PackContext.At(path, i), "A team stands in one pair, against another team; it was \"" + teams[0] + "\" against \"" + teams[1] + "\".");
            else
                pairs.Add(new TeamPair(teams[0], teams[1]));
        }

        return pairs.ToImmutable();
    }

    private CampaignBoard Board(CampaignBoardConfig? board, string path) => board is null ? CampaignBoard.Default : new CampaignBoard
    {
        RefreshMinutes = board.RefreshMinutes is { } minutes ? context.Count(minutes, path + ".refreshMinutes", 1_440) : CampaignBoard.Default.RefreshMinutes,
        Praised = board.Praised is { } praised ? context.Count(praised, path + ".praised") : CampaignBoard.Default.Praised,
        Shown = board.Shown is { } shown ? context.Count(shown, path + ".shown") : CampaignBoard.Default.Shown,
    };
}
