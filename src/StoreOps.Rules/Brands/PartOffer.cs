using StoreOps.Domain.Monetary;
using StoreOps.Domain.Parts;

namespace StoreOps.Rules.Brands;

/// <summary>A part that can be sold for a slot of a vehicle.</summary>
/// <param name="Stocked">The part as the shop offers it.</param>
/// <param name="Quantity">How much the vehicle takes, in the part's unit; null when the catalog does not say.</param>
/// <param name="Amount">The list price of that quantity, rounded once half away from zero; null when the quantity is not known.</param>
/// <param name="Availability">How it can be had; for one unit when the quantity is not known.</param>
/// <param name="Fitment">Whether it fits: <see cref="FitmentVerdict.Unknown"/> means that somebody has to look first.</param>
/// <param name="Preference">Its place among the names preferred, from 0; null when none of them means it.</param>
public sealed record PartOffer(
    StockedPart Stocked, decimal? Quantity, Money? Amount, Availability Availability, FitmentVerdict Fitment, int? Preference);
