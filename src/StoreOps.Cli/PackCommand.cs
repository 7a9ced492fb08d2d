using System.CommandLine;

using StoreOps.Cli.Packs;
using StoreOps.Rules;

namespace StoreOps.Cli;

internal static class PackCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var schema = new Command("schema", "Prints the JSON Schema of rule packs, for editors.");
        schema.SetAction(_ =>
        {
            output.Write(RulePack.JsonSchema());
            return StoreOpsTool.Done;
        });
        return new Command("pack", "Works on rule packs.")
        {
            PackCheckCommand.Create(output),
            PackTestCommand.Create(output),
            PackDiffCommand.Create(output, error),
            PackEvalCommand.Create(output, error),
            PackFormatCommand.Create(output),
            schema,
        };
    }
}
