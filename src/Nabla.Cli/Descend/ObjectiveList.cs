namespace Nabla.Cli;

/// <summary>The functions that have a name.</summary>
internal static class ObjectiveList
{
    public static int Write(Host host, bool asJson)
    {
        if (asJson)
        {
            host.WriteJson(
                [.. Objective.All.Select(f => new ObjectiveEntry(
                    f.Name, f.Summary, f.Formula, f.GradientFormulas, f.Variables, f.Start, f.LearningRate, f.Minima))],
                CliJson.Default.IReadOnlyListObjectiveEntry);
            return ExitCode.Done;
        }

        foreach (var f in Objective.All)
        {
            var lowest = f.Minima.Where(minimum => minimum.IsGlobal).ToList();
            int others = f.Minima.Count - lowest.Count;
            host.Out.WriteLine($"{f.Name}: {f.Summary}");
            host.Out.WriteLine($"  f({string.Join(", ", f.Variables)}) = {f.Formula}");
            host.Out.WriteLine($"  lowest at {string.Join(", ", lowest.Select(minimum => Format.Point(minimum.Position)))}"
                + $"{(others > 0 ? $"; {(others == 1 ? "one local minimum" : $"{others} local minima")} besides" : "")}");
            host.Out.WriteLine($"  {host.Command} descend {f.Name} --start {string.Join(",", f.Start.Select(Format.Number))}"
                + $" --learning-rate {Format.Number(f.LearningRate ?? 0)}");
        }

        return ExitCode.Done;
    }
}
