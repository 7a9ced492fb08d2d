using System.Collections.Immutable;

using StoreOps.Domain.Monetary;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Commissions;

/// <summary>Previews who earns what from an order under the owner's plans. Immutable; safe for many threads.</summary>
/// <remarks>
/// A line's commission is rounded once by the plan's policy and then shared out among the line's credits of the plan's role by
/// <see cref="Money.Allocate"/>: the shares sum exactly to it. A share whose employee does not have the plan's position on the day is
/// reported in <see cref="CommissionPreview.Unpaid"/> and not given to the others.
/// </remarks>
public sealed class CommissionCalculator
{
    /// <summary>Initializes a new instance of the <see cref="CommissionCalculator"/> class.</summary>
    /// <param name="plans">The plans, each id once; within a plan each rule id once.</param>
    /// <param name="pack">The rule pack they come from; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plans"/> is null.</exception>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public CommissionCalculator(IEnumerable<CommissionPlan> plans, PackStamp? pack = null)
    {
        ArgumentNullException.ThrowIfNull(plans);
        Plans = [.. plans];
        Pack = pack;
        if (Twice(Plans.Select(plan => plan.Id)) is { } planId)
            throw new ArgumentException("A plan stands once; \"" + planId + "\" was there twice.", nameof(plans));
        foreach (var plan in Plans)
        {
            if (Twice(plan.Rules.Select(rule => rule.Id)) is { } ruleId)
                throw new ArgumentException("A rule stands once in plan \"" + plan.Id + "\"; \"" + ruleId + "\" was there twice.", nameof(plans));
        }
    }

    /// <summary>Gets the plans in the order given.</summary>
    public ImmutableArray<CommissionPlan> Plans { get; }

    /// <summary>Gets the rule pack that the plans come from; null for none.</summary>
    public PackStamp? Pack { get; }

    /// <summary>Previews what the lines pay.</summary>
    /// <param name="situation">What was sold, and who works in the shop.</param>
    /// <returns>Who earns what, what is not paid, and why.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="situation"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A line id stands twice; a quantity or weight is not above zero; an amount or time is negative; or the facts are of another schema.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// An amount of a line or of a rule that pays is in another currency than the situation's.
    /// </exception>
    public CommissionPreview Preview(CommissionSituation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        Check(situation);
        var payroll = new Payroll(situation);
        var steps = ImmutableArray.CreateBuilder<Evidence>(Plans.Length);
        foreach (var plan in Plans)
            steps.Add(payroll.Pay(plan));

        return new CommissionPreview
        {
            Entries = payroll.Entries.ToImmutable(),
            Unpaid = payroll.Unpaid.ToImmutable(),
            Total = payroll.Total,
            Pack = Pack,
            Evidence = new Evidence(EvidenceCodes.CommissionTotal)
            {
                Actual = EvidenceValue.Of(payroll.Total),
                Children = steps.ToImmutable(),
            },
        };
    }

    private static void Check(CommissionSituation situation)
    {
        if (Twice(situation.Lines.Select(sold => sold.Line.Id)) is { } lineId)
            throw new ArgumentException("A line stands once; \"" + lineId + "\" was there twice.", nameof(situation));
        foreach (var sold in situation.Lines)
        {
            var id = sold.Line.Id;
            if (sold.Line.Quantity <= 0m || sold.Line.Credits.Any(credit => credit.Weight <= 0))
                throw new ArgumentException("Quantities and weights lie above zero; those of line \"" + id + "\" did not.", nameof(situation));
            if (sold.Payable.IsNegative || sold.Line.ListAmount.IsNegative || sold.LaborMinutes < 0)
                throw new ArgumentException("Amounts and times are not negative; those of line \"" + id + "\" were.", nameof(situation));
        }
    }

    private static string? Twice(IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return ids.FirstOrDefault(id => !seen.Add(id));
    }
}
