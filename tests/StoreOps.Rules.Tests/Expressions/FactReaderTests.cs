using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;
using StoreOps.Rules.Tests.Packs;
using StoreOps.Testing;

namespace StoreOps.Rules.Tests.Expressions;

public sealed class FactReaderTests
{
    private static readonly FactReader<Arrival> Reader = FactSchema.For<Arrival>()
        .Fact("customer.visits", one => one.Visits, new LocalizedText("到店次数", "Visits so far."), CelValue.Of(7))
        .Fact("customer.isFleet", one => one.IsFleet)
        .Fact("customer.name", one => one.Name)
        .Fact("customer.tags", one => one.Tags)
        .Fact("customer.since", one => one.Since)
        .Fact("customer.idle", one => one.Idle)
        .Fact("order.total", one => one.Total)
        .Fact("order.paid", one => one.Paid)
        .Records("order.lines", one => one.Lines, Line)
        .Record("order.first", one => one.Lines is { Count: > 0 } lines ? lines[0] : null, Line)
        .Build();

    private static readonly Arrival Known = new()
    {
        Visits = 5,
        IsFleet = true,
        Name = "王",
        Tags = ["vip"],
        Since = Instant.FromUtc(2024, 1, 2, 3, 4),
        Idle = Duration.FromDays(90),
        Total = 468.50m,
        Paid = Money.FromMinorUnits(46850, Currency.Cny),
        Lines = [new SoldLine { Slot = "engine-oil", Price = 328m }, new SoldLine { Slot = "oil-filter", Price = null }],
    };

    [Theory]
    [InlineData("customer.visits >= 5 && customer.isFleet && customer.name == '王' && 'vip' in customer.tags")]
    [InlineData("customer.since < timestamp('2024-01-03T00:00:00Z') && customer.idle == duration('2160h')")]
    [InlineData("order.total == 468.50 && order.paid == money(468.50, 'CNY')")]
    [InlineData("order.lines.exists(line, line.slot == 'engine-oil' && line.price > 300)")]
    [InlineData("order.lines.filter(line, has(line.price)).size() == 1 && order.lines[1].slot.startsWith('oil')")]
    [InlineData("order.first['price'] == 328.00 && order.first.?price.orValue(decimal('0')) == 328")]
    [InlineData("order.lines[1].?price.orValue(decimal('9.5')) == 9.50")]
    public void Read_HostObjects_AreWhatConditionsAsk(string source) => Assert.Equal(Verdict.True, Compile(source).Evaluate(Reader.Read(Known)));

    [Fact]
    public void Read_NullMembers_AreNotKnown()
    {
        var facts = Reader.Read(new Arrival());
        Assert.All(Reader.Schema.Facts, fact => Assert.Equal(CelKind.Unknown, facts[Slot(fact.Name)].Kind));
        Assert.Equal("customer.visits", Assert.Single(Compile("customer.visits > 3").EvaluatePartial(facts).DependsOn));
    }

    [Fact]
    public void Read_SameSetAgain_ForgetsTheOneBefore()
    {
        var facts = Reader.Read(Known);
        Reader.Read(new Arrival { Visits = 2 }, facts);
        Assert.Equal(Verdict.False, Compile("customer.visits >= 5").Evaluate(facts));
        Assert.Equal(CelKind.Unknown, facts[Slot("customer.name")].Kind);
    }

    [Theory]
    [InlineData("order.lines.exists(line, line.prise > 300)", "line.prise", "price")]
    [InlineData("order.lines[0].slott == 'engine-oil'", "slott", "slot")]
    [InlineData("order.first['prise'] == 1.0", "'prise'", "price")]
    [InlineData("has(order.first.prise)", "prise", "price")]
    [InlineData("order.lines.map(line, line)[0].prise == 1.0", "prise", "price")]
    public void TryCompile_MemberThatIsNotDeclared_IsAnIssueWithTheNearest(string source, string at, string nearest)
    {
        Assert.False(new ConditionCompiler(Reader.Schema).TryCompile(source, out _, out var issues));
        var issue = Assert.Single(issues);
        Assert.Equal(("SOE010", nearest), (issue.Code, issue.Suggestion));
        Assert.Equal(source.IndexOf(at, StringComparison.Ordinal) + (at.StartsWith("line.", StringComparison.Ordinal) ? 5 : 0), issue.Offset);
    }

    [Fact]
    public void TryCompile_MemberOfAnotherType_IsAnIssue()
    {
        Assert.False(new ConditionCompiler(Reader.Schema).TryCompile("order.first.price == 'much'", out _, out var issues));
        Assert.Equal("SOE012", Assert.Single(issues).Code);
    }

    [Fact]
    public void TryCompile_RecordBesideAMap_IsNoLongerDeclared()
    {
        // What may be either has only what is found when it is asked.
        var condition = Compile("[order.first, {'price': 'much'}][1].price == 'much'");
        Assert.Equal(Verdict.True, condition.Evaluate(Reader.Read(Known)));
    }

    [Fact]
    public void Read_NumbersAndFlags_AllocatesNothing()
    {
        var reader = FactSchema.For<Arrival>().Fact("visits", one => one.Visits).Fact("isFleet", one => one.IsFleet).Fact("total", one => one.Total)
            .Fact("name", one => one.Name).Fact("since", one => one.Since).Fact("idle", one => one.Idle).Build();
        Assert.True(new ConditionCompiler(reader.Schema).TryCompile("visits >= 5 && isFleet && total > 300.00 && name != ''", out var condition, out _));
        var facts = new FactSet(reader.Schema);
        Assert.Equal(0, Allocation.Of(() =>
        {
            reader.Read(Known, facts);
            condition.Evaluate(facts);
        }));
    }

    [Fact]
    public void ReaderOf_StandardFacts_FeedsARulePack()
    {
        var reader = StandardFacts.Schema.ReaderOf<Arrival>().Fact(StandardFacts.CustomerVisits, one => one.Visits).Fact(StandardFacts.OrderTotal, one => one.Visits).Fact(StandardFacts.CustomerLifecycle, one => one.Name).Build();
        var pack = PackText.Load(PackText.Example);
        var regular = pack.Conditions.Single(one => one.Id == "isRegular").When;
        Assert.Equal(Verdict.True, regular.Evaluate(reader.Read(new Arrival { Visits = 9, Name = "active" })));
        Assert.Equal(Verdict.False, regular.Evaluate(reader.Read(new Arrival { Visits = 1, Name = "active" })));
    }

    [Fact]
    public void ReaderOf_WrongNameOrType_IsTheCallersMistake()
    {
        var builder = StandardFacts.Schema.ReaderOf<Arrival>();
        Assert.Throws<ArgumentException>(() => builder.Fact("customer.vists", one => one.Visits));
        Assert.Throws<ArgumentException>(() => builder.Fact(StandardFacts.CustomerVisits, one => one.Name));
        Assert.Throws<ArgumentException>(() => builder.Fact(StandardFacts.CustomerVisits, one => one.Visits).Fact(StandardFacts.CustomerVisits, one => one.Visits).Build());
        Assert.Throws<ArgumentException>(() => FactSchema.For<Arrival>().Fact("n", one => one.Visits, example: CelValue.Of("much")).Build());
        Assert.Throws<ArgumentException>(() => Reader.Read(Known, new FactSet(StandardFacts.Schema)));
    }

    [Fact]
    public void Set_RecordOfAnotherShape_IsRefused()
    {
        var facts = new FactSet(Reader.Schema);
        facts.Set("order.first", CelValue.MapOf([new(CelValue.Of("price"), CelValue.Of(1.5m))]));
        Assert.Throws<ArgumentException>(() => facts.Set("order.first", CelValue.MapOf([new(CelValue.Of("price"), CelValue.Of("much"))])));
        Assert.Throws<ArgumentException>(() => facts.Set("order.first", CelValue.MapOf([new(CelValue.Of("prise"), CelValue.Of(1.5m))])));
        facts.Set("order.lines", Reader.Read(Known)[Slot("order.lines")]);
    }

    [Fact]
    public void RecordedFacts_Records_AreReadAndChecked()
    {
        Assert.True(RecordedFacts.TryLoad("""[{ "order.lines": [{ "slot": "tire", "price": 450 }, { "slot": null }] }]"""u8, Reader.Schema, out var situations, out _));
        Assert.Equal(Verdict.True, Compile("order.lines[0].price == 450 && !has(order.lines[1].slot)").Evaluate(situations[0]));
        Assert.False(RecordedFacts.TryLoad("""[{ "order.lines": [{ "prise": 450 }] }]"""u8, Reader.Schema, out _, out var issues));
        Assert.Equal("SOR102", Assert.Single(issues).Code);
    }

    [Fact]
    public void Schema_Facts_CarryDocsAndExamples()
    {
        var fact = Reader.Schema.Facts[Slot("customer.visits")];
        Assert.Equal(("Visits so far.", CelValue.Of(7)), (fact.Doc.English, fact.Example));
        Assert.Equal(["slot", "price"], Reader.Schema.Facts[Slot("order.lines")].Type.Parameters[0].Members.Select(member => member.Name));
        Assert.Equal("list(order.lines)", Reader.Schema.Facts[Slot("order.lines")].Type.ToString());
    }

    private static void Line(FactReaderBuilder<SoldLine> line) => line
        .Fact("slot", one => one.Slot, new LocalizedText("部位", "Where it is built in."), CelValue.Of("engine-oil"))
        .Fact("price", one => one.Price);

    private static int Slot(string name) => Reader.Schema.TryFind(name, out var slot) ? slot : -1;

    private static Condition Compile(string source)
    {
        Assert.True(new ConditionCompiler(Reader.Schema).TryCompile(source, out var condition, out var issues), string.Join("\n", issues));
        return condition;
    }

    private sealed class Arrival
    {
        public int? Visits { get; init; }

        public bool? IsFleet { get; init; }

        public string? Name { get; init; }

        public ImmutableArray<string> Tags { get; init; }

        public Instant? Since { get; init; }

        public Duration? Idle { get; init; }

        public decimal? Total { get; init; }

        public Money? Paid { get; init; }

        public IReadOnlyList<SoldLine>? Lines { get; init; }
    }

    private sealed class SoldLine
    {
        public string? Slot { get; init; }

        public decimal? Price { get; init; }
    }
}
