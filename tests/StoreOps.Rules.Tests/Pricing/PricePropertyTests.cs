using FsCheck;
using FsCheck.Fluent;

using StoreOps.Domain.Orders;
using StoreOps.Rules.Pricing;

using static StoreOps.Rules.Tests.Pricing.Order;

namespace StoreOps.Rules.Tests.Pricing;

/// <summary>Laws that hold for every order and every set of rules, found by a seed each.</summary>
public sealed class PricePropertyTests
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1_500);

    private static readonly Arbitrary<Case> Cases = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => Case.Of(seed)));

    [Fact]
    public void Quote_Any_KeepsEveryFen() => Prop.ForAll(Cases, one =>
    {
        var quote = one.Quote();
        var rows = one.Request.Lines.Select((line, i) => quote.Applied.Sum(applied => applied.Shares[i].MinorUnits)).ToArray();
        return quote.Payable.MinorUnits >= 0 && quote.Payable <= quote.ListTotal
            && quote.Lines.All(line => !line.Payable.IsNegative && line.Payable <= line.Line.ListAmount && line.Line.ListAmount - line.Discount == line.Payable)
            && quote.Lines.Select(line => line.Discount.MinorUnits).SequenceEqual(rows)
            && quote.Lines.Sum(line => line.Payable.MinorUnits) == quote.Payable.MinorUnits
            && quote.Applied.All(applied => applied.Amount.IsPositive && applied.Shares.Sum(share => share.MinorUnits) == applied.Amount.MinorUnits)
            && quote.Discount.MinorUnits == quote.Applied.Sum(applied => applied.Amount.MinorUnits);
    }).Check(Thousand);

    [Fact]
    public void Quote_Any_EqualsTheBestOfAllLawfulSubsets() => Prop.ForAll(Cases, one =>
    {
        var quote = one.Quote();
        return quote.IsProvenBest && quote.Payable.MinorUnits == one.BruteForce();
    }).Check(Thousand);

    [Fact]
    public void Quote_Any_AppliesOrRejectsEveryPromotionOnce() => Prop.ForAll(Cases, one =>
    {
        var quote = one.Quote();
        var chosen = quote.Applied.Select(applied => one.Promotions.Single(promotion => promotion.Id == applied.RuleId)).ToArray();
        return quote.Applied.Select(applied => applied.RuleId).Concat(quote.Rejected.Select(rejected => rejected.RuleId))
                .Order(StringComparer.Ordinal).SequenceEqual(one.Promotions.Select(promotion => promotion.Id).Order(StringComparer.Ordinal))
            && quote.Rejected.All(rejected => rejected.Evidence.Code.Length > 0 && rejected.Evidence.Outcome != StoreOps.Rules.Explanations.EvidenceOutcome.Met)
            && chosen.All(a => chosen.All(b => a == b || Case.Combine(a, b)))
            && chosen.GroupBy(a => a.Group).All(group => group.Count() <= (group.Key.Mode == GroupMode.Stack ? group.Key.AtMost : 1));
    }).Check(Thousand);

    [Fact]
    public void Quote_OnePromotionMore_IsNeverDearer() => Prop.ForAll(Cases, one =>
    {
        var all = one.Quote().Payable;
        // In mode first a new rule may take the place of a better one: that is what the mode says.
        return one.Promotions.Where(added => added.Group.Mode != GroupMode.First)
            .All(added => all <= Quote(one.Request, one.Promotions.Where(promotion => promotion != added).ToArray()).Payable);
    }).Check(Thousand);

    [Fact]
    public void Quote_SameTwice_IsTheSame() => Prop.ForAll(Cases, one => one.Quote().Text() == one.Quote().Text()).Check(Thousand);

    [Fact]
    public void Quote_UnheldCoupon_ChangesNothing() => Prop.ForAll(Cases, one =>
    {
        var coupon = Amount("zz-coupon", 1_000_000) with { IsCoupon = true };
        return Quote(one.Request, [.. one.Promotions, coupon]).Payable == one.Quote().Payable;
    }).Check(Thousand);

    [Fact]
    public void Quote_LinesInAnotherOrder_TakesOffTheSameWithOnePromotion() => Prop.ForAll(Cases, one =>
        one.Promotions.All(promotion =>
            Quote(one.Request, promotion).Payable == Quote(one.Request with { Lines = [.. one.Request.Lines.Reverse()] }, promotion).Payable))
        .Check(Thousand);

    internal sealed record Case(QuoteRequest Request, Promotion[] Promotions)
    {
        public static Case Of(int seed)
        {
            var random = new Random(seed);
            var lines = Enumerable.Range(0, random.Next(0, 6)).Select(i => Line(random.Next(5) == 0 ? random.Next(3) : random.Next(60_000), (LineKind)random.Next(2), id: "l" + i));
            var groups = Enumerable.Range(0, random.Next(1, 5)).Select(i => Group("g" + i, (GroupMode)random.Next(3), random.Next(1, 4))).ToArray();
            var count = random.Next(0, 10);
            var promotions = Enumerable.Range(0, count).Select(i => One(random, i, count, groups[random.Next(groups.Length)]))
                .OrderBy(promotion => promotion.Group.Id, StringComparer.Ordinal).ToArray();
            return new Case(new QuoteRequest { Date = Today, Lines = [.. lines], CouponIds = ["p0", "p1", "p2", "p3"] }, promotions);
        }

        public Quote Quote() => Order.Quote(Request, Promotions);

        public override string ToString() => string.Join(", ", Request.Lines.Select(line => line.Kind + " " + line.ListAmount)) + " / " + string.Join("\n", Promotions.Select(one => one.ToString()));

        public static bool Combine(Promotion a, Promotion b) => a.Group.Id == b.Group.Id
            || ((a.CombinesWith is not { } ofA || ofA.Contains(b.Id) || ofA.Contains(b.Group.Id)) && (b.CombinesWith is not { } ofB || ofB.Contains(a.Id) || ofB.Contains(a.Group.Id)));

        /// <summary>The least payable over all lawful subsets, by the words of the documentation and with decimals.</summary>
        public long BruteForce()
        {
            var list = Request.Lines.Select(line => line.ListAmount.MinorUnits).ToArray();
            var eligible = Promotions.Where(one => (!one.IsCoupon || Request.CouponIds.Contains(one.Id)) && Off(one, list, list) > 0).ToArray();
            eligible = eligible.Where(one => one.Group.Mode != GroupMode.First || eligible.First(other => other.Group == one.Group) == one).ToArray();
            var best = list.Sum();
            for (var set = 0; set < 1 << eligible.Length; set++)
            {
                var chosen = eligible.Where((_, i) => (set & (1 << i)) != 0).ToArray();
                if (chosen.Any(a => chosen.Any(b => a != b && !Combine(a, b)))
                    || chosen.GroupBy(one => one.Group).Any(group => group.Count() > (group.Key.Mode == GroupMode.Stack ? group.Key.AtMost : 1)))
                    continue;
                var running = list.ToArray();
                foreach (var one in chosen)
                    Share(one, Off(one, running, list), running);
                best = Math.Min(best, running.Sum());
            }

            return best;
        }

        private long Off(Promotion one, long[] running, long[] list)
        {
            decimal payable = running.Where((_, i) => one.On.Selects(Request.Lines[i])).Sum();
            decimal basis = one.Threshold == ThresholdBasis.List ? list.Where((_, i) => one.On.Selects(Request.Lines[i])).Sum() : payable;
            if (one.Minimum is { } minimum && basis < minimum.MinorUnits)
                return 0;
            if (one.Effect is PromotionEffect.PercentOff percent)
                return (long)decimal.Round(payable * percent.Percent.Percent / 100m, 0, MidpointRounding.AwayFromZero);
            var amount = (PromotionEffect.AmountOff)one.Effect;
            var times = amount.ForEvery is { } step ? Math.Min(decimal.Floor(basis / step.MinorUnits), amount.AtMost ?? decimal.MaxValue) : 1m;
            return (long)Math.Min(payable, times * amount.Amount.MinorUnits);
        }

        /// <summary>Shares by the largest remainders, ties to the earlier line.</summary>
        private void Share(Promotion one, long off, long[] running)
        {
            var weights = running.Select((amount, i) => one.On.Selects(Request.Lines[i]) ? amount : 0L).ToArray();
            decimal total = weights.Sum();
            if (off == 0 || total == 0)
                return;
            var shares = weights.Select(weight => (long)decimal.Floor(off * weight / total)).ToArray();
            var rest = weights.Select((weight, i) => (off * (decimal)weight) - (shares[i] * total)).ToArray();
            foreach (var i in Enumerable.Range(0, weights.Length).OrderByDescending(i => rest[i]).ThenBy(i => i).Take((int)(off - shares.Sum())))
                shares[i]++;
            for (var i = 0; i < running.Length; i++)
                running[i] -= shares[i];
        }

        private static Promotion One(Random random, int i, int count, PromotionGroup group)
        {
            var id = "p" + i;
            var one = random.Next(3) switch
            {
                0 => Percent(id, random.Next(101), group),
                1 => Amount(id, random.Next(1, 20_000), group: group),
                _ => Amount(id, random.Next(1, 3_000), random.Next(1, 30_000), random.Next(2) == 0 ? null : random.Next(1, 4), group),
            };
            return one with
            {
                IsCoupon = random.Next(3) == 0,
                On = random.Next(3) switch { 0 => LineSelector.All, 1 => new LineSelector(LineKind.Labor), _ => new LineSelector(LineKind.Part) },
                Minimum = random.Next(3) == 0 ? Fen(random.Next(80_000)) : null,
                Threshold = (ThresholdBasis)random.Next(2),
                CombinesWith = random.Next(3) == 0 ? [.. Enumerable.Range(0, count).Where(_ => random.Next(2) == 0).Select(j => "p" + j), "g0"] : null,
            };
        }
    }
}
