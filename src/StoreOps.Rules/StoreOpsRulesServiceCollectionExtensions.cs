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
        services.TryAddSingleton(provider => new PriceCalculator(provider.GetRequiredService<RulePack>().Pricing));
        services.TryAddSingleton(provider => new CommissionCalculator(provider.GetRequiredService<RulePack>().CommissionPlans));
        services.TryAddSingleton(provider => new LifecycleClassifier(provider.GetRequiredService<RulePack>().Lifecycle));
        services.TryAddSingleton(provider => new FollowUpPlanner(provider.GetRequiredService<RulePack>().FollowUps));
        services.TryAddSingleton(provider => new TagEngine(provider.GetRequiredService<RulePack>().Tags, provider.GetRequiredService<RulePack>().Segments));
        return services;
    }
}
