using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Staffing;
using StoreOps.Rules.Commissions;
using StoreOps.Rules.Pricing;

namespace StoreOps.Rules.Tests.Commissions;

/// <summary>The laws that hold for every order and every plan.</summary>
public class CommissionLawTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly string[] Ids = ["a", "b", "c", "t", "left", "nobody"];

    private static Config Thorough { get; } = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    private static Employee[] Staff { get; } =
    [
        new() { Id = "a", Position = Positions.Advisor, ShopId = "s" },
        new() { Id = "b", Position = Positions.Advisor, ShopId = "s" },
        new() { Id = "c", Position = Positions.Advisor, ShopId = "s", From = Today },
        new() { Id = "t", Position = Positions.Technician, ShopId = "s" },
        new() { Id = "left", Position = Positions.Advisor, ShopId = "s", Until = Today.PlusDays(-1) },
    ];

    private static Gen<CommissionPay> Pay { get; } = Gen.OneOf(
        Gen.Choose(0, 9_999).Select(CommissionPay (amount) => new CommissionPay.PerUnit(Fen(amount))),
        Gen.Choose(0, 9_999).Select(CommissionPay (amount) => new CommissionPay.PerLaborHour(Fen(amount))),
        from rate in Gen.Choose(0, 10_000)
        from of in Gen.Elements(CommissionBase.Payable, CommissionBase.List)
        select (CommissionPay)new CommissionPay.PercentOf(Percentage.FromBasisPoints(rate), of));

    private static Gen<CommissionPlan> Plan { get; } =
        from pays in Pay.ArrayOf(2)
        from kind in Gen.Elements(LineKind.Labor, LineKind.Part, LineKind.Package)
        from role in Gen.Elements(CreditRole.Sold, CreditRole.Performed)
        from position in Gen.Elements(Positions.Advisor, Positions.Technician)
        from rounding in Gen.Elements(RoundingPolicy.HalfAwayFromZero, RoundingPolicy.HalfEven, RoundingPolicy.Floor, RoundingPolicy.Ceiling)
        select new CommissionPlan
        {
            Id = "plan",
            Name = new LocalizedText("提成", "commission"),
            Position = position,
            Role = role,
            Rounding = rounding,
            Rules = [new() { Id = "kind", On = new LineSelector(kind), Pay = pays[0] }, new() { Id = "any", Pay = pays[1] }],
        };

    private static Gen<LineCredit> Credit { get; } =
        from id in Gen.Elements(Ids)
        from role in Gen.Elements(CreditRole.Sold, CreditRole.Performed)
        from weight in Gen.Choose(1, 9)
        select new LineCredit(id, role, weight);

    private static Gen<SoldLine> Line { get; } =
        from kind in Gen.Elements(LineKind.Labor, LineKind.Part, LineKind.Package)
        from list in Gen.Choose(0, 500_000)
        from off in Gen.Choose(0, 100)
        from tenths in Gen.OneOf(Gen.Choose(1, 99), Gen.Choose(1, 9).Select(whole => whole * 10))
        from minutes in Gen.Choose(-60, 600)
        from count in Gen.Choose(0, 4)
        from credits in Credit.ArrayOf(count)
        select new SoldLine(
            new WorkOrderLine { Id = "?", Kind = kind, ListAmount = Fen(list), Quantity = tenths / 10m, Credits = [.. credits] },
            Fen(list * (100L - off) / 100),
            minutes < 0 ? null : minutes);

    private static Gen<(CommissionPlan[] Plans, SoldLine[] Lines)> Order { get; } =
        from planCount in Gen.Choose(0, 3)
        from plans in Plan.ArrayOf(planCount)
        from lineCount in Gen.Choose(0, 5)
        from lines in Line.ArrayOf(lineCount)
        select (
            plans.Select((plan, i) => plan with { Id = "plan-" + i }).ToArray(),
            lines.Select((sold, i) => sold with { Line = sold.Line with { Id = "line-" + i } }).ToArray());

    [Fact]
    public void Preview_SharesOfALine_SumToItsCommissionComputedByHand() =>
        Prop.ForAll(Order.ToArbitrary(), order =>
        {
            var preview = Preview(order.Plans, order.Lines);
            return order.Plans.All(plan => order.Lines.All(sold =>
            {
                var parts = preview.Entries.Where(entry => entry.PlanId == plan.Id && entry.LineId == sold.Line.Id).Select(entry => entry.Amount)
                    .Concat(preview.Unpaid.Where(share => share.PlanId == plan.Id && share.LineId == sold.Line.Id).Select(share => share.Amount));
                return parts.Sum(part => part.MinorUnits) == ByHand(plan, sold);
            }));
        }).Check(Thorough);

    [Fact]
    public void Preview_Totals_AreTheSumsOfTheEntries() =>
        Prop.ForAll(Order.ToArbitrary(), order =>
        {
            var preview = Preview(order.Plans, order.Lines);
            return preview.Total.MinorUnits == preview.Entries.Sum(entry => entry.Amount.MinorUnits)
                && preview.Total.MinorUnits == Ids.Sum(id => preview.TotalFor(id).MinorUnits)
                && preview.Evidence.Children.Length == order.Plans.Length;
        }).Check(Thorough);

    [Fact]
    public void Preview_LinesInAnotherOrder_KeepsEveryTotal() =>
        Prop.ForAll(
            (from order in Order from lines in Gen.Shuffle(order.Lines) select (order.Plans, order.Lines, Shuffled: lines)).ToArbitrary(),
            order =>
            {
                var (left, right) = (Preview(order.Plans, order.Lines), Preview(order.Plans, order.Shuffled));
                return left.Total == right.Total && Ids.All(id => left.TotalFor(id) == right.TotalFor(id));
            }).Check(Thorough);

    [Fact]
    public void Preview_LinesApart_PayWhatTheyPayTogether() =>
        Prop.ForAll(Order.ToArbitrary(), order =>
            Preview(order.Plans, order.Lines).Total.MinorUnits
                == order.Lines.Sum(line => Preview(order.Plans, [line]).Total.MinorUnits)).Check(Thorough);

    [Fact]
    public void Preview_OnlyWhoMayEarn_IsPaid() =>
        Prop.ForAll(Order.ToArbitrary(), order =>
        {
            var preview = Preview(order.Plans, order.Lines);
            bool MayEarn(string planId, string id) => Staff.Any(employee =>
                employee.Id == id && employee.IsActiveOn(Today) && employee.Position == order.Plans.Single(plan => plan.Id == planId).Position);
            return preview.Entries.All(entry => MayEarn(entry.PlanId, entry.EmployeeId))
                && preview.Unpaid.All(share => !MayEarn(share.PlanId, share.EmployeeId));
        }).Check(Thorough);

    private static Money Fen(long minorUnits) => Money.FromMinorUnits(minorUnits, Currency.Cny);

    private static long ByHand(CommissionPlan plan, SoldLine sold)
    {
        if (!sold.Line.Credits.Any(credit => credit.Role == plan.Role))
            return 0;
        var rule = plan.Rules[0].On.Kind == sold.Line.Kind ? plan.Rules[0] : plan.Rules[1];
        var exact = rule.Pay switch
        {
            CommissionPay.PerUnit unit => unit.Amount.MinorUnits * sold.Line.Quantity,
            CommissionPay.PercentOf percent =>
                (percent.Of == CommissionBase.List ? sold.Line.ListAmount : sold.Payable).MinorUnits * percent.Rate.Percent / 100m,
            CommissionPay.PerLaborHour hour => hour.Amount.MinorUnits * (sold.LaborMinutes ?? 0) / 60m,
            _ => throw new NotSupportedException(),
        };
        return (long)(plan.Rounding switch
        {
            RoundingPolicy.HalfAwayFromZero => Math.Round(exact, MidpointRounding.AwayFromZero),
            RoundingPolicy.HalfEven => Math.Round(exact, MidpointRounding.ToEven),
            RoundingPolicy.Floor => Math.Floor(exact),
            _ => Math.Ceiling(exact),
        });
    }

    private static CommissionPreview Preview(CommissionPlan[] plans, SoldLine[] lines) =>
        new CommissionCalculator(plans).Preview(new CommissionSituation
        {
            Date = Today,
            Currency = Currency.Cny,
            Lines = [.. lines],
            Employees = [.. Staff],
        });
}
