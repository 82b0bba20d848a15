namespace Nabla.Cli;

/// <summary>Commands that make sense after a run, to be copied as they stand.</summary>
internal static class NextSteps
{
    // A network of some use reads more than this.
    private const double Poor = 0.6;

    private const double SmallestRate = 0.005, LargestRate = 0.05;

    // Nobody copies a longer one, and only a name that is meant to be a nuisance makes it so.
    private const int LongestCommand = 1000;

    public static IEnumerable<(string Command, string Does)> After(TrainResult result, Host host) =>
        Sensible(result, host).Where(step => step.Command.Length <= LongestCommand);

    private static IEnumerable<(string Command, string Does)> Sensible(TrainResult result, Host host)
    {
        var settings = result.Settings;
        string run = Shell.Quote(result.Folder.Folder);
        if (result.Diagnosis is { } diagnosis)
        {
            string tried = string.Concat(diagnosis.Try.Select(each => $" --{each.Key} {each.Value}"));
            string[] replaced = [.. diagnosis.Try.Keys.Select(name => $"--{name}"), .. diagnosis.Try.ContainsKey("hidden") ? ["--layers"] : (string[])[]];
            yield return (Again(host, settings, replaced) + tried, "the same without what is the matter");
        }
        else if (result.Test.Regression is null && result.Test.Accuracy < Poor && Improvement(result, host) is { } improvement)
        {
            yield return improvement;
        }

        // What was set aside to be tested on lies in a table of its own, or is found again in that of the run.
        string tested = settings.Data.TestData ?? result.Data.Name;
        string data = $" --data {Shell.Quote(tested)}{Kept(settings, "--delimiter", "--no-header", "--transpose")}";
        yield return ($"{host.Command} evaluate {run}{data}{Kept(settings, "--resize", "--test-examples")}", "what it reads right and what it mixes up");

        if (result.Data.Encoding is not null)
        {
            yield return ($"{host.Command} predict {run} {Shell.Quote(tested)}{Kept(settings, "--delimiter", "--no-header")} --json",
                "its answer for each row of a table, the target column there or not");
            yield break;
        }

        int example = result.Test.Mistakes(result.Data.Test).FirstOrDefault();
        yield return ($"{host.Command} predict {run} --example {example}{data}", "what it sees in one test example; "
            + "or give it images of yours");

        string hidden = string.Join(',', result.Network.Sizes.Skip(1).SkipLast(1).Select(size => 2 * size));
        bool saysData = settings.Given.Any(option => option.Name is "--data" or "--run" or "--config");
        // Of a run that learned nothing, more of the same says nothing.
        if (hidden.Length > 0 && result.Diagnosis is null)
            yield return ($"{Again(host, settings, "--hidden", "--layers")} --hidden {hidden}{(saysData ? "" : data)}", "whether twice the neurons do better");
    }

    private static string Kept(TrainSettings settings, params string[] names) =>
        string.Concat(settings.Given.Where(option => names.Contains(option.Name)).Select(option => option.ToString()));

    private static string Again(Host host, TrainSettings settings, params string[] without) =>
        $"{host.Command} train{string.Concat(settings.Given.Where(option => !without.Contains(option.Name)).Select(option => option.ToString()))}";

    /// <summary>The same training again: longer where the cost was still falling, otherwise with steps of another size.</summary>
    private static (string Command, string Does)? Improvement(TrainResult result, Host host)
    {
        var settings = result.Settings;
        if (result.History.IsDescending)
            return (Again(host, settings, "--epochs") + $" --epochs {3L * settings.Training.Epochs}", "the same for longer: the cost was still falling");

        // A cost that stands still does not tell why. Steps between these sizes are rarely too large or too small, and from either side one comes to rest there.
        double rate = settings.Training.Optimizer.LearningRate;
        if (rate is >= SmallestRate and < LargestRate) return null;
        bool smaller = rate >= LargestRate;
        return (Again(host, settings, "--learning-rate") + $" --learning-rate {Format.Number(smaller ? rate / 10 : rate * 10)}",
            $"the same with {(smaller ? "smaller" : "larger")} steps: the cost no longer fell");
    }
}
