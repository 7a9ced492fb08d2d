using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Pricing;

namespace StoreOps.Rules.Packs;

/// <summary>Checks and compiles what a pack says about prices.</summary>
internal static class PricingCompiler
{
    public static PricingRules Compile(RulePackConfig config, PackContext context)
    {
        var services = Services(config, context);
        var packages = Packages(config, services, context);
        var groups = Groups(config, context);
        var promotions = ImmutableArray.CreateBuilder<Promotion>();
        Promotions(config.Promotions, "$.promotions", isCoupon: false, groups, context, promotions);
        Promotions(config.Coupons, "$.coupons", isCoupon: true, groups, context, promotions);
        var known = new HashSet<string>(groups.Keys.Concat(promotions.Select(promotion => promotion.Id)), StringComparer.Ordinal);
        CheckPartners(config.Promotions, "$.promotions", known, context);
        CheckPartners(config.Coupons, "$.coupons", known, context);

        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in groups.Keys)
            order.Add(id, order.Count);
        return new PricingRules
        {
            Currency = context.Currency,
            Rounding = config.Rounding ?? RoundingPolicy.HalfAwayFromZero,
            Services = services,
            LaborRates = Labor(config, context),
            Packages = packages,
            Promotions = [.. promotions.OrderBy(one => order[one.Group.Id]).ThenBy(one => one.Priority).ThenBy(one => one.Id, StringComparer.Ordinal)],
        };
    }

    public static void CheckSelector(SelectorConfig? selector, string path, PackContext context)
    {
        if (selector?.Item is { } item)
            CheckItem(item, path + ".item", context);
        if (selector?.Slot is { } slot && !context.Catalog.Slots.Any(one => one.Id == slot))
            context.AddUnknown("SOR041", path + ".slot", "The slot \"" + slot + "\" is not in the catalog", slot, context.Catalog.Slots.Select(one => one.Id));
        if (selector?.Package is { } package)
            CheckPackage(package, path + ".package", context);
    }

    public static void CheckItem(string item, string path, PackContext context)
    {
        if (context.Catalog.FindComponent(item) is null)
            context.AddUnknown("SOR040", path, "The item \"" + item + "\" is not in the catalog", item, ComponentIds(context.Catalog));
    }

    public static void CheckPackage(string package, string path, PackContext context)
    {
        if (!context.PackageIds.Contains(package))
            context.AddUnknown("SOR085", path, "The package \"" + package + "\" is not one of $.packages", package, context.PackageIds);
    }

    private static IEnumerable<string> ComponentIds(MaintenanceCatalog catalog) =>
        catalog.Items.Select(item => item.Id).Concat(catalog.Components.Select(component => component.Id));

    private static ImmutableArray<ServiceDefinition> Services(RulePackConfig config, PackContext context)
    {
        var services = ImmutableArray.CreateBuilder<ServiceDefinition>();
        for (var i = 0; i < (config.Services?.Length ?? 0); i++)
        {
            var service = config.Services![i];
            var path = PackContext.At("$.services", i);
            context.Id(service.Id, path + ".id");
            if (service.Items.Length == 0)
                context.Add("SOR044", path + ".items", "A service has at least one item; there was none.");
            for (var j = 0; j < service.Items.Length; j++)
            {
                if (context.Catalog.FindItem(service.Items[j]) is null)
                    context.AddUnknown("SOR040", PackContext.At(path + ".items", j), "The item \"" + service.Items[j] + "\" is not in the catalog", service.Items[j], context.Catalog.Items.Select(one => one.Id));
            }

            services.Add(new ServiceDefinition(service.Id, service.Name.ToText(), [.. service.Items]));
        }

        return services.ToImmutable();
    }

    private static ImmutableArray<LaborRate> Labor(RulePackConfig config, PackContext context)
    {
        var rates = ImmutableArray.CreateBuilder<LaborRate>();
        for (var i = 0; i < (config.Labor?.Length ?? 0); i++)
        {
            var rate = config.Labor![i];
            var path = PackContext.At("$.labor", i);
            if (context.Catalog.FindComponent(rate.Item) is null)
                context.AddUnknown("SOR040", path + ".item", "The item \"" + rate.Item + "\" is not in the catalog", rate.Item, ComponentIds(context.Catalog));
            int? minutes = rate.Minutes is { } stated ? context.Count(stated, path + ".minutes", 10_000) : null;
            var (from, until) = context.Dates(rate.From, rate.Until, path);
            rates.Add(new LaborRate(rate.Item, rate.Action, context.Amount(rate.Price, path + ".price", isZeroAllowed: true), minutes) { From = from, Until = until });
        }

        CheckOverlaps(rates, context);
        return rates.ToImmutable();
    }

    private static void CheckOverlaps(ImmutableArray<LaborRate>.Builder rates, PackContext context)
    {
        if (rates.Count < 2)
            return;
        foreach (var same in rates.Select((rate, i) => (Rate: rate, Index: i)).GroupBy(one => (one.Rate.ItemId, one.Rate.Action)))
        {
            var until = LocalDate.MinIsoValue;
            var isFirst = true;
            foreach (var (rate, index) in same.OrderBy(one => one.Rate.From ?? LocalDate.MinIsoValue).ThenBy(one => one.Index))
            {
                if (!isFirst && (rate.From ?? LocalDate.MinIsoValue) <= until)
                    context.Add("SOR045", PackContext.At("$.labor", index), "The work on an item has one price on a day; \"" + rate.ItemId + "\" has another.");
                isFirst = false;
                var last = rate.Until ?? LocalDate.MaxIsoValue;
                until = last > until ? last : until;
            }
        }
    }

    private static ImmutableArray<ServicePackage> Packages(RulePackConfig config, ImmutableArray<ServiceDefinition> services, PackContext context)
    {
        var packages = ImmutableArray.CreateBuilder<ServicePackage>();
        var byId = services.GroupBy(one => one.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        for (var i = 0; i < (config.Packages?.Length ?? 0); i++)
        {
            var package = config.Packages![i];
            var path = PackContext.At("$.packages", i);
            context.Id(package.Id, path + ".id");
            if (package.Grants.Length == 0)
                context.Add("SOR046", path + ".grants", "A package grants at least one service; there was none.");
            var grants = ImmutableArray.CreateBuilder<PackageGrant>();
            for (var j = 0; j < package.Grants.Length; j++)
            {
                var grant = package.Grants[j];
                var at = PackContext.At(path + ".grants", j);
                var uses = context.Count(grant.Uses, at + ".uses");
                var single = context.Amount(grant.SinglePrice, at + ".singlePrice");
                if (byId.TryGetValue(grant.Service, out var service))
                    grants.Add(new PackageGrant(service, uses, single));
                else
                    context.AddUnknown("SOR047", at + ".service", "The service \"" + grant.Service + "\" is not one of $.services", grant.Service, byId.Keys);
            }

            var rights = (package.ExtraRights ?? []).Select((right, j) => Right(right, PackContext.At(path + ".extraRights", j), context));
            var (from, until) = context.Dates(package.From, package.Until, path);
            packages.Add(new ServicePackage(
                package.Id,
                package.Name.ToText(),
                context.Amount(package.Price, path + ".price"),
                grants.ToImmutable(),
                context.Count(package.ValidFor.Months, path + ".validFor.months", 600),
                [.. rights])
            { From = from, Until = until });
        }

        return packages.ToImmutable();
    }

    private static ExtraRight Right(ExtraRightConfig right, string path, PackContext context)
    {
        if (right.Choose < 1 || right.Choose > right.From.Length)
            context.Add("SOR048", path + ".choose", "A customer chooses from 1 to as many rights as are offered; it was " + PackContext.Show(right.Choose) + ".");
        return new ExtraRight(context.Count(right.FromYears, path + ".fromYears", 50), right.Choose, [.. right.From]);
    }

    private static Dictionary<string, PromotionGroup> Groups(RulePackConfig config, PackContext context)
    {
        // A dictionary that is only added to keeps the order of the file, which is the order of application.
        var groups = new Dictionary<string, PromotionGroup>(StringComparer.Ordinal);
        foreach (var i in StageOrder(config, context))
        {
            var stage = config.Stages![i];
            var path = PackContext.At("$.stages", i);
            context.Id(stage.Id, path + ".id");
            for (var j = 0; j < stage.Groups.Length; j++)
            {
                var group = stage.Groups[j];
                var at = PackContext.At(path + ".groups", j);
                context.Id(group.Id, at + ".id");
                var atMost = group.AtMost is { } stated ? context.Count(stated, at + ".atMost", CombinationSearch.MaxCandidates) : CombinationSearch.MaxCandidates;
                if (group.AtMost is not null && group.Mode != GroupMode.Stack)
                    context.Add("SOR049", at + ".atMost", "\"atMost\" belongs to the mode stack.");
                groups[group.Id] = new PromotionGroup(group.Id, stage.Id, group.Mode, atMost);
            }
        }

        return groups;
    }

    /// <summary>Returns the places of the stages in the order in which they apply.</summary>
    private static List<int> StageOrder(RulePackConfig config, PackContext context)
    {
        var stages = config.Stages ?? [];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < stages.Length; i++)
            places[stages[i].Id] = i;
        var order = new List<int>(stages.Length);
        var isPlaced = new bool[stages.Length];
        for (var i = 0; i < (config.StageOrder?.Length ?? 0); i++)
        {
            var id = config.StageOrder![i];
            if (!places.TryGetValue(id, out var place))
                context.AddUnknown("SOR086", PackContext.At("$.stageOrder", i), "\"" + id + "\" is not one of $.stages", id, places.Keys);
            else if (isPlaced[place])
                context.Add("SOR086", PackContext.At("$.stageOrder", i), "A stage has one place; \"" + id + "\" was named before.");
            else
                Place(place);
        }

        for (var i = 0; i < stages.Length; i++)
        {
            if (!isPlaced[i])
                Place(i);
        }

        return order;

        void Place(int place)
        {
            order.Add(place);
            isPlaced[place] = true;
        }
    }

    private static void Promotions(
        PromotionConfig[]? configs,
        string root,
        bool isCoupon,
        Dictionary<string, PromotionGroup> groups,
        PackContext context,
        ImmutableArray<Promotion>.Builder promotions)
    {
        for (var i = 0; i < (configs?.Length ?? 0); i++)
        {
            var config = configs![i];
            var path = PackContext.At(root, i);
            context.Id(config.Id, path + ".id");
            CheckSelector(config.Effect.On, path + ".effect.on", context);
            var (from, until) = context.Dates(config.From, config.Until, path);
            var effect = Effect(config.Effect, path + ".effect", context);
            var when = PlainCondition.Compile(config, path, context);
            var minimum = context.Amount(config.Minimum, path + ".minimum");
            if (!groups.TryGetValue(config.Group, out var group))
            {
                context.AddUnknown("SOR080", path + ".group", "The group \"" + config.Group + "\" is not one of $.stages", config.Group, groups.Keys);
                continue;
            }

            promotions.Add(new Promotion
            {
                Id = config.Id,
                Name = config.Name.ToText(),
                IsCoupon = isCoupon,
                Group = group,
                Effect = effect,
                On = PackContext.Selector(config.Effect.On),
                When = when,
                Minimum = minimum,
                Threshold = config.Threshold ?? ThresholdBasis.Running,
                From = from,
                Until = until,
                CombinesWith = config.CombinesWith is { } partners ? [.. partners] : null,
                Priority = config.Priority ?? 0,
            });
        }
    }

    private static PromotionEffect Effect(EffectConfig effect, string path, PackContext context)
    {
        if (effect.PercentOff is null == effect.AmountOff is null)
            context.Add("SOR081", path, "An effect takes percentOff or amountOff off: one of them.");
        if (effect.ForEvery is not null && effect.AmountOff is null)
            context.Add("SOR082", path + ".forEvery", "\"forEvery\" belongs to amountOff.");
        if (effect.AtMost is not null && effect.ForEvery is null)
            context.Add("SOR083", path + ".atMost", "\"atMost\" belongs to forEvery.");
        if (effect.AmountOff is not { } amountOff)
            return new PromotionEffect.PercentOff(context.Percent(effect.PercentOff ?? 0m, path + ".percentOff"));
        int? atMost = effect.AtMost is { } most ? context.Count(most, path + ".atMost", 100_000) : null;
        return new PromotionEffect.AmountOff(context.Amount(amountOff, path + ".amountOff"), context.Amount(effect.ForEvery, path + ".forEvery"), atMost);
    }

    private static void CheckPartners(PromotionConfig[]? configs, string root, HashSet<string> known, PackContext context)
    {
        for (var i = 0; i < (configs?.Length ?? 0); i++)
        {
            var partners = configs![i].CombinesWith ?? [];
            for (var j = 0; j < partners.Length; j++)
            {
                if (!known.Contains(partners[j]))
                    context.AddUnknown("SOR084", PackContext.At(PackContext.At(root, i) + ".combinesWith", j), "\"" + partners[j] + "\" is neither a group nor a promotion of the pack", partners[j], known);
            }
        }
    }
}
