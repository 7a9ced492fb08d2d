using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>The encoders extension: Base64 of RFC 4648.</summary>
internal static class Encoders
{
    public static CelValue Encode(ref Evaluation e, in CelValue a) => a.Kind != CelKind.Bytes ? Outcome.NoOverload("base64.encode", a)
        : e.Charge(a.AsBytes.Length >> 3) ? CelValue.Of(Convert.ToBase64String(a.AsBytes)) : Outcome.TooMuch;

    public static CelValue Decode(ref Evaluation e, in CelValue a)
    {
        if (a.Kind != CelKind.String)
            return Outcome.NoOverload("base64.decode", a);
        if (!e.Charge(a.Text.Length >> 4))
            return Outcome.TooMuch;
        try
        {
            // What fills the last group may be left out.
            var text = a.Text.TrimEnd('=');
            return CelValue.OfOwned(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')));
        }
        catch (FormatException)
        {
            return Outcome.Fail("Base64 is written with letters, digits, + and /; it was \"" + a.Text + "\".");
        }
    }
}
