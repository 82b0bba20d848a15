namespace Nabla.Cli;

/// <summary>Commands that make sense after a run, to be copied as they stand.</summary>
internal static class NextSteps
{
    // A network of some use reads more than this; one that does not has mostly been taught with too large steps.
    private const double Poor = 0.6;

    public static IEnumerable<(string Command, string Does)> After(TrainResult result, Host host)
    {
        string run = Shell.Quote(result.Folder.Folder);
        if (result.Test.Accuracy < Poor)
        {
            string same = string.Concat(result.Settings.Arguments.Select(argument => " " + Shell.Quote(argument)));
            string rate = Format.Number(result.Settings.Training.Optimizer.LearningRate / 10);
            yield return ($"{host.Command} train{same} --learning-rate {rate}", "the same with smaller steps: the learning rate may be too large");
        }

        string data = $" --data {Shell.Quote(result.Data.Name)}";
        yield return ($"{host.Command} evaluate {run}{data}", "what it reads right and what it mixes up");

        int example = result.Test.Mistakes(result.Data.Test).FirstOrDefault();
        yield return ($"{host.Command} predict {run} --example {example}{data}", "what it sees in one test example; or give it images of yours");

        string hidden = string.Join(',', result.Network.Sizes.Skip(1).SkipLast(1).Select(size => 2 * size));
        if (hidden.Length > 0) yield return ($"{host.Command} train --hidden {hidden}{data}", "whether twice the neurons do better");
    }
}
