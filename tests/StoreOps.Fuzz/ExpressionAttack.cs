using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;

namespace StoreOps.Fuzz;

/// <summary>Expressions that nobody would write: whatever comes, an answer or an issue with its place, the same however it is asked.</summary>
internal sealed class ExpressionAttack
{
    private static readonly FactReader<Arrival> Records = FactSchema.For<Arrival>()
        .Record("car", one => one.Car, car => car
            .Fact("make", one => one.Make).Fact("kilometers", one => one.Kilometers).Fact("since", one => one.Since).Fact("tags", one => one.Tags)
            .Record("owner", one => one.Owner, owner => owner.Fact("name", one => one.Name).Fact("paid", one => one.Paid).Fact("isFleet", one => one.IsFleet)))
        .Records("parts", one => one.Parts, part => part.Fact("slot", one => one.Slot).Fact("price", one => one.Price).Fact("uses", one => one.Uses))
        .Build();

    private readonly FactSchema _schema = new(
    [
        .. Records.Schema.Facts,
        Fact("a", CelType.Bool), Fact("b", CelType.Bool), Fact("n", CelType.Int), Fact("u", CelType.Uint), Fact("d", CelType.Double),
        Fact("price", CelType.Decimal), Fact("amount", CelType.Money), Fact("s", CelType.String), Fact("tags", CelType.StringList),
        Fact("lines", CelType.List(CelType.Map(CelType.String, CelType.Dyn))), Fact("when", CelType.Timestamp), Fact("x.y", CelType.Dyn),
    ]);

    public (string? Problem, string Subject) Run(Random random)
    {
        var source = new ExpressionMaker(random).Make();
        try
        {
            return (Check(source, Facts(random), isChecked: true) ?? Check(source, Facts(random), isChecked: false), source);
        }
        catch (Exception error)
        {
            return (error.ToString(), source);
        }
    }

    private static Fact Fact(string name, CelType type) => new(name, type, new LocalizedText(name, name));

    private string? Check(string source, FactSet facts, bool isChecked)
    {
        var compiler = new ConditionCompiler(_schema);
        if (!compiler.TryCompileExpression(source, out var expression, out var issues, isChecked))
        {
            return issues.Length == 1 && issues[0].Offset >= 0 && issues[0].Offset <= source.Length && issues[0].Detail.Length > 0
                ? null
                : "an issue without a place: " + source;
        }

        var value = expression.Evaluate(facts);
        _ = value.ToString();
        if (isChecked && Surprises(expression, value))
            return "checked, and yet of the wrong type: " + source + " gives " + value;
        var printed = expression.Syntax.ToString();
        // Printed with more parentheses or escapes, it may be longer than a source may be.
        if (printed.Length <= ExpressionLimits.Default.MaxLength)
        {
            if (!compiler.TryCompileExpression(printed, out var again, out var wrong, isChecked))
                return "printed, it is refused: " + source + " => " + printed + ": " + wrong[0].Detail;
            if (!again.Syntax.Equals(expression.Syntax) || again.Syntax.ToString() != printed)
                return "printed, it is another: " + source + " => " + printed + " => " + again.Syntax;
        }

        return isChecked && compiler.TryCompile(source, out var condition, out _) ? Ask(condition, facts, value, source) : null;
    }

    private static bool Surprises(Expression expression, CelValue value) =>
        value.IsKnown && expression.Type.Kind is { } kind && value.Kind != kind && value.Kind != CelKind.Null;

    private static string? Ask(Condition condition, FactSet facts, CelValue value, string source)
    {
        var verdict = condition.Evaluate(facts);
        var plain = value.Kind switch
        {
            CelKind.Bool => value.IsTrue ? Verdict.True : Verdict.False,
            CelKind.Unknown => Verdict.Unknown,
            _ => Verdict.Error,
        };
        if (verdict != plain)
            return "asked as a condition it is " + verdict + ", as an expression " + value + ": " + source;
        var outcome = condition.Explain(facts).Outcome;
        var expected = verdict switch
        {
            Verdict.True => EvidenceOutcome.Met,
            Verdict.False => EvidenceOutcome.NotMet,
            Verdict.Unknown => EvidenceOutcome.Unknown,
            _ => EvidenceOutcome.Error,
        };
        if (outcome != expected && verdict != Verdict.Error)
            return "explained it is " + outcome + ", asked " + verdict + ": " + source;
        var partial = condition.EvaluatePartial(facts);
        return partial.Verdict != verdict || (verdict == Verdict.Unknown) == partial.DependsOn.IsEmpty
            ? "partly it is " + partial.Verdict + " on " + string.Join(", ", partial.DependsOn) + ", asked " + verdict + ": " + source
            : null;
    }

    private FactSet Facts(Random random)
    {
        var facts = new FactSet(_schema);
        foreach (var (name, value) in new (string, CelValue)[]
        {
            ("a", CelValue.Of(random.Next(2) == 0)), ("b", CelValue.Of(random.Next(2) == 0)), ("n", CelValue.Of(random.NextInt64(-9, 9))),
            ("u", CelValue.Of((ulong)random.Next(9))), ("d", CelValue.Of(random.Next(9) / 4d)), ("price", CelValue.Of(random.Next(10_000) / 100m)),
            ("amount", CelValue.Of(Money.FromMinorUnits(random.Next(10_000), random.Next(4) == 0 ? Currency.Eur : Currency.Cny))),
            ("s", CelValue.Of(new string((char)random.Next(0x20, 0x3000), random.Next(20)))), ("tags", CelValue.Of(["vip", "fleet", "机油"])),
            ("lines", CelValue.ListOf([CelValue.MapOf([new(CelValue.Of("slot"), CelValue.Of("tire")), new(CelValue.Of("price"), CelValue.Of(99.5m))])])),
            ("when", CelValue.Of(NodaTime.Instant.FromUnixTimeSeconds(random.Next()))), ("x.y", CelValue.Of(random.NextInt64())),
        })
        {
            if (random.Next(4) > 0)
                facts.Set(name, value);
        }

        var records = Records.Read(Arrival.Any(random));
        foreach (var fact in Records.Schema.Facts)
        {
            if (Records.Schema.TryFind(fact.Name, out var slot) && records[slot].IsKnown)
                facts.Set(fact.Name, records[slot]);
        }

        return facts;
    }
}
