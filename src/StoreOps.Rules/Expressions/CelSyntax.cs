using System.Collections.Immutable;

namespace StoreOps.Rules.Expressions;

/// <summary>An expression as it was written: the tree that the parser makes. Immutable.</summary>
/// <remarks>
/// Macros stay calls here, so that a tree prints as it was written. Equality compares whole trees; places in the source do not count.
/// </remarks>
public abstract class CelSyntax : IEquatable<CelSyntax>
{
    private protected CelSyntax(int offset) => Offset = offset;

    /// <summary>Gets where the part starts, in characters from the start of the source; for an operator, where the operator stands.</summary>
    public int Offset { get; }

    /// <summary>Gets the parts that this one is made of, in order.</summary>
    public abstract ImmutableArray<CelSyntax> Children { get; }

    // What tells two nodes of one class apart, beside their children.
    private protected abstract object Key { get; }

    /// <inheritdoc/>
    public bool Equals(CelSyntax? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || GetType() != other.GetType() || !Key.Equals(other.Key) || Children.Length != other.Children.Length)
            return false;
        for (var i = 0; i < Children.Length; i++)
        {
            if (!Children[i].Equals(other.Children[i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CelSyntax);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Key.GetHashCode() * 31) + Children.Length);

    /// <summary>Returns the expression in its usual form: the fewest parentheses, single quotes, one space around operators.</summary>
    /// <returns>A source that reads as an equal tree.</returns>
    public override string ToString() => Syntax.SyntaxPrinter.Print(this);

    /// <summary>A value that was written.</summary>
    public sealed class Literal : CelSyntax
    {
        internal Literal(int offset, CelValue value, decimal? exact = null)
            : base(offset) => (Value, Exact) = (value, exact);

        /// <summary>Gets the value: null, a bool, an int, a uint, a double, a string or bytes.</summary>
        public CelValue Value { get; }

        /// <summary>Gets the number exactly as written, where it was written with a point or an exponent.</summary>
        /// <value>Null for other values, and for a number that no decimal holds.</value>
        public decimal? Exact { get; }

        /// <inheritdoc/>
        public override ImmutableArray<CelSyntax> Children => [];

        private protected override object Key => (Value.Kind, Value, Exact, Value.Kind == CelKind.Double ? Value.Bits : 0);
    }

    /// <summary>A name: of a fact, a constant, a named expression, a variable of a macro, or the first part of a longer name.</summary>
    public sealed class Identifier : CelSyntax
    {
        internal Identifier(int offset, string name, bool isRooted)
            : base(offset) => (Name, IsRooted) = (name, isRooted);

        /// <summary>Gets the name.</summary>
        public string Name { get; }

        /// <summary>Gets a value indicating whether a point stands before it, so that no variable of a macro hides it.</summary>
        public bool IsRooted { get; }

        /// <inheritdoc/>
        public override ImmutableArray<CelSyntax> Children => [];

        private protected override object Key => (Name, IsRooted);
    }

    /// <summary>A member, such as <c>line.price</c>.</summary>
    public sealed class Select : CelSyntax
    {
        internal Select(int offset, CelSyntax operand, string member, bool isOptional, bool isQuoted)
            : base(offset) => (Operand, Member, IsOptional, IsQuoted) = (operand, member, isOptional, isQuoted);

        /// <summary>Gets what the member is of.</summary>
        public CelSyntax Operand { get; }

        /// <summary>Gets the name of the member.</summary>
        public string Member { get; }

        /// <summary>Gets a value indicating whether <c>.?</c> was written: an absent member is no error.</summary>
        public bool IsOptional { get; }

        /// <summary>Gets a value indicating whether the name stood between backticks.</summary>
        public bool IsQuoted { get; }

        /// <inheritdoc/>
        public override ImmutableArray<CelSyntax> Children => [Operand];

        private protected override object Key => (Member, IsOptional, IsQuoted);
    }

    /// <summary>An element, such as <c>tags[0]</c>.</summary>
    public sealed class Index : CelSyntax
    {
        internal Index(int offset, CelSyntax operand, CelSyntax key, bool isOptional)
            : base(offset) => (Operand, At, IsOptional) = (operand, key, isOptional);

        /// <summary>Gets what the element is of.</summary>
        public CelSyntax Operand { get; }

        /// <summary>Gets the place or the key.</summary>
        public CelSyntax At { get; }

        /// <summary>Gets a value indicating whether <c>[?</c> was written: an absent element is no error.</summary>
        public bool IsOptional { get; }

        /// <inheritdoc/>
        public override ImmutableArray<CelSyntax> Children => [Operand, At];

        private protected override object Key => IsOptional;
    }

    /// <summary>A call of a function, a method or a macro.</summary>
    public sealed class Call : CelSyntax
    {
        internal Call(int offset, CelSyntax? target, string function, ImmutableArray<CelSyntax> arguments, bool isRooted)
            : base(offset) => (Target, Function, Arguments, IsRooted) = (target, function, arguments, isRooted);

        /// <summary>Gets what stands before the point.</summary>
        /// <value>Null for a function.</value>
        public CelSyntax? Target { get; }

        /// <summary>Gets the name.</summary>
        public string Function { get; }

        /// <summary>Gets the arguments.</summary>
        public ImmutableArray<CelSyntax> Arguments { get; }

        /// <summary>Gets a value indicating whether a point stands before the name of a function.</summary>
        public bool IsRooted { get; }

        /// <inheritdoc/>
        public override ImmutableArray<CelSyntax> Children => Target is null ? Arguments : Arguments.Insert(0, Target);

        private protected override object Key => (Function, Target is null, IsRooted);
    }

    /// <summary>A sign or a negation: <c>-a</c>, <c>!a</c>.</summary>
    public sealed class Unary : CelSyntax
    {
        internal Unary(int offset, string sign, CelSyntax operand)
            : base(offset) => (Operator, Operand) = (sign, operand);

        /// <summary>Gets the operator: "-" or "!".</summary>
        public string Operator { get; }

        /// <summary>Gets what it is applied to.</summary>
        public CelSyntax Operand { get; }

        /// <inheritdoc/>
        public override ImmutableArray<CelSyntax> Children => [Operand];

        private protected override object Key => Operator;
    }

    /// <summary>Two sides and an operator: arithmetic, a comparison or <c>in</c>.</summary>
    public sealed class Binary : CelSyntax
    {
        internal Binary(int offset, string sign, CelSyntax left, CelSyntax right)
            : base(offset) => (Operator, Left, Right) = (sign, left, right);

        /// <summary>Gets the operator: one of <c>+ - * / % == != &lt; &lt;= &gt; &gt;= in</c>.</summary>
        public string Operator { get; }

        /// <summary>Gets the left side.</summary>
        public CelSyntax Left { get; }

        /// <summary>Gets the right side.</summary>
        public CelSyntax Right { get; }

        /// <inheritdoc/>
        public override ImmutableArray<CelSyntax> Children => [Left, Right];

        private protected override object Key => Operator;
    }

    /// <summary>Several sides of which all have to hold, or one: a chain of <c>&amp;&amp;</c> or <c>||</c>.</summary>
    public sealed class Logic : CelSyntax
    {
        internal Logic(int offset, bool isAnd, ImmutableArray<CelSyntax> sides)
            : base(offset) => (IsAnd, Sides) = (isAnd, sides);

        /// <summary>Gets a value indicating whether all sides have to hold.</summary>
        public bool IsAnd { get; }

        /// <summary>Gets the sides, two at least.</summary>
        public ImmutableArray<CelSyntax> Sides { get; }

        /// <inheritdoc/>
        public override ImmutableArray<CelSyntax> Children => Sides;

        private protected override object Key => IsAnd;
    }

    /// <summary>A choice: <c>a ? b : c</c>.</summary>
    public sealed class Conditional : CelSyntax
    {
        internal Conditional(int offset, CelSyntax test, CelSyntax then, CelSyntax otherwise)
            : base(offset) => Children = [test, then, otherwise];

        /// <summary>Gets the condition.</summary>
        public CelSyntax Test => Children[0];

        /// <summary>Gets what is taken where it holds.</summary>
        public CelSyntax Then => Children[1];

        /// <summary>Gets what is taken where it does not.</summary>
        public CelSyntax Otherwise => Children[2];

        /// <inheritdoc/>
        public override ImmutableArray<CelSyntax> Children { get; }

        private protected override object Key => string.Empty;
    }

    /// <summary>A list, such as <c>[1, ?two, 3]</c>.</summary>
    public sealed class ListOf : CelSyntax
    {
        internal ListOf(int offset, ImmutableArray<CelSyntax> elements, ImmutableArray<bool> areOptional)
            : base(offset) => (Children, AreOptional) = (elements, areOptional);

        /// <summary>Gets the elements.</summary>
        public override ImmutableArray<CelSyntax> Children { get; }

        /// <summary>Gets for each element whether a question mark stands before it: an absent one is left out.</summary>
        public ImmutableArray<bool> AreOptional { get; }

        private protected override object Key => string.Concat(AreOptional.Select(one => one ? '?' : '.'));
    }

    /// <summary>A map or a message, such as <c>{'a': 1}</c> or <c>Int32Value{value: 1}</c>.</summary>
    public sealed class MapOf : CelSyntax
    {
        internal MapOf(int offset, string? typeName, ImmutableArray<CelSyntax> keysAndValues, ImmutableArray<bool> areOptional)
            : base(offset) => (TypeName, Children, AreOptional) = (typeName, keysAndValues, areOptional);

        /// <summary>Gets the name of the message's type.</summary>
        /// <value>Null for a map. The keys of a message are literals: the names of its fields.</value>
        public string? TypeName { get; }

        /// <summary>Gets each key, followed by its value.</summary>
        public override ImmutableArray<CelSyntax> Children { get; }

        /// <summary>Gets for each entry whether a question mark stands before it: an absent value is left out with its key.</summary>
        public ImmutableArray<bool> AreOptional { get; }

        private protected override object Key => (TypeName, string.Concat(AreOptional.Select(one => one ? '?' : '.')));
    }
}
