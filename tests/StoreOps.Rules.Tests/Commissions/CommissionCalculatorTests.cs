using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Staffing;
using StoreOps.Rules.Commissions;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Pricing;

namespace StoreOps.Rules.Tests.Commissions;

public class CommissionCalculatorTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly FactSchema Schema = new([new Fact("customer.visits", CelType.Int, new LocalizedText("到店次数", "visits"))]);

    private static ImmutableArray<Employee> Staff { get; } =
    [
        new() { Id = "a", Position = Positions.Advisor, ShopId = "s" },
        new() { Id = "b", Position = Positions.Advisor, ShopId = "s", From = new LocalDate(2026, 1, 1) },
        new() { Id = "t", Position = Positions.Technician, ShopId = "s" },
        new() { Id = "left", Position = Positions.Advisor, ShopId = "s", Until = new LocalDate(2026, 11, 21) },
    ];

    [Fact]
    public void Preview_TheReceptionSheet_PaysAdvisorAndTechnician()
    {
        var advisor = Plan("sales", new CommissionPay.PercentOf(Percentage.FromPercent(2)));
        var technician = Plan("hours", new CommissionPay.PerLaborHour(Yuan(45)), CreditRole.Performed, Positions.Technician);
        var line = Sold("1", 620m, [new("a", CreditRole.Sold), new("t", CreditRole.Performed)]) with { LaborMinutes = 96 };
        var preview = Preview([advisor, technician], [line]);
        Assert.Equal(Yuan(12.40m), preview.TotalFor("a"));
        Assert.Equal(Yuan(72), preview.TotalFor("t"));
        Assert.Equal(Yuan(84.40m), preview.Total);
        Assert.Equal(EvidenceValue.Of(Yuan(84.40m)), preview.Evidence.Actual);
    }

    [Fact]
    public void Preview_ThreeShareAnOddFen_LoseNone()
    {
        var plan = Plan("cards", new CommissionPay.PerUnit(Yuan(10)));
        var preview = Preview([plan], [Sold("1", 365m, [new("a", CreditRole.Sold), new("b", CreditRole.Sold), new("a", CreditRole.Sold)])]);
        Assert.Equal([334L, 333L, 333L], preview.Entries.Select(entry => entry.Amount.MinorUnits));
        Assert.Equal(Yuan(6.67m), preview.TotalFor("a"));
    }

    [Fact]
    public void Preview_Weights_ShareInProportion()
    {
        var plan = Plan("cards", new CommissionPay.PerUnit(Yuan(10)));
        var preview = Preview([plan], [Sold("1", 365m, [new("a", CreditRole.Sold, 7), new("b", CreditRole.Sold, 3)])]);
        Assert.Equal((Yuan(7), Yuan(3)), (preview.TotalFor("a"), preview.TotalFor("b")));
    }

    [Theory]
    [InlineData("left", UnpaidReason.NotActive, EvidenceCodes.CommissionNotActive)]
    [InlineData("t", UnpaidReason.OtherPosition, EvidenceCodes.CommissionOtherPosition)]
    [InlineData("nobody", UnpaidReason.UnknownEmployee, EvidenceCodes.CommissionUnknownEmployee)]
    public void Preview_SomebodyWhoMayNotEarn_IsReportedAndTheOthersGetNoMore(string id, UnpaidReason reason, string code)
    {
        var plan = Plan("cards", new CommissionPay.PerUnit(Yuan(10)));
        var preview = Preview([plan], [Sold("1", 365m, [new("a", CreditRole.Sold), new(id, CreditRole.Sold)])]);
        Assert.Equal(Yuan(5), preview.Total);
        var unpaid = Assert.Single(preview.Unpaid);
        Assert.Equal((id, Yuan(5), reason), (unpaid.EmployeeId, unpaid.Amount, unpaid.Reason));
        Assert.Contains(unpaid.Evidence.Children, step => step.Code == code && step.Outcome == EvidenceOutcome.NotMet);
    }

    [Fact]
    public void Preview_ChangedPosition_CountsTheOneOfTheDay()
    {
        ImmutableArray<Employee> staff =
        [
            new() { Id = "x", Position = Positions.Technician, ShopId = "s", Until = Today.PlusDays(-1) },
            new() { Id = "x", Position = Positions.Advisor, ShopId = "s", From = Today },
        ];
        var plan = Plan("cards", new CommissionPay.PerUnit(Yuan(10)));
        ImmutableArray<SoldLine> lines = [Sold("1", 365m, [new("x", CreditRole.Sold)])];
        Assert.Equal(Yuan(10), Preview([plan], lines, staff: staff).TotalFor("x"));
        Assert.Equal(UnpaidReason.NotActive, Preview([plan], lines, staff: staff, date: Today.PlusDays(-1)).Unpaid.Single().Reason);
    }

    [Fact]
    public void Preview_TwoRulesSelectALine_TheFirstPays()
    {
        var plan = Plan("cards", new CommissionPay.PerUnit(Yuan(1))) with
        {
            Rules =
            [
                new() { Id = "care", On = new LineSelector(PackageId: "care-1999"), Pay = new CommissionPay.PerUnit(Yuan(50)) },
                new() { Id = "any", Pay = new CommissionPay.PerUnit(Yuan(1)) },
            ],
        };
        ImmutableArray<LineCredit> credits = [new("a", CreditRole.Sold)];
        var care = Sold("1", 1999m, credits);
        var preview = Preview([plan], [care with { Line = care.Line with { PackageId = "care-1999" } }, Sold("2", 10m, credits)]);
        Assert.Equal(["care", "any"], preview.Entries.Select(entry => entry.RuleId));
        Assert.Equal(Yuan(51), preview.Total);
    }

    [Theory]
    [InlineData(0, "first-visit")]
    [InlineData(3, "any")]
    [InlineData(null, "any")]
    public void Preview_ConditionThatDoesNotHold_LetsTheNextRulePay(int? visits, string ruleId)
    {
        Assert.True(new ConditionCompiler(Schema).TryCompile("customer.visits == 0", out var condition, out _));
        var plan = Plan("cards", new CommissionPay.PerUnit(Yuan(1))) with
        {
            Rules =
            [
                new() { Id = "first-visit", When = condition, Pay = new CommissionPay.PerUnit(Yuan(20)) },
                new() { Id = "any", Pay = new CommissionPay.PerUnit(Yuan(1)) },
            ],
        };
        var facts = new FactSet(Schema).Set("customer.visits", visits is { } known ? CelValue.Of((long)known) : CelValue.Unknown);
        ImmutableArray<SoldLine> lines = [Sold("1", 365m, [new("a", CreditRole.Sold)])];
        var preview = Preview([plan], lines, facts: facts);
        Assert.Equal(ruleId, preview.Entries.Single().RuleId);
        var passed = preview.Evidence.Children[0].Children[0].Children.Where(step => step.Code == EvidenceCodes.CommissionRulePassed).ToArray();
        Assert.Equal(visits == 0 ? 0 : 1, passed.Length);
        Assert.All(passed, step => Assert.Equal(visits is null ? EvidenceOutcome.Unknown : EvidenceOutcome.NotMet, step.Outcome));
        Assert.Equal("any", Preview([plan], lines).Entries.Single().RuleId);
    }

    [Fact]
    public void Preview_TwoPlans_AddUp()
    {
        var preview = Preview(
            [Plan("one", new CommissionPay.PerUnit(Yuan(10))), Plan("two", new CommissionPay.PercentOf(Percentage.FromPercent(1)))],
            [Sold("1", 365m, [new("a", CreditRole.Sold)])]);
        Assert.Equal(Yuan(13.65m), preview.TotalFor("a"));
    }

    [Theory]
    [InlineData(CommissionBase.Payable, "8.00")]
    [InlineData(CommissionBase.List, "10.00")]
    public void Preview_Percent_IsTakenOfTheBaseNamed(CommissionBase of, string amount)
    {
        var sold = Sold("1", 100m, [new("a", CreditRole.Sold)]) with { Payable = Yuan(80) };
        var preview = Preview([Plan("p", new CommissionPay.PercentOf(Percentage.FromPercent(10), of))], [sold]);
        Assert.Equal("CNY " + amount, preview.Total.ToString());
    }

    [Theory]
    [InlineData(RoundingPolicy.HalfAwayFromZero, 2788)]
    [InlineData(RoundingPolicy.HalfEven, 2788)]
    [InlineData(RoundingPolicy.HalfTowardZero, 2787)]
    [InlineData(RoundingPolicy.TowardZero, 2787)]
    public void Preview_HalfAFen_GoesByThePlansRounding(RoundingPolicy rounding, long minorUnits)
    {
        // 5 % of 557.50 is 27.875.
        var plan = Plan("p", new CommissionPay.PercentOf(Percentage.FromPercent(5))) with { Rounding = rounding };
        Assert.Equal(minorUnits, Preview([plan], [Sold("1", 557.50m, [new("a", CreditRole.Sold)])]).Total.MinorUnits);
    }

    [Fact]
    public void Preview_QuantityWithDecimals_IsRoundedOnce()
    {
        var sold = Sold("1", 300m, [new("a", CreditRole.Sold)]);
        var plan = Plan("oil", new CommissionPay.PerUnit(Yuan(0.55m)));
        Assert.Equal(Yuan(2.48m), Preview([plan], [sold with { Line = sold.Line with { Quantity = 4.5m } }]).Total);
        Assert.Equal(Yuan(2.20m), Preview([plan], [sold with { Line = sold.Line with { Quantity = 4m } }]).Total);
    }

    [Fact]
    public void Preview_WhatDoesNotPay_SaysWhy()
    {
        ImmutableArray<LineCredit> credits = [new("a", CreditRole.Sold)];
        var labor = new LineSelector(LineKind.Labor);
        AssertStep(EvidenceCodes.CommissionNoCredit, Plan("p", new CommissionPay.PerUnit(Yuan(1)), CreditRole.Performed), Sold("1", 5m, credits));
        AssertStep(EvidenceCodes.CommissionNoLaborTime, Plan("p", new CommissionPay.PerLaborHour(Yuan(1))), Sold("1", 5m, credits));
        var plan = Plan("p", new CommissionPay.PerUnit(Yuan(1)));
        AssertStep(EvidenceCodes.CommissionNoRule, plan with { Rules = [plan.Rules[0] with { On = labor }] }, Sold("1", 5m, credits));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Preview_PlanOutsideItsDays_PaysNothing(int day, bool pays)
    {
        var plan = Plan("p", new CommissionPay.PerUnit(Yuan(1))) with { From = Today, Until = Today.PlusDays(9) };
        var preview = Preview([plan], [Sold("1", 5m, [new("a", CreditRole.Sold)])], date: Today.PlusDays(day));
        Assert.Equal(pays, !preview.Entries.IsEmpty);
        Assert.Equal(pays ? EvidenceCodes.CommissionPlan : EvidenceCodes.CommissionPlanNotInForce, preview.Evidence.Children.Single().Code);
    }

    [Fact]
    public void Preview_NoLines_IsZero() =>
        Assert.Equal(Yuan(0), Preview([Plan("p", new CommissionPay.PerUnit(Yuan(1)))], []).Total);

    [Fact]
    public void Preview_BrokenContract_IsRefused()
    {
        ImmutableArray<LineCredit> credits = [new("a", CreditRole.Sold)];
        var plan = Plan("p", new CommissionPay.PerUnit(Yuan(1)));
        var line = Sold("1", 5m, credits);
        Assert.Throws<ArgumentException>(() => Preview([plan], [line, line]));
        Assert.Throws<ArgumentException>(() => Preview([plan], [Sold("1", 5m, [new("a", CreditRole.Sold, 0)])]));
        Assert.Throws<ArgumentException>(() => Preview([plan], [line with { Payable = Yuan(-1) }]));
        Assert.Throws<ArgumentException>(() => Preview([plan], [line with { LaborMinutes = -1 }]));
        Assert.Throws<ArgumentException>(() => Preview([plan, plan], []));
        Assert.Throws<ArgumentException>(() => Preview([plan with { Rules = [plan.Rules[0], plan.Rules[0]] }], []));
        var dollars = Plan("p", new CommissionPay.PerUnit(Money.FromAmount(1m, Currency.Usd)));
        Assert.Throws<InvalidOperationException>(() => Preview([dollars], [line]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CommissionPay.PerUnit(Yuan(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CommissionPay.PercentOf(Percentage.FromPercent(101)));
    }

    private static void AssertStep(string code, CommissionPlan plan, SoldLine line)
    {
        var preview = Preview([plan], [line]);
        Assert.Empty(preview.Entries);
        Assert.Equal(code, preview.Evidence.Children.Single().Children.Single().Code);
    }

    private static Money Yuan(decimal amount) => Money.FromAmount(amount, Currency.Cny);

    private static CommissionPlan Plan(
        string id, CommissionPay pay, CreditRole role = CreditRole.Sold, string position = Positions.Advisor) => new()
        {
            Id = id,
            Name = new LocalizedText("提成", "commission"),
            Position = position,
            Role = role,
            Rules = [new CommissionRule { Id = "rule", Pay = pay }],
        };

    private static SoldLine Sold(string id, decimal amount, ImmutableArray<LineCredit> credits) =>
        new(new WorkOrderLine { Id = id, Kind = LineKind.Package, ListAmount = Yuan(amount), Credits = credits }, Yuan(amount));

    private static CommissionPreview Preview(
        CommissionPlan[] plans,
        ImmutableArray<SoldLine> lines,
        ImmutableArray<Employee>? staff = null,
        LocalDate? date = null,
        FactSet? facts = null) => new CommissionCalculator(plans).Preview(new CommissionSituation
        {
            Date = date ?? Today,
            Currency = Currency.Cny,
            Lines = lines,
            Employees = staff ?? Staff,
            Facts = facts,
        });
}
