using StoreOps.Cli;

return StoreOpsTool.Run(args, Console.Out, Console.Error);
