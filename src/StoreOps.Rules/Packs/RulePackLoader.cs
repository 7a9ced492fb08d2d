using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Brands;
using StoreOps.Rules.Campaigns;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.FollowUps;
using StoreOps.Rules.Lifecycle;

namespace StoreOps.Rules.Packs;

/// <summary>Goes from the file to the checked pack. Nothing else does.</summary>
internal static class RulePackLoader
{
    public static bool TryLoad(
        ReadOnlySpan<byte> utf8Json, PackLoadOptions options, [NotNullWhen(true)] out RulePack? pack, out ImmutableArray<LoadIssue> issues)
    {
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var layers = LayerReader.Read(utf8Json, options, found);
        pack = layers.Length switch
        {
            0 => null,
            1 => Single(layers, options, found),
            _ => Layered(layers, options, found),
        };
        if (pack is not null && found.Count == 0 && options.RunsTests)
            found.AddRange(pack.RunTests().SelectMany(run => run.Failures));
        issues = found.ToImmutable();
        if (found.Count > 0)
            pack = null;
        return pack is not null;
    }

    private static RulePack? Single(ImmutableArray<PackDocument> layers, PackLoadOptions options, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (layers[0].Config.Removed is not null)
            issues.Add(new LoadIssue("SOR096", "$.removed", "Only a pack that extends another removes something."));
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var pack = Compile(layers[0].Config, layers, [], (layers[0].Utf8Json, layers[0].Current), options, layers[0].Locate, found);
        foreach (var issue in found)
            issues.Add(layers[0].Locate(issue));
        return pack;
    }

    private static RulePack? Layered(ImmutableArray<PackDocument> layers, PackLoadOptions options, ImmutableArray<LoadIssue>.Builder issues)
    {
        // Only the last of the layers rests on nothing.
        if (layers[layers.Length - 1].Config.Removed is not null)
            issues.Add(new LoadIssue("SOR096", "$.removed", "Only a pack that extends another removes something.") { Document = layers[layers.Length - 1].Config.Id });
        var merger = LayerMerger.Merge(layers, issues);
        var document = merger.ToUtf8Json();
        var config = (JsonTree.Parse(document) is { } tree ? PackReader.TryRead(tree) : null) ?? JsonSerializer.Deserialize(document, RulePackJson.Default.RulePackConfig)!;
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var pack = Compile(config, layers, merger.Overrides, (document, document), options, merger.Locate, found);
        foreach (var issue in found)
            issues.Add(merger.Locate(issue));
        return pack;
    }

    private static RulePack? Compile(
        RulePackConfig config,
        ImmutableArray<PackDocument> layers,
        ImmutableArray<PackOverride> overrides,
        (byte[] Written, byte[] Current) document,
        PackLoadOptions options,
        Func<LoadIssue, LoadIssue> locate,
        ImmutableArray<LoadIssue>.Builder issues)
    {
        if (config.Shop is null)
            issues.Add(new LoadIssue("SOR003", "$.shop", "This member is needed in a pack that extends no other, or in one of those below; it was missing."));
        var currency = default(Currency);
        if (config.Shop is not null && !Currency.TryParse(config.Shop.Currency, out currency))
            issues.Add(new LoadIssue("SOR011", "$.shop.currency", "A currency is a code of ISO 4217 such as CNY; it was \"" + config.Shop.Currency + "\"."));
        var constants = Constants(config, issues);
        var conditions = new ConditionCompiler(StandardFacts.Schema, constants, config.Expressions);
        // Without a currency the amounts cannot be checked; any will do to find what else is wrong.
        var context = new PackContext(currency == default ? Currency.Cny : currency, options, conditions, issues)
        {
            PackageIds = new HashSet<string>((config.Packages ?? []).Select(package => package.Id), StringComparer.Ordinal),
        };
        if (config.Shop is { TimeZone: var zone } && !ShopZone.IsKnown(zone))
            context.AddUnknown("SOR012", "$.shop.timeZone", "A time zone is a name of the IANA database such as Asia/Shanghai; it was \"" + zone + "\"", zone, ShopZone.All);
        context.Id(config.Id, "$.id");
        var named = ImmutableArray.CreateBuilder<PackCondition>();
        foreach (var expression in config.Expressions ?? [])
        {
            var path = "$.expressions." + expression.Key;
            if (StandardFacts.Schema.TryFind(expression.Key, out _))
                context.Add("SOR032", path, "This name already means something else.");
            if (context.Condition(expression.Value, path) is { } condition)
                named.Add(new PackCondition("expressions", expression.Key, condition));
        }

        var hash = layers.Length == 1 ? layers[0].Stamp.ContentHash : ContentHash.OfLayers(layers.Select(layer => layer.Stamp.ContentHash));
        var stamp = new PackStamp(config.Id, config.Version, hash);
        var pricing = PricingCompiler.Compile(config, context) with { Pack = stamp };
        var brands = Brands(config, context);
        var plans = CommissionCompiler.Compile(config, context);
        var campaigns = CampaignCompiler.Compile(config, stamp, context, () => new ConditionCompiler(CampaignFacts.Schema, constants, config.Expressions));
        var lifecycle = Lifecycle(config.Lifecycle ?? new LifecycleConfig(), issues);
        var followUps = FollowUps(config, context);
        var tags = TagCompiler.Tags(config, context);
        var segments = TagCompiler.Segments(config, context);
        var conditioned = ImmutableArray.CreateBuilder<PackCondition>();
        foreach (var rule in PackRule.Of(pricing, brands, plans, tags, segments))
        {
            if (rule.When is not null)
                conditioned.Add(new PackCondition(rule.Section, rule.Id, rule.When));
        }

        conditioned.AddRange(named);
        var compiled = conditioned.ToImmutable();
        var tests = PackTestCompiler.Compile(config, compiled, context, locate);
        return issues.Count > 0 ? null : new RulePack(new ShopZone(config.Shop!.TimeZone))
        {
            Id = config.Id,
            Version = config.Version,
            ContentHash = hash,
            Layers = [.. layers.Select(layer => layer.Stamp)],
            Overrides = overrides,
            Document = document.Written,
            Current = document.Current,
            Currency = currency,
            Pricing = pricing,
            Brands = new BrandRules(brands, stamp),
            CommissionPlans = plans,
            Campaigns = campaigns,
            Lifecycle = lifecycle,
            FollowUps = followUps,
            Tags = tags,
            Segments = segments,
            Conditions = compiled,
            Tests = tests,
        };
    }

    private static Dictionary<string, CelValue> Constants(RulePackConfig config, ImmutableArray<LoadIssue>.Builder issues)
    {
        var constants = new Dictionary<string, CelValue>(StringComparer.Ordinal);
        if (config.Constants is null)
            return constants;
        foreach (var pair in config.Constants)
        {
            var (name, value) = (pair.Key, pair.Value);
            var constant = value.ValueKind switch
            {
                JsonValueKind.String => CelValue.Of(value.GetString()),
                JsonValueKind.True or JsonValueKind.False => CelValue.Of(value.GetBoolean()),
                JsonValueKind.Number when value.TryGetInt64(out var whole) => CelValue.Of(whole),
                JsonValueKind.Number when value.TryGetDecimal(out var number) => CelValue.Of(number),
                _ => CelValue.Unknown,
            };
            if (!constant.IsKnown)
                issues.Add(new LoadIssue("SOR031", "$.constants." + name, "A constant is a number, a text, true or false."));
            else if (StandardFacts.Schema.TryFind(name, out _) || (config.Expressions ?? []).ContainsKey(name))
                issues.Add(new LoadIssue("SOR032", "$.constants." + name, "This name already means something else."));
            else
                constants.Add(name, constant);
        }

        return constants;
    }

    private static ImmutableArray<BrandRule> Brands(RulePackConfig config, PackContext context)
    {
        var rules = ImmutableArray.CreateBuilder<BrandRule>();
        for (var i = 0; i < (config.BrandRules?.Length ?? 0); i++)
        {
            var rule = config.BrandRules![i];
            var path = PackContext.At("$.brandRules", i);
            context.Id(rule.Id, path + ".id");
            if (!context.Catalog.Slots.Any(slot => slot.Id == rule.Slot))
                context.AddUnknown("SOR041", path + ".slot", "The slot \"" + rule.Slot + "\" is not in the catalog", rule.Slot, context.Catalog.Slots.Select(one => one.Id));
            if ((rule.Prefer ?? []).Length + (rule.Forbid ?? []).Length == 0)
                context.Add("SOR042", path, "A brand rule prefers or forbids at least one brand; it does neither.");
            if (rule.Scope is { Shop: not null, Chain: not null })
                context.Add("SOR043", path + ".scope", "A scope is a shop or a chain; it was both.");
            var when = PlainCondition.Compile(rule, path, context);
            var (from, until) = context.Dates(rule.From, rule.Until, path);
            if (rule.Id.Length == 0 || rule.Slot.Length == 0)
                continue;
            rules.Add(new BrandRule
            {
                Id = rule.Id,
                Slot = rule.Slot,
                Prefer = [.. rule.Prefer ?? []],
                Forbid = [.. rule.Forbid ?? []],
                When = when,
                From = from,
                Until = until,
                Scope = rule.Scope switch
                {
                    { Shop: { } shop } => new BrandScope.Shop(shop),
                    { Chain: { } chain } => new BrandScope.Chain(chain),
                    _ => BrandScope.Everywhere.Instance,
                },
            });
        }

        return rules.ToImmutable();
    }

    private static LifecyclePolicy Lifecycle(LifecycleConfig config, ImmutableArray<LoadIssue>.Builder issues)
    {
        var standard = LifecyclePolicy.Default;
        var policy = standard;
        // The policy knows its own ranges; each member is tried alone, so that every wrong one is reported.
        void Try(string member, Func<LifecyclePolicy, LifecyclePolicy> set)
        {
            try
            {
                policy = set(policy);
            }
            catch (ArgumentOutOfRangeException error)
            {
                issues.Add(new LoadIssue("SOR050", "$.lifecycle." + member, error.Message.Split('\n')[0].Trim()));
            }
        }

        Try("warningFrom", one => one with { WarningFrom = config.WarningFrom ?? standard.WarningFrom });
        Try("atRiskFrom", one => one with { AtRiskFrom = config.AtRiskFrom ?? standard.AtRiskFrom });
        Try("dormantFrom", one => one with { DormantFrom = config.DormantFrom ?? standard.DormantFrom });
        Try("lostFrom", one => one with { LostFrom = config.LostFrom ?? standard.LostFrom });
        Try("lostAfterDays", one => one with { LostAfterDays = config.LostAfterDays ?? standard.LostAfterDays });
        Try("coreFromVisits", one => one with { CoreFromVisits = config.CoreFromVisits ?? standard.CoreFromVisits });
        Try("defaultIntervalDays", one => one with { DefaultIntervalDays = config.DefaultIntervalDays });
        if (policy.WarningFrom >= policy.AtRiskFrom || policy.AtRiskFrom >= policy.DormantFrom || policy.DormantFrom >= policy.LostFrom)
            issues.Add(new LoadIssue("SOR051", "$.lifecycle", "The ratios rise: warningFrom below atRiskFrom below dormantFrom below lostFrom."));
        return policy;
    }

    private static ImmutableArray<FollowUpRule> FollowUps(RulePackConfig config, PackContext context)
    {
        var rules = ImmutableArray.CreateBuilder<FollowUpRule>();
        for (var i = 0; i < (config.FollowUps?.Length ?? 0); i++)
        {
            var rule = config.FollowUps![i];
            var path = PackContext.At("$.followUps", i);
            context.Id(rule.Id, path + ".id");
            var (from, until) = context.Dates(rule.From, rule.Until, path);
            int[] days = [.. rule.DaysBefore ?? [], .. (rule.DaysAfter ?? []).Select(after => -after)];
            if ((rule.DaysBefore ?? []).Any(before => before is < 0 or > FollowUpRule.MaxDays))
                context.Add("SOR060", path + ".daysBefore", "Days before are from 0 to 3650; a day after stands in \"daysAfter\".");
            else if ((rule.DaysAfter ?? []).Any(after => after is < 1 or > FollowUpRule.MaxDays))
                context.Add("SOR060", path + ".daysAfter", "Days after are from 1 to 3650; the day itself is a 0 in \"daysBefore\".");
            else if (days.Length == 0)
                context.Add("SOR060", path, "A follow-up has days before or days after, at least one.");
            else if (rule.Id.Length > 0)
                rules.Add(new FollowUpRule { Id = rule.Id, Name = rule.Name.ToText(), Topic = rule.Topic, DaysBefore = [.. days], From = from, Until = until });
        }

        return rules.ToImmutable();
    }
}
