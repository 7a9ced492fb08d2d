using System.Globalization;
using System.Text.Json;

using NodaTime;
using NodaTime.Text;

using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Explanations;

/// <summary>A value in an explanation: a text, a number, an amount, a date or yes and no. Never prose.</summary>
public abstract record EvidenceValue
{
    private protected EvidenceValue()
    {
    }

    /// <summary>A text: an id, a name of a fact's value.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Text(string Value) : EvidenceValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value;
    }

    /// <summary>An exact number.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Number(decimal Value) : EvidenceValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>An amount of money.</summary>
    /// <param name="Value">The amount.</param>
    public sealed record Amount(Money Value) : EvidenceValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString();
    }

    /// <summary>A day.</summary>
    /// <param name="Value">The day.</param>
    public sealed record Day(LocalDate Value) : EvidenceValue
    {
        /// <inheritdoc/>
        public override string ToString() => LocalDatePattern.Iso.Format(Value);
    }

    /// <summary>Yes or no.</summary>
    /// <param name="Value">True for yes.</param>
    public sealed record Flag(bool Value) : EvidenceValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value ? "true" : "false";
    }

    /// <summary>Several texts.</summary>
    /// <param name="Values">The texts, joined with a comma and a space.</param>
    public sealed record List(string Values) : EvidenceValue
    {
        /// <inheritdoc/>
        public override string ToString() => Values;
    }

    /// <summary>Wraps a text.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The value.</returns>
    public static EvidenceValue Of(string value) => new Text(value);

    /// <summary>Wraps a number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static EvidenceValue Of(decimal value) => new Number(value);

    /// <summary>Wraps an amount.</summary>
    /// <param name="value">The amount.</param>
    /// <returns>The value.</returns>
    public static EvidenceValue Of(Money value) => new Amount(value);

    /// <summary>Wraps a day.</summary>
    /// <param name="value">The day.</param>
    /// <returns>The value.</returns>
    public static EvidenceValue Of(LocalDate value) => new Day(value);

    /// <summary>Wraps yes or no.</summary>
    /// <param name="value">True for yes.</param>
    /// <returns>The value.</returns>
    public static EvidenceValue Of(bool value) => new Flag(value);

    internal void WriteTo(Utf8JsonWriter writer, string name)
    {
        switch (this)
        {
            case Number number:
                writer.WriteNumber(name, number.Value);
                break;
            case Flag flag:
                writer.WriteBoolean(name, flag.Value);
                break;
            default:
                writer.WriteString(name, ToString());
                break;
        }
    }
}
