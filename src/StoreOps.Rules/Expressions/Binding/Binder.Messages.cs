using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Binding;

/// <content>Messages: only the well-known ones, which stand for a value.</content>
internal sealed partial class Binder
{
    private Node? BindMessage(CelSyntax.MapOf message)
    {
        var name = message.TypeName!.TrimStart('.');
        for (var place = _names.FirstCandidate(message.TypeName[0] == '.'); place <= _names.LastCandidate; place++)
        {
            var candidate = _names.Candidate(name, place);
            if (WrapperMessage.Find(candidate) is { } wrapper)
                return wrapper.Bind(this, message);
        }

        return Wrong(message, ExpressionIssueCodes.UnknownName, "There is no message \"" + name + "\": messages of protobuf are not part of this language, but for the wrappers of google.protobuf.");
    }

    /// <summary>A message of google.protobuf that wraps one value.</summary>
    private sealed record WrapperMessage(CelType Type, CelValue Default, string[] Fields)
    {
        public static WrapperMessage? Find(string name) => name switch
        {
            "google.protobuf.Int32Value" or "google.protobuf.Int64Value" => new(CelType.Int, CelValue.Of(0L), ["value"]),
            "google.protobuf.UInt32Value" or "google.protobuf.UInt64Value" => new(CelType.Uint, CelValue.Of(0UL), ["value"]),
            "google.protobuf.FloatValue" or "google.protobuf.DoubleValue" => new(CelType.Double, CelValue.Of(0d), ["value"]),
            "google.protobuf.BoolValue" => new(CelType.Bool, CelValue.Of(false), ["value"]),
            "google.protobuf.StringValue" => new(CelType.String, CelValue.Of(string.Empty), ["value"]),
            "google.protobuf.BytesValue" => new(CelType.Bytes, CelValue.OfOwned([]), ["value"]),
            "google.protobuf.Value" => new(CelType.Dyn, CelValue.Null, ["null_value", "number_value", "string_value", "bool_value", "struct_value", "list_value"]),
            "google.protobuf.ListValue" => new(Kinds.BareList, CelValue.ListOf([]), ["values"]),
            "google.protobuf.Struct" => new(CelType.Map(CelType.String, CelType.Dyn), CelValue.MapOf([]), ["fields"]),
            _ => null,
        };

        public Node? Bind(Binder binder, CelSyntax.MapOf message)
        {
            if (message.Children.IsEmpty)
                return new LiteralNode(message, Type, Default);
            var field = ((CelSyntax.Literal)message.Children[0]).Value.Text;
            if (message.Children.Length > 2 || message.AreOptional[0] || Array.IndexOf(Fields, field) < 0)
                return binder.Wrong(message, ExpressionIssueCodes.WrongType, "This message has one field: " + string.Join(", ", Fields) + ".");
            if (binder.Bind(message.Children[1]) is not { } value)
                return null;
            if (field == "null_value")
                return new LiteralNode(message, CelType.Null, CelValue.Null);
            if (binder._isChecked && !binder._types.TryAssign(value.Type, Type))
                return binder.Wrong(value.Syntax, ExpressionIssueCodes.WrongType, "The field \"" + field + "\" is " + Type + "; it was " + binder.Show(value.Type) + ".");
            return new Call1Node(message, Type, Narrow(message.TypeName!), value);
        }

        // Wrappers of 32 bits hold what fits them.
        private static Function1 Narrow(string name) => (ref Evaluation _, in CelValue value) => value.Kind switch
        {
            CelKind.Int when name.EndsWith("Int32Value", StringComparison.Ordinal) && value.Bits is < int.MinValue or > int.MaxValue => Functions.Outcome.Overflow,
            CelKind.Uint when name.EndsWith("UInt32Value", StringComparison.Ordinal) && value.AsUlong > uint.MaxValue => Functions.Outcome.Overflow,
            CelKind.Double when name.EndsWith("FloatValue", StringComparison.Ordinal) => CelValue.Of((double)(float)value.AsDouble),
            _ => value,
        };
    }
}
