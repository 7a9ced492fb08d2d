using System.Text;

using Microsoft.Extensions.DependencyInjection;

using StoreOps.Rules.Commissions;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Tests.Packs;

public sealed class RulePackHolderTests
{
    private static byte[] Version(int version) => Encoding.UTF8.GetBytes(PackText.Tree().With("version", "\"" + version + "\"").With("constants.bigOrder", version + ".00").ToJsonString());

    [Fact]
    public void TryReplace_RightDocument_IsInForce()
    {
        var first = PackText.Load(Version(1));
        var holder = new RulePackHolder(first);
        Assert.Same(first, holder.Current);
        Assert.Null(holder.Last);

        var replacement = holder.TryReplace(Version(2));
        Assert.Equal(PackReplacementOutcome.Replaced, replacement.Outcome);
        Assert.Same(first, replacement.Previous);
        Assert.Same(holder.Current, replacement.Pack);
        Assert.Equal("2", holder.Current.Version);
        Assert.Same(replacement, holder.Last);
    }

    [Fact]
    public void TryReplace_WrongDocument_KeepsTheLastGoodOneAndReports()
    {
        var first = PackText.Load(Version(1));
        var holder = new RulePackHolder(first);
        var replacement = holder.TryReplace(Encoding.UTF8.GetBytes(PackText.Tree().With("packages[0].price", "-1").With("tests[0].payable", "1").ToJsonString()));
        Assert.Equal(PackReplacementOutcome.Refused, replacement.Outcome);
        Assert.Equal("SOR022", Assert.Single(replacement.Issues).Code);
        Assert.Null(replacement.Pack);
        Assert.Same(first, holder.Current);

        Assert.Equal(PackReplacementOutcome.Replaced, holder.TryReplace(Version(3)).Outcome);
        Assert.Equal("3", holder.Current.Version);
    }

    [Fact]
    public void TryReplace_FailingTest_KeepsTheLastGoodOne()
    {
        var holder = new RulePackHolder(PackText.Load(Version(1)));
        Assert.Equal(PackReplacementOutcome.Refused, holder.TryReplace(Encoding.UTF8.GetBytes(PackText.Tree().With("tests[0].payable", "1").ToJsonString())).Outcome);
        Assert.Equal("1", holder.Current.Version);
    }

    [Fact]
    public void TryReplace_SameContent_ChangesNothing()
    {
        var first = PackText.Load(Version(1));
        var holder = new RulePackHolder(first);
        Assert.Equal(PackReplacementOutcome.Unchanged, holder.TryReplace([.. "// only a comment\n"u8, .. Version(1)]).Outcome);
        Assert.Same(first, holder.Current);
    }

    [Fact]
    public void TryReplace_UsesTheOptionsItWasGiven()
    {
        var chain = LayerText.Load(LayerText.Chain, LayerText.Vendor);
        var holder = new RulePackHolder(chain, LayerText.Over(LayerText.Chain, LayerText.Vendor));
        Assert.Equal(PackReplacementOutcome.Replaced, holder.TryReplace(Encoding.UTF8.GetBytes(LayerText.Shop)).Outcome);
        Assert.Equal(3, holder.Current.Layers.Length);
    }

    [Fact]
    public void AddStoreOpsRules_PackReplacedWithinAScope_TheScopeKeepsItsPack()
    {
        var holder = new RulePackHolder(PackText.Load(Version(1)));
        using var services = new ServiceCollection().AddStoreOpsRules(holder).BuildServiceProvider(validateScopes: true);
        using var before = services.CreateScope();
        Assert.Equal("1", before.ServiceProvider.GetRequiredService<RulePack>().Version);
        holder.TryReplace(Version(2));
        using var after = services.CreateScope();
        Assert.Equal("1", before.ServiceProvider.GetRequiredService<CommissionCalculator>().Pack!.Version);
        Assert.Equal("2", after.ServiceProvider.GetRequiredService<CommissionCalculator>().Pack!.Version);
        Assert.Same(holder, services.GetRequiredService<RulePackHolder>());
    }

    /// <summary>Readers see whole packs and never an older one after a newer one, while two writers replace, one of them mostly with rubbish.</summary>
    [Fact]
    public void Current_ReadWhileReplaced_IsAlwaysAWholePackAndNeverGoesBack()
    {
        const int Versions = 12;
        var holder = new RulePackHolder(PackText.Load(Version(1)));
        var versions = Enumerable.Range(1, Versions).Select(Version).ToArray();
        var isDone = false;
        var reads = new int[2];
        var readers = Enumerable.Range(0, 2).Select(reader => new Thread(() =>
        {
            var last = 1;
            while (!Volatile.Read(ref isDone) || reads[reader] == 0)
            {
                var pack = holder.Current;
                var version = int.Parse(pack.Version, null);
                // Every part is of the same version.
                var isWhole = pack.Stamp.Version == pack.Version && pack.Pricing.Pack == pack.Stamp && pack.RunTests().All(run => run.IsPassed);
                if (!isWhole || version < last)
                {
                    reads[reader] = int.MinValue;
                    return;
                }

                last = version;
                reads[reader]++;
            }
        })).ToArray();
        var spoiler = new Thread(() =>
        {
            for (var i = 0; i < Versions; i++)
                holder.TryReplace("{ \"id\": 7 }"u8);
        });
        foreach (var thread in readers.Append(spoiler))
            thread.Start();
        foreach (var version in versions)
            holder.TryReplace(version);
        spoiler.Join();
        Volatile.Write(ref isDone, true);
        foreach (var thread in readers)
            thread.Join();
        Assert.All(reads, count => Assert.True(count > 0));
        Assert.Equal("12", holder.Current.Version);
    }
}
