using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The options of <c>nabla bench</c>.</summary>
internal sealed class BenchmarkOptions
{
    private const double UsualSeconds = 1.5;

    private readonly DataOptions _examples = new();

    private readonly Option<string?> _data = OptionOf.Text(
        "--data", "WHICH", "auto (MNIST where it is found, otherwise the built-in digits; nothing is fetched), mnist, fashion-mnist, "
        + "digits, or a folder with the four IDX files (default: auto)");

    private readonly Option<BenchmarkJob[]> _jobs = new("--job")
    {
        HelpName = "NAME",
        Description = "only the jobs whose names begin so; can be given several times (default: all)",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
        {
            var chosen = new HashSet<BenchmarkJob>();
            foreach (string name in result.Tokens.Select(token => token.Value))
            {
                var found = BenchmarkJob.All.Where(job => job.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList();
                if (name.Length == 0 || found.Count == 0) result.AddError(Unknown(name));
                chosen.UnionWith(found);
            }

            return [.. BenchmarkJob.All.Where(chosen.Contains)];
        },
    };

    private readonly Option<double?> _seconds = OptionOf.Number(
        "--seconds", "S", "how long each job is timed, after as long a warm-up of at most 0.75 s (default: 1.5)", zeroToo: false, "2");

    private readonly Option<int?> _threads = OptionOf.Whole(
        "--threads", "N", "processor cores to train with (default: 1)", 1, "4", 1024);

    private readonly Option<bool> _json = OptionOf.Flag("--json", "the result as one JSON object");

    /// <summary>Adds them to the command, in groups.</summary>
    public void AddTo(DescribedCommand command)
    {
        command.AddGroup("Work", _jobs, _seconds, _threads);
        command.AddGroup("Data", _data, _examples.TrainExamples, _examples.TestExamples);
        command.AddGroup("Result", _json);
    }

    /// <summary>What was asked for.</summary>
    public BenchmarkSettings Read(ParseResult parsed) => new(
        parsed.GetResult(_jobs) is null ? BenchmarkJob.All : parsed.GetValue(_jobs)!,
        _examples.Read(parsed, parsed.GetValue(_data) ?? DataSource.Auto),
        TimeSpan.FromSeconds(Math.Min(parsed.GetValue(_seconds) ?? UsualSeconds, TimeSpan.MaxValue.TotalSeconds / 2)),
        parsed.GetValue(_threads) ?? 1,
        parsed.GetValue(_json));

    private static string Unknown(string name)
    {
        string[] known = [.. BenchmarkJob.All.Select(job => job.Name)];
        return $"there is no job '{name}'{Suggestion.For(name, known)}; known: {string.Join(", ", known)}.";
    }
}
