using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

using StoreOps.Rules;
using StoreOps.Rules.Commissions;
using StoreOps.Rules.FollowUps;
using StoreOps.Rules.Lifecycle;
using StoreOps.Rules.Pricing;
using StoreOps.Rules.Tags;

namespace StoreOps;

/// <summary>Registers a rule pack and the engines that apply it. Everything registered can also be made with its constructor.</summary>
public static class StoreOpsRulesServiceCollectionExtensions
{
    /// <summary>Registers a rule pack and its engines as singletons.</summary>
    /// <param name="services">The services; registrations that are there already win.</param>
    /// <param name="pack">The rule pack, as RulePack.TryLoad gives it.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddStoreOpsRules(this IServiceCollection services, RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(pack);
        services.TryAddSingleton(pack);
        services.TryAddSingleton(provider => new PriceCalculator(Pack(provider).Pricing));
        services.TryAddSingleton(provider => new CommissionCalculator(Pack(provider).CommissionPlans, Pack(provider).Stamp));
        services.TryAddSingleton(provider => new LifecycleClassifier(Pack(provider).Lifecycle, Pack(provider).Stamp));
        services.TryAddSingleton(provider => new FollowUpPlanner(Pack(provider).FollowUps, Pack(provider).Stamp));
        services.TryAddSingleton(provider => new TagEngine(Pack(provider).Tags, Pack(provider).Segments, Pack(provider).Stamp));
        return services;
    }

    private static RulePack Pack(IServiceProvider provider) => provider.GetRequiredService<RulePack>();
}
