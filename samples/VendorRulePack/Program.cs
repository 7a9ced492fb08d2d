using System.Text;

using StoreOps.Domain;
using StoreOps.Rules;
using StoreOps.Rules.Packs;
using StoreOps.Samples.VendorRulePack;

const string Usage = """
    usage: VendorRulePack [--lang zh|en]            edits a copy of the packs and shows what each edit changes
           VendorRulePack --watch FOLDER [--lang zh|en]   shows the decision again whenever you save a pack; Ctrl+C ends it
    """;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
string? watched = null;
var language = Language.Chinese;
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--watch" && i + 1 < args.Length && Directory.Exists(args[i + 1]))
        watched = args[++i];
    else if (args[i] == "--lang" && i + 1 < args.Length && args[i + 1] is "zh" or "en")
        language = args[++i] == "en" ? Language.English : Language.Chinese;
    else
        return Refuse(Usage);
}

var shipped = Path.Combine(AppContext.BaseDirectory, "Packs");
if (watched is not null)
    return Watch(watched);

var copy = Directory.CreateTempSubdirectory("rule-packs-").FullName;
try
{
    foreach (var file in Directory.GetFiles(shipped))
        File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
    return Demonstrate(new PackFolder(copy));
}
finally
{
    Directory.Delete(copy, recursive: true);
}

// What a person would do in an editor, one save after another.
int Demonstrate(PackFolder folder)
{
    if (Open(folder) is not { } holder)
        return 1;
    (string Say, string Pack, string Old, string New)[] edits =
    [
        ("the shop gives its regulars 15 % / 门店：老客户工时85折", "huayuan-road", "\"percentOff\": 12", "\"percentOff\": 15"),
        ("the chain asks for five visits, and forgets its own test / 连锁：五次才算老客户，却忘了自己的测试", "zhengzhou-chain", "\"regularFrom\": 3", "\"regularFrom\": 5"),
        ("the chain agrees with itself / 连锁：测试一并改", "zhengzhou-chain", "\"customer.visits\": 3", "\"customer.visits\": 5"),
        ("the shop mistypes a fact / 门店：事实名写错", "huayuan-road", "\"when\": \"isRegular\"", "\"when\": \"customer.visit >= 2\""),
        ("and corrects it / 门店：改正", "huayuan-road", "customer.visit >= 2", "customer.visits >= 2"),
        ("the vendor raises the reduction / 软件商：每满200减30", "auto-care", "\"forEvery\": 300.00", "\"forEvery\": 200.00"),
        ("the chain agrees / 连锁：测试一并改", "zhengzhou-chain", "\"payable\": 590.00", "\"payable\": 560.00"),
        ("the vendor only writes a comment / 软件商：只加注释", "auto-care", "\"labor\": [", "// prices without parts\n  \"labor\": ["),
    ];
    foreach (var (say, pack, old, @new) in edits)
    {
        Console.WriteLine();
        Console.WriteLine("* " + say.Split(" / ")[language == Language.English ? 0 : 1]);
        var text = File.ReadAllText(folder.PathOf(pack));
        if (!text.Contains(old, StringComparison.Ordinal))
            return Refuse(pack + " has no " + old);
        File.WriteAllText(folder.PathOf(pack), text.Replace(old, @new, StringComparison.Ordinal));
        Counter.Report(holder.TryReplace(folder.Read(PackFolder.Top)), language, Console.Out);
    }

    return 0;
}

int Watch(string path)
{
    var folder = new PackFolder(path);
    if (Open(folder) is not { } holder)
        return 1;
    // Looked at four times a second: editors write, rename and replace files in so many ways that events tell less.
    for (var state = folder.State(); ; Thread.Sleep(250))
    {
        try
        {
            if (folder.State() == state)
                continue;
            state = folder.State();
            Console.WriteLine();
            Counter.Report(holder.TryReplace(folder.Read(PackFolder.Top)), language, Console.Out);
        }
        catch (IOException)
        {
            // Somebody is writing at this moment; the next look finds what was written.
            state = string.Empty;
        }
    }
}

RulePackHolder? Open(PackFolder folder)
{
    if (!RulePack.TryLoad(folder.Read(PackFolder.Top), folder.Options, out var pack, out var issues))
    {
        foreach (var issue in issues)
            Console.Error.WriteLine(issue);
        return null;
    }

    foreach (var one in pack.Overrides)
        Console.WriteLine(one);
    Counter.Decide(pack, language, Console.Out);
    return new RulePackHolder(pack, folder.Options);
}

static int Refuse(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
