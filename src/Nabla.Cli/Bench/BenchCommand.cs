using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla bench</c>.</summary>
internal static class BenchCommand
{
    public static Command Create(Host host)
    {
        var options = new BenchmarkOptions();
        var command = new DescribedCommand("bench", "Times this machine on a few networks, and says how near they come to its limit.")
        {
            Examples =
            [
                new("bench", "everything, on one thread, in less than half a minute"),
                new("bench --job \"784-16-16-10 b10\" --seconds 5", "one job, for longer"),
                new("bench --job 784-128 --job 784-800 --threads 4", "the larger networks, on four threads"),
                new("bench --data digits --json", "for a program to read, and the same data everywhere"),
            ],
            Table = new HelpTable("Jobs", [.. BenchmarkJob.All.Select(job => (job.Name, (string?)job.Description))]),
            Remarks =
            [
                "The limit is what one thread does when it only multiplies and adds, in registers, in single precision. With --threads N "
                    + "shares are of N times that.",
                "GFLOP/s are counted as the textbook does, 2 for every multiply-add: for reading an example, 2·Σ n_in·n_out over the "
                    + "layers; for learning from it, that for the forward pass, again for all layers but the first for the backward pass, "
                    + "and again for the weights' gradients. What is dark is counted too, though the engine leaves it out, so that a "
                    + "share can be more than 100%.",
                "Each job is warmed up, for the compiler works on what runs often; then it is timed 7 times. The median counts, and --json "
                    + "has the best too. Reading is always done on one thread. "
                    + "Other programs that run meanwhile make every number smaller.",
            ],
        };
        options.AddTo(command);
        command.SetAction(parsed => new BenchmarkRun(host, options.Read(parsed)).Execute());
        return command;
    }
}
