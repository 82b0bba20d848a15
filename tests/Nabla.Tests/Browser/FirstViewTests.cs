using System.Text.Json;
using System.Text.RegularExpressions;
using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>What the page shows at the first visit until its own engine is there is what the engine says: the first run at its end.</summary>
public class FirstViewTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "lab", "src", "state");

    private static readonly string Run = Regex.Match(File.ReadAllText(Path.Combine(Source, "settings.ts")), @"firstRun = '([^']+)'").Groups[1].Value;

    [Fact]
    public void The_committed_first_view_is_the_engine_s_own()
    {
        string path = Path.Combine(Source, "firstView.json"), view = View();
        if (Environment.GetEnvironmentVariable("NABLA_WRITE_TYPES") == "1") File.WriteAllText(path, view);
        Assert.Equal(view, File.ReadAllText(path));
    }

    private static string View()
    {
        var configuration = RunName.Parse(Run);
        var laboratory = new Laboratory();
        LaboratoryFixture.Finish(() => laboratory.MakeDigits(configuration.TrainExamples!.Value, configuration.TestExamples!.Value, 1000));
        var info = laboratory.Start(Run);
        laboratory.Recall(File.ReadAllBytes(Path.Combine(Source, "..", "..", "public", "memories", "lecture.bin")));
        laboratory.Seek(info.Steps);
        var (json, history) = (LaboratoryJson.Default, laboratory.History());
        return "{\n"
            + $"\"run\": {JsonSerializer.Serialize(info, json.RunInfo)},\n"
            + $"\"moment\": {JsonSerializer.Serialize(laboratory.Moment() with { TrainingSeconds = 0 }, json.Moment)},\n"
            + $"\"history\": {JsonSerializer.Serialize(new History([history.Costs[^1]], [history.Epochs[^1]]), json.History)},\n"
            + $"\"explanation\": {JsonSerializer.Serialize(laboratory.Explain(new ExampleRef(ExampleSet.Test, 0)), json.Explanation)}\n}}\n";
    }
}
