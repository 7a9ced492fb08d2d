using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Reception;
using StoreOps.Recommend.Training;
using StoreOps.Rules;

namespace StoreOps;

/// <summary>Registers the recommendation and the reception desk. Everything registered can also be made with its constructor.</summary>
public static class StoreOpsRecommendServiceCollectionExtensions
{
    /// <summary>Registers the reception desk. Needs a <see cref="RulePack"/>, as <c>AddStoreOpsRules</c> registers it.</summary>
    /// <param name="services">The services; registrations that are there already win.</param>
    /// <returns>The services.</returns>
    /// <remarks>
    /// The desk takes a <see cref="PartsList"/>, <see cref="CoPurchaseCounts"/>, a <see cref="MaintenancePlanner"/> and a
    /// <see cref="VinDecoder"/> where the host registers its own; else none, none and those that come with the library. Where the host registers a
    /// <see cref="PartsModel"/> or <see cref="PartsRecommender"/>, and maybe <see cref="PartOfferOptions"/>, it offers parts by that model.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddStoreOpsRecommend(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(PartsList.Empty);
        services.TryAddSingleton(CoPurchaseCounts.Empty);
        services.TryAddSingleton(_ => new MaintenancePlanner());
        services.TryAddSingleton(_ => new VinDecoder());
        services.TryAddSingleton(provider => new ReceptionDesk(
            provider.GetRequiredService<RulePack>(),
            provider.GetRequiredService<PartsList>(),
            provider.GetRequiredService<CoPurchaseCounts>(),
            provider.GetRequiredService<MaintenancePlanner>(),
            provider.GetRequiredService<VinDecoder>(),
            provider.GetService<PartsRecommender>() ?? (provider.GetService<PartsModel>() is { } model ? new PartsRecommender(model) : null),
            provider.GetService<PartOfferOptions>()));
        return services;
    }
}
