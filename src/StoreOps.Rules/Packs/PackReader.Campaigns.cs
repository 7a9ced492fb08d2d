namespace StoreOps.Rules.Packs;

internal static partial class PackReader
{
    private static CampaignConfig Campaign(PackNode value) => new()
    {
        Id = value.Text("id"),
        Name = value.Part("name", Name),
        From = value.Text("from"),
        Until = value.Text("until"),
        PerUnit = value.Number("perUnit"),
        Counts = value.PartOrNull("counts", CampaignSelector),
        Combining = value.TextOrNull("combining") is { } combining ? PackWords.ToCampaignCombining(combining) : null,
        Pairs = value.TextListsOrNull("pairs"),
        Board = value.PartOrNull("board", CampaignBoard),
        Stages = value.List("stages", CampaignStage),
    };

    private static CampaignSelectorConfig CampaignSelector(PackNode value) => new()
    {
        Kind = value.TextOrNull("kind") is { } kind ? PackWords.ToLineKind(kind) : null,
        Packages = value.TextsOrNull("packages"),
        Service = value.TextOrNull("service"),
        Items = value.TextsOrNull("items"),
        Slot = value.TextOrNull("slot"),
        Brands = value.TextsOrNull("brands"),
    };

    private static CampaignBoardConfig CampaignBoard(PackNode value) => new()
    {
        RefreshMinutes = value.WholeOrNull("refreshMinutes"),
        Praised = value.WholeOrNull("praised"),
        Shown = value.WholeOrNull("shown"),
    };

    private static CampaignStageConfig CampaignStage(PackNode value) => new()
    {
        Id = value.Text("id"),
        From = value.Text("from"),
        Until = value.Text("until"),
        Target = value.WholeOrNull("target"),
        TeamTarget = value.WholeOrNull("teamTarget"),
        Rewards = value.ListOrNull("rewards", CampaignReward),
    };

    private static CampaignRewardConfig CampaignReward(PackNode value) => new()
    {
        Reached = value.TextOrNull("reached") is { } goal ? PackWords.ToCampaignGoal(goal) : null,
        Places = value.WholeOrNull("places"),
        TeamPlaces = value.WholeOrNull("teamPlaces"),
        WinsPair = value.TruthOrNull("winsPair"),
        When = value.TextOrNull("when"),
        Factor = value.WholeOrNull("factor"),
        Counting = value.TextOrNull("counting") is { } counting ? PackWords.ToCampaignCounting(counting) : null,
    };
}
