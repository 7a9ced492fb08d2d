using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

using StoreOps.Rules;
using StoreOps.Rules.Commissions;
using StoreOps.Rules.FollowUps;
using StoreOps.Rules.Lifecycle;
using StoreOps.Rules.Packs;
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

    /// <summary>Registers a rule pack that is replaced while the program runs, and its engines for each scope.</summary>
    /// <param name="services">The services; registrations that are there already win.</param>
    /// <param name="holder">Holds the pack in force.</param>
    /// <returns>The services.</returns>
    /// <remarks>A scope, such as a request, keeps the pack that was in force when it first asked: all it decides is decided by one pack.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddStoreOpsRules(this IServiceCollection services, RulePackHolder holder)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(holder);
        services.TryAddSingleton(holder);
        services.TryAddScoped(provider => provider.GetRequiredService<RulePackHolder>().Current);
        services.TryAddScoped(provider => new PriceCalculator(Pack(provider).Pricing));
        services.TryAddScoped(provider => new CommissionCalculator(Pack(provider).CommissionPlans, Pack(provider).Stamp));
        services.TryAddScoped(provider => new LifecycleClassifier(Pack(provider).Lifecycle, Pack(provider).Stamp));
        services.TryAddScoped(provider => new FollowUpPlanner(Pack(provider).FollowUps, Pack(provider).Stamp));
        services.TryAddScoped(provider => new TagEngine(Pack(provider).Tags, Pack(provider).Segments, Pack(provider).Stamp));
        return services;
    }

    private static RulePack Pack(IServiceProvider provider) => provider.GetRequiredService<RulePack>();
}
