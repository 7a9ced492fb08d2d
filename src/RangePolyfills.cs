// What netstandard2.0 lacks for "span[a..b]" and "array[^1]": compiled into this library on that target only.
#if !NET
#pragma warning disable IDE0130 // The namespace is the framework's own, so that calling code reads the same on both targets.

namespace System;

internal readonly struct Index(int value, bool fromEnd = false)
{
    private readonly int _value = fromEnd ? ~value : value;

    public static Index Start => new(0);

    public static Index End => new(0, fromEnd: true);

    public static implicit operator Index(int value) => new(value);

    public static Index FromStart(int value) => new(value);

    public static Index FromEnd(int value) => new(value, fromEnd: true);

    public int GetOffset(int length) => _value < 0 ? length - ~_value : _value;
}

internal readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;

    public Index End { get; } = end;

    public static Range StartAt(Index start) => new(start, Index.End);

    public static Range EndAt(Index end) => new(Index.Start, end);
}
#endif
