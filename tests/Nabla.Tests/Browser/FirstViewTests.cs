using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>What the page shows at the first visit until its own engine is there is what the engine says.</summary>
public class FirstViewTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "lab", "src", "state");

    [Fact]
    public void The_committed_first_view_is_the_engine_s_own()
    {
        string path = Path.Combine(Source, "firstView.json"), view = View();
        if (Environment.GetEnvironmentVariable("NABLA_WRITE_TYPES") == "1") File.WriteAllText(path, view);
        Assert.Equal(view, File.ReadAllText(path));
    }

    private static string View()
    {
        string run = Regex.Match(File.ReadAllText(Path.Combine(Source, "settings.ts")), @"firstRun = '([^']+)'").Groups[1].Value;
        var configuration = RunName.Parse(run);
        var laboratory = new Laboratory();
        LaboratoryFixture.Finish(() => laboratory.MakeDigits(configuration.TrainExamples!.Value, configuration.TestExamples!.Value, 1000));
        var info = laboratory.Start(run);
        var json = LaboratoryJson.Default;
        string weights = string.Join(",\n", Enumerable.Range(2, info.Sizes.Count - 2).Select(layer => Numbers(laboratory.Weights(layer))));
        return "{\n"
            + $"\"run\": {JsonSerializer.Serialize(info, json.RunInfo)},\n"
            + $"\"moment\": {JsonSerializer.Serialize(laboratory.Moment(), json.Moment)},\n"
            + $"\"explanation\": {JsonSerializer.Serialize(laboratory.Explain(new ExampleRef(ExampleSet.Test, 0)), json.Explanation)},\n"
            + $"\"weights\": [{weights}]\n}}\n";
    }

    private static string Numbers(float[] values) => $"[{string.Join(',', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}]";
}
