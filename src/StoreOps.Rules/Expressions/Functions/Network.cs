using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>The network extension: addresses of the Internet Protocol and blocks of them.</summary>
internal static class Network
{
    public static CelValue Ip(ref Evaluation e, in CelValue a) => a.Kind switch
    {
        CelKind.IpAddress => a,
        CelKind.String => IpAddress.TryParse(a.Text, out var ip) ? Of(ip) : WrongIp(a.Text),
        CelKind.IpRange => Of(((IpRange)a.Reference!).Address),
        _ => Outcome.NoOverload("ip", a),
    };

    public static CelValue Cidr(ref Evaluation e, in CelValue a) => a.Kind switch
    {
        CelKind.IpRange => a,
        CelKind.String => IpRange.TryParse(a.Text, out var range) ? Of(range) : WrongCidr(a.Text),
        _ => Outcome.NoOverload("cidr", a),
    };

    public static CelValue IsIp(ref Evaluation e, in CelValue a) => a.Kind == CelKind.String ? CelValue.Of(IpAddress.TryParse(a.Text, out _)) : Outcome.NoOverload("isIP", a);

    public static CelValue IsCidr(ref Evaluation e, in CelValue a) => a.Kind == CelKind.String ? CelValue.Of(IpRange.TryParse(a.Text, out _)) : Outcome.NoOverload("isCIDR", a);

    public static CelValue IsCanonical(ref Evaluation e, in CelValue a) => a.Kind != CelKind.String ? Outcome.NoOverload("ip.isCanonical", a)
        : IpAddress.TryParse(a.Text, out var ip) ? CelValue.Of(ip.ToString() == a.Text) : WrongIp(a.Text);

    public static CelValue Family(ref Evaluation e, in CelValue a) =>
        a.Reference is IpAddress ip ? CelValue.Of(ip.IsVersion4 ? 4L : 6L) : Outcome.NoOverload("family", a);

    public static Function1 Is(string name, Func<IpAddress, bool> test) =>
        (ref Evaluation _, in CelValue a) => a.Reference is IpAddress ip ? CelValue.Of(test(ip)) : Outcome.NoOverload(name, a);

    public static CelValue ContainsIp(ref Evaluation e, in CelValue a, in CelValue b)
    {
        var ip = b.Reference as IpAddress;
        if (b.Kind == CelKind.String && !IpAddress.TryParse(b.Text, out ip))
            return WrongIp(b.Text);
        return a.Reference is IpRange range && ip is not null ? CelValue.Of(range.Contains(ip)) : Outcome.NoOverload("containsIP", a, b);
    }

    public static CelValue ContainsCidr(ref Evaluation e, in CelValue a, in CelValue b)
    {
        var inner = b.Reference as IpRange;
        if (b.Kind == CelKind.String && !IpRange.TryParse(b.Text, out inner))
            return WrongCidr(b.Text);
        return a.Reference is IpRange range && inner is not null ? CelValue.Of(range.Contains(inner)) : Outcome.NoOverload("containsCIDR", a, b);
    }

    public static CelValue Masked(ref Evaluation e, in CelValue a) => a.Reference is IpRange range ? Of(range.Masked()) : Outcome.NoOverload("masked", a);

    public static CelValue PrefixLength(ref Evaluation e, in CelValue a) => a.Reference is IpRange range ? CelValue.Of((long)range.PrefixLength) : Outcome.NoOverload("prefixLength", a);

    private static CelValue Of(IpAddress ip) => new(CelKind.IpAddress, 0, ip);

    private static CelValue Of(IpRange range) => new(CelKind.IpRange, 0, range);

    private static CelValue WrongIp(string text) => Outcome.Fail("An address is written as 192.168.0.1 or 2001:db8::1, without zone; it was \"" + text + "\".");

    private static CelValue WrongCidr(string text) => Outcome.Fail("A block of addresses is written as 192.168.0.0/24 or 2001:db8::/32; it was \"" + text + "\".");
}
