using System.Text;

namespace StoreOps.Fuzz;

/// <summary>Makes sources: words in any order, sentences of the grammar, and sentences with a wound.</summary>
internal sealed class ExpressionMaker(Random random)
{
    private static readonly string[] Words =
    [
        "a", "b", "n", "u", "d", "price", "amount", "s", "tags", "lines", "when", "x.y", "x", "y", "i", "v", "true", "false", "null", "in", "has(", "size(", ".size()",
        "&&", "||", "!", "-", "+", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "?", ":", ",", ".", ".?", "[", "[?", "]", "(", ")", "{", "}", "0", "1", "-1", "1u", "0x7f", "2.5", "1e3",
        "9223372036854775807", "-9223372036854775808", "18446744073709551615u", "1e308", "'x'", "\"y\"", "'机油🛢'", "'\\u00e4'", "b'\\xff'", "r'\\d+'", "'''t'''", "`q-q`",
        ".exists(i, ", ".all(i, ", ".map(i, ", ".filter(i, ", ".exists_one(i, ", ".transformList(i, v, ", ".transformMap(i, v, ", "cel.bind(x, ", "cel.block([", "cel.index(0)",
        "optional.of(", "optional.none()", ".orValue(", ".or(", ".optMap(y, ", ".value()", ".matches('a+')", ".matches(", ".format([", ".split('')", ".replace('', 'xx')", ".join()",
        "timestamp('2026-11-20T08:30:00Z')", "duration('90m')", "duration('-1ns')", ".getHours('Asia/Shanghai')", "money(1, 'CNY')", "decimal('1.10')", "math.greatest(", "math.bitShiftLeft(",
        "car", "car.make", "car.kilometers", "car.owner", "car.owner.name", "car.owner.paid", "car.?owner", ".?name", ".?isFleet", ".?paid", "car.mike", "parts", "parts[0]", ".slot", ".prise",
        ".?slot", "has(car.owner)", "['make']", "[?'make']", "[?0]", ".first()", ".last()", ".hasValue()", ".optFlatMap(y, y.?slot)", "type(", "dyn(", "int(", "string(", "bytes(", "double(", "ip('::1')", "cidr('10.0.0.0/8')", "Int32Value{value: 1}", "//", "\n", " ", "\ud800", "\0", "#", "'", "\"", "\\",
    ];

    public string Make()
    {
        var source = random.Next(3) switch
        {
            0 => string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pick(Words) + (random.Next(2) == 0 ? " " : string.Empty))),
            1 => Sentence(random.Next(1, 7)),
            _ => Wound(Sentence(random.Next(1, 6))),
        };
        return random.Next(200) == 0 ? string.Concat(Enumerable.Repeat(source, random.Next(1, 60))) : source;
    }

    private string Pick(string[] words) => words[random.Next(words.Length)];

    private string Wound(string source)
    {
        var text = new StringBuilder(source);
        for (var i = random.Next(1, 4); i > 0 && text.Length > 0; i--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(text.Length - at, random.Next(1, 6)));
                    break;
                case 1:
                    text.Insert(at, Pick(Words));
                    break;
                case 2:
                    text[at] = (char)random.Next(0x20, 0x250);
                    break;
                default:
                    text.Insert(at, text.ToString(0, at));
                    break;
            }
        }

        return text.ToString();
    }

    private string Sentence(int depth) => random.Next(3) switch
    {
        0 => Truth(depth),
        1 => Number(depth),
        _ => Anything(depth),
    };

    private string Truth(int depth) => depth <= 0
        ? Pick(["a", "b", "true", "has(n)", "has(car.owner)", "has(car.owner.name)", "car.?owner.?isFleet.orValue(a)", "parts.exists(p, p.price > 20)", "car.owner.isFleet", "parts[?0].hasValue()", "n > 3", "price < 19.90", "amount >= 20", "s == 'x'", "'vip' in tags", "d != d", "u == 2u", "when > timestamp('2020-01-01T00:00:00Z')"])
        : random.Next(12) switch
        {
            0 => "!(" + Truth(depth - 1) + ")",
            1 => Truth(depth - 1) + " && " + Truth(depth - 1),
            2 => "(" + Truth(depth - 1) + " || " + Truth(depth - 1) + ")",
            3 => Number(depth - 1) + Pick([" < ", " == ", " >= ", " != "]) + Number(depth - 1),
            4 => List(depth - 1) + Pick([".exists(i, ", ".all(i, ", ".exists_one(i, "]) + Truth(depth - 1) + ")",
            5 => List(depth - 1) + Pick([".exists(i, v, ", ".all(i, v, "]) + "i > 0 || " + Truth(depth - 1) + ")",
            6 => "(" + Truth(depth - 1) + " ? " + Truth(depth - 1) + " : " + Truth(depth - 1) + ")",
            7 => Number(depth - 1) + " in " + List(depth - 1),
            8 => Text(depth - 1) + Pick([".startsWith(", ".contains(", ".endsWith("]) + Text(depth - 1) + ")",
            9 => "cel.bind(x, " + Number(depth - 1) + ", x > 1 && " + Truth(depth - 1) + ")",
            10 => "parts." + Pick(["exists", "all", "exists_one"]) + "(p, p." + Pick(["price > 3", "slot == 'tire'", "uses in [1, 2]", "?uses.hasValue()"]) + " || " + Truth(depth - 1) + ")",
            _ => "lines.exists(l, l.price > 20 || " + Truth(depth - 1) + ")",
        };

    private string Number(int depth) => depth <= 0
        ? Pick(["n", "car.kilometers", "parts[?0].?uses.orValue(2)", "size(parts)", "parts.filter(p, has(p.uses)).map(p, p.uses)[0]", "1", "-3", "0", "9223372036854775807", "size(tags)", "int(price)", "n / 2"])
        : random.Next(7) switch
        {
            0 => "(" + Number(depth - 1) + Pick([" + ", " - ", " * ", " / ", " % "]) + Number(depth - 1) + ")",
            1 => "-(" + Number(depth - 1) + ")",
            2 => "size(" + Text(depth - 1) + ")",
            3 => "(" + Truth(depth - 1) + " ? " + Number(depth - 1) + " : " + Number(depth - 1) + ")",
            4 => "math.greatest(" + Number(depth - 1) + ", " + Number(depth - 1) + ")",
            5 => List(depth - 1) + "[" + Number(depth - 1) + "]",
            _ => "optional.of(" + Number(depth - 1) + ").optMap(y, y + 1).orValue(" + Number(depth - 1) + ")",
        };

    private string Text(int depth) => depth <= 0
        ? Pick(["s", "car.make", "car.owner.name", "car.?owner.?name.orValue(s)", "parts.first().?slot.orValue('')", "car['make']", "'x'", "''", "'机油'", "string(n)", "tags[0]"])
        : random.Next(6) switch
        {
            0 => "(" + Text(depth - 1) + " + " + Text(depth - 1) + ")",
            1 => Text(depth - 1) + Pick([".upperAscii()", ".trim()", ".reverse()", ".replace('x', 'yy')", ".substring(0)"]),
            2 => "'%s-%d'.format([" + Text(depth - 1) + ", " + Number(depth - 1) + "])",
            3 => "[" + Text(depth - 1) + "].join(" + Text(depth - 1) + ")",
            4 => "cel.bind(t, " + Text(depth - 1) + ", t + t)",
            _ => "tags.map(t, t + " + Text(depth - 1) + ").join()",
        };

    private string List(int depth) => depth <= 0
        ? Pick(["[1, 2, 3]", "[n]", "[]", "[n, 2, n]", "tags.map(t, size(t))"])
        : random.Next(4) switch
        {
            0 => "[" + Number(depth - 1) + ", " + Number(depth - 1) + "]",
            1 => List(depth - 1) + ".map(i, i * " + Number(depth - 1) + ")",
            2 => List(depth - 1) + ".filter(i, " + Truth(depth - 1) + ")",
            _ => "(" + List(depth - 1) + " + " + List(depth - 1) + ")",
        };

    private string Anything(int depth) => random.Next(6) switch
    {
        0 => Text(depth),
        1 => List(depth),
        2 => "{'k': " + Number(depth - 1) + ", 'm': " + Text(depth - 1) + "}." + Pick(["k", "m", "?none"]),
        3 => "type(" + Sentence(depth - 1) + ")",
        4 => "price * " + Number(depth - 1) + " - 0.5",
        _ => "amount + amount * " + Number(depth - 1),
    };
}
