using System.CommandLine;

using StoreOps.Cli.Offers;

namespace StoreOps.Cli;

/// <summary>The tool: its commands, and what its exit status means.</summary>
internal static class StoreOpsTool
{
    /// <summary>The command did what was asked.</summary>
    public const int Done = 0;

    /// <summary>The answer is no.</summary>
    public const int No = 1;

    /// <summary>The input could not be read.</summary>
    public const int BadInput = 2;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Decodes VINs, plans maintenance, receives cars, checks rule packs and recommends parts.")
        {
            VinCommand.Create(output),
            DueCommand.Create(output),
            VisitsCommand.Create(output),
            ReceiveCommand.Create(output, error),
            OdometerCommand.Create(output),
            PackCommand.Create(output, error),
            TrainCommand.Create(output, error),
            EvaluateCommand.Create(output, error),
            RecommendCommand.Create(output, error),
            OffersCommand.Create(output, error),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
                error.WriteLine(problem.Message);
            return BadInput;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception problem) when (problem is InputException or IOException or UnauthorizedAccessException or FormatException)
        {
            error.WriteLine(problem.Message);
            return BadInput;
        }
        catch (OverflowException)
        {
            error.WriteLine("An amount is too large to be reckoned with; look at the prices and quantities of the parts and the rules.");
            return BadInput;
        }
    }
}

/// <summary>What a person typed, or a file they named, cannot be read.</summary>
internal sealed class InputException(string message) : Exception(message);
