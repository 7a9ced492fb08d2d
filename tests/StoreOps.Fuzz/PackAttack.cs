using System.Text;

using StoreOps.Rules;
using StoreOps.Rules.Packs;

namespace StoreOps.Fuzz;

/// <summary>Rule packs with wounds: each is read, or refused with every issue in its place.</summary>
internal sealed class PackAttack
{
    private static readonly string[] Words =
        ["null", "true", "[]", "{}", "-1", "1e99", "\"\"", "\"x\"", "\"customer.visits > 3\"", "\"n.all(i, i)\"", "\"\\ud800\"", ",", ":", "[[[[", "}}", "/*", "\"when\": \"((((\"", "99999999999999999999"];

    private readonly List<byte[]> _corpus;

    public PackAttack()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "StoreOps.Sdk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new FileNotFoundException("The fuzz program runs from within the repository.");
        _corpus = [.. Directory.EnumerateFiles(folder, "*.json*", SearchOption.AllDirectories)
            .Where(path => !path.Contains("artifacts", StringComparison.Ordinal) && path.EndsWith('c'))
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
            .Where(bytes => Encoding.UTF8.GetString(bytes).Contains("\"schemaVersion\"", StringComparison.Ordinal))];
    }

    public (string? Problem, string Subject) Run(Random random)
    {
        // Half of them are whole packs that somebody could have written, of any version and section; the others are wounded.
        if (random.Next(2) == 0)
        {
            var made = Encoding.UTF8.GetBytes(new PackMaker(random).Make());
            return (Check(made), Encoding.UTF8.GetString(made));
        }

        var bytes = new List<byte>(random.Next(3) == 0 ? Encoding.UTF8.GetBytes(new PackMaker(random).Make()) : _corpus[random.Next(_corpus.Count)]);
        for (var i = random.Next(1, 5); i > 0 && bytes.Count > 0; i--)
            Wound(bytes, random);
        return (Check(bytes.ToArray()), Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static string? Check(byte[] bytes)
    {
        try
        {
            var isRead = RulePack.TryLoad(bytes, out var pack, out var issues);
            if (isRead != pack is not null || (!isRead && issues.IsEmpty))
                return "neither read nor refused";
            if (Upgraded(bytes, isRead) is { } problem)
                return problem;
            return issues.Any(issue => issue.Path.Length == 0 || issue.Path[0] != '$' || issue.Detail.Length == 0) ? "an issue without a place: " + string.Join("; ", issues) : null;
        }
        catch (Exception error)
        {
            return error.ToString();
        }
    }

    private static string? Upgraded(byte[] bytes, bool isRead)
    {
        if (!RulePack.TryUpgrade(bytes, out var upgraded, out var issues))
            return issues.IsEmpty || isRead ? "it is not upgraded, and nothing is said or wrong" : null;
        var isReadAfter = RulePack.TryLoad(upgraded, out var after, out _);
        if (isReadAfter != isRead)
            return "upgraded, it is " + (isReadAfter ? "read" : "refused") + "; before it was not so: " + Encoding.UTF8.GetString(upgraded);
        if (!isRead)
            return null;
        RulePack.TryLoad(bytes, out var before, out _);
        return PackDiff.Between(before!, after!).IsEmpty ? null : "upgraded, it says something else: " + Encoding.UTF8.GetString(upgraded);
    }

    private static void Wound(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 30)));
                break;
            case 2:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]));
                break;
            default:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(20, bytes.Count - at)));
                break;
        }
    }
}
