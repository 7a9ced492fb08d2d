using System.Globalization;
using System.Text;

namespace StoreOps.Fuzz;

/// <summary>Makes packs of any sections, right or nearly so, in both versions of the format, with comments in odd places.</summary>
internal sealed class PackMaker(Random random)
{
    private const string Name = "\"name\": { \"zh\": \"\u5957\", \"en\": \"x\" }";

    private int _ids;

    public string Make()
    {
        var isOld = random.Next(2) == 0;
        var sections = new List<string>
        {
            "\"schemaVersion\": " + (isOld ? "1" : "2"), "\"id\": \"p\"", "\"version\": \"1\"", "\"shop\": { \"timeZone\": \"Asia/Shanghai\", \"currency\": \"CNY\" }",
            "\"constants\": { \"many\": " + Number(9) + ", \"word\": \"\\u5957\" }",
            "\"expressions\": { \"regular\": " + Text(Condition()) + ", \"other\": " + Text(random.Next(9) == 0 ? "other" : "regular && " + Condition()) + " }",
            "\"stages\": [{ \"id\": \"s\", \"groups\": [{ \"id\": \"g\", \"mode\": " + Pick("\"best\"", "\"first\"", "\"stack\"") + " }] }]",
        };
        Maybe(sections, "promotions", () => "{ " + Id() + ", " + Name + ", \"group\": \"g\", \"effect\": { \"percentOff\": " + Number(120) + " }" + Plain(isDated: true) + " }");
        Maybe(sections, "tags", () => "{ " + Id() + ", " + Name + ", \"level\": " + Pick("\"fact\"", "\"rule\"", "\"prediction\"") + Plain(isDated: true) + " }");
        Maybe(sections, "segments", () => "{ " + Id() + ", " + Name + Plain(isDated: true) + " }");
        Maybe(sections, "brandRules", () => "{ " + Id() + ", \"slot\": \"engine-oil\", \"prefer\": [\"Shell\"]" + Plain(isDated: random.Next(9) == 0) + " }");
        Maybe(sections, "followUps", () => "{ " + Id() + ", " + Name + ", \"topic\": \"maintenance\", " + Days(isOld) + " }");
        Maybe(sections, "campaigns", () => Campaign(isOld));
        Maybe(sections, "tests", () => "{ \"name\": \"t" + _ids++ + "\", \"facts\": { \"customer.visits\": " + Number(9) + " }, \"expect\": { \"regular\": " + Pick("true", "false", "\"unknown\"") + " } }");
        var text = new StringBuilder(Odd() + "{");
        for (var i = 0; i < sections.Count; i++)
            text.Append(i > 0 ? "," : string.Empty).Append(Odd()).Append(sections[i]).Append(Odd());
        return text.Append(Pick("}", ",}", " } // end")).ToString();
    }

    private string Campaign(bool isOld)
    {
        var text = new StringBuilder("{ ").Append(Id()).Append(", ").Append(Name).Append(", \"from\": \"2026-11-01\", \"until\": \"2026-11-30\", \"perUnit\": ").Append(Number(20));
        if (random.Next(2) == 0)
            text.Append(", \"combining\": ").Append(Pick("\"highest\"", "\"multiply\"", "null"));
        if (!isOld && random.Next(2) == 0)
            text.Append(", \"pairs\": [[\"a\", \"b\"]").Append(Pick("", ", [\"c\", \"a\"]", ", [\"c\"]")).Append(']');
        if (!isOld && random.Next(2) == 0)
            text.Append(", \"board\": { \"refreshMinutes\": ").Append(Number(20)).Append(" }, \"counts\": { \"kind\": \"package\", \"brands\": [\"Shell\"] }");
        text.Append(", \"stages\": [");
        var days = random.Next(1, 4);
        for (var i = 0; i < days; i++)
        {
            List<string> members = [Id(), string.Create(CultureInfo.InvariantCulture, $"\"from\": \"2026-11-{(i * 10) + 1:00}\""), string.Create(CultureInfo.InvariantCulture, $"\"until\": \"2026-11-{(i + 1) * 10:00}\"")];
            foreach (var name in isOld ? new[] { "target", "factor", "top", "topFactor" } : ["target", "teamTarget"])
            {
                if (random.Next(2) == 0)
                    members.Add("\"" + name + "\": " + Pick(Number(30), "null", Number(9)));
            }

            if (isOld && random.Next(3) == 0)
                members.Add("\"counting\": " + Pick("\"whole\"", "\"above\"", "null"));
            if (!isOld && random.Next(4) > 0)
                members.Add("\"rewards\": [" + string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Reward())) + "]");
            var order = members.ToArray();
            random.Shuffle(order);
            text.Append(i > 0 ? ", " : string.Empty).Append("{ ").Append(Odd()).Append(string.Join(Odd() + ", " + Odd(), order)).Append(Pick(" }", ", }"));
        }

        return text.Append("] }").ToString();
    }

    private string Reward() => "{ " + string.Join(", ", new[]
    {
        Pick("\"reached\": \"target\"", "\"reached\": \"team-target\"", "\"places\": " + Number(9), "\"teamPlaces\": 1", "\"winsPair\": true"),
        Pick("\"factor\": " + Number(5), "\"counting\": \"above\"", "\"when\": " + Text(Pick("person.units > 3", "team.rank == 1 && person.rank <= many", "team.size > 2 || person.targetReached", "person.unit > 1"))),
    }) + " }";

    private string Days(bool isOld) => isOld
        ? "\"daysBefore\": [" + string.Join(Pick(",", " , "), Enumerable.Range(0, random.Next(4)).Select(_ => Pick("-", "") + Number(40))) + "]"
        : Pick("\"daysBefore\": [30, 0]", "\"daysAfter\": [" + Number(9) + "]", "\"daysBefore\": [-1]", "\"daysBefore\": [7], \"daysAfter\": [7]", "\"daysAfter\": []");

    private string Plain(bool isDated)
    {
        var text = new StringBuilder();
        if (random.Next(2) == 0)
            text.Append(", \"when\": ").Append(Text(Condition()));
        if (random.Next(3) == 0)
            text.Append(", \"minimumTotal\": ").Append(Number(500)).Append(Pick("", ".50", ".001"));
        if (random.Next(3) == 0)
            text.Append(", \"minimumVisits\": ").Append(Number(12));
        if (random.Next(3) == 0)
            text.Append(", \"customerStates\": ").Append(Pick("[\"core\"]", "[\"at-risk\", \"lost\"]", "[]", "[\"happy\"]"));
        if (random.Next(3) == 0)
            text.Append(", \"customerTags\": ").Append(Pick("[\"vip\"]", "[\"it's\", \"\\\\\"]", "[\"\\ud83d\\ude00\"]", "[\"//\"]"));
        if (random.Next(3) == 0)
            text.Append(", \"makes\": ").Append(Pick("[\"Toyota\"]", "[\"\\n\", \"'\"]", "null"));
        if (isDated && random.Next(3) == 0)
            text.Append(", \"validOn\": ").Append(Pick("[\"saturday\"]", "[\"monday\", \"monday\"]", "[]"));
        if (random.Next(4) == 0)
            text.Append(", \"from\": ").Append(Pick("\"2026-11-20\"", "\"2026-02-30\"", "null"));
        return text.ToString();
    }

    private string Condition() => Pick(
        "customer.visits >= many", "customer.lifecycle in ['core', 'active']", "order.total > 300.00 || vehicle.make == word", "'vip' in customer.tags // why",
        "order.items.exists(i, i.startsWith('oil'))", "customer.visit > 1", "today.weekday == 'monday' && !(customer.idleDays > 90)", "has(shop.chain) ? true : vehicle.kilometers / 0 > 1", "((");

    private void Maybe(List<string> sections, string name, Func<string> entry)
    {
        if (random.Next(2) == 0)
            sections.Add("\"" + name + "\": [" + string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => entry())) + Pick("]", ",]").Replace("[,]", "[]", StringComparison.Ordinal));
    }

    private string Id() => "\"id\": \"x" + (random.Next(60) == 0 ? 0 : _ids++).ToString(CultureInfo.InvariantCulture) + "\"";

    private string Number(int most) => random.Next(most).ToString(CultureInfo.InvariantCulture);

    private static string Text(string value) => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private string Odd() => random.Next(12) switch { 0 => " // \u5907\u6ce8 \u201cx\u201d\n", 1 => "/* */", 2 => "\r\n\t", _ => " " };

    private string Pick(params string[] words) => words[random.Next(words.Length)];
}
