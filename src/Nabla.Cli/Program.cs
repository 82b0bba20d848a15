using Nabla.Cli;

using var interrupt = new Interrupt();
return Cli.Run(args, Host.OfThisProcess(interrupt.Token));
