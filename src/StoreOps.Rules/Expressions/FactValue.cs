using System.Collections.Immutable;

namespace StoreOps.Rules.Expressions;

/// <summary>The value of a fact, or that it is not known.</summary>
/// <remarks>The default value is "not known".</remarks>
public readonly record struct FactValue
{
    private readonly decimal _number;
    private readonly object? _reference;

    private FactValue(FactType type, decimal number, object? reference)
    {
        IsKnown = true;
        Type = type;
        _number = number;
        _reference = reference;
    }

    /// <summary>Gets the value of a fact that is not known.</summary>
    public static FactValue Unknown => default;

    /// <summary>Gets a value indicating whether the fact is known.</summary>
    public bool IsKnown { get; }

    /// <summary>Gets the type; without meaning when the fact is not known.</summary>
    public FactType Type { get; }

    /// <summary>Gets the number of an <see cref="FactType.Int"/> or <see cref="FactType.Decimal"/>; else 0.</summary>
    public decimal Number => Type is FactType.Int or FactType.Decimal ? _number : 0m;

    /// <summary>Gets a value indicating whether a <see cref="FactType.Bool"/> is true.</summary>
    public bool IsTrue => Type == FactType.Bool && _number != 0m;

    /// <summary>Gets the text of a <see cref="FactType.Text"/>; else an empty text.</summary>
    public string Text => Type == FactType.Text && _reference is string text ? text : string.Empty;

    /// <summary>Gets the texts of a <see cref="FactType.TextList"/>; else none.</summary>
    public ImmutableArray<string> Texts => Type == FactType.TextList && _reference is string[] texts ? [.. texts] : [];

    internal string[] TextArray => _reference as string[] ?? [];

    /// <summary>Wraps yes or no.</summary>
    /// <param name="value">True for yes.</param>
    /// <returns>The value.</returns>
    public static FactValue Of(bool value) => new(FactType.Bool, value ? 1m : 0m, null);

    /// <summary>Wraps a whole number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static FactValue Of(long value) => new(FactType.Int, value, null);

    /// <summary>Wraps a decimal number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static FactValue Of(decimal value) => new(FactType.Decimal, value, null);

    /// <summary>Wraps a text.</summary>
    /// <param name="value">The text; null for "not known".</param>
    /// <returns>The value.</returns>
    public static FactValue Of(string? value) => value is null ? default : new FactValue(FactType.Text, 0m, value);

    /// <summary>Wraps several texts.</summary>
    /// <param name="values">The texts.</param>
    /// <returns>The value.</returns>
    public static FactValue Of(ImmutableArray<string> values) => new(FactType.TextList, 0m, values.IsDefault ? [] : values.ToArray());
}
