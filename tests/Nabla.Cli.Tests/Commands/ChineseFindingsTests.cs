using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>What experiments find and how descents end is shown in the language that was asked for; what programs read stays as it is.</summary>
public sealed class ChineseFindingsTests
{
    private static readonly string[] Experiment = ["experiment", "approximation", "--widths", "1,4", "--steps", "20", "--quiet"];

    [Fact]
    public void An_experiment_tells_its_findings_and_its_table_in_Chinese()
    {
        var run = CommandRun.Of([.. Experiment, "--language", "zh"]);

        Assert.Contains("拟合得最近的是", run.Out, StringComparison.Ordinal);

        // A Chinese character takes two columns, so the heads end where the figures do.
        string[] lines = run.OutLines;
        int head = Array.FindIndex(lines, line => line.StartsWith("神经元", StringComparison.Ordinal));
        Assert.Single(lines[head..(head + 3)].Select(line => line.Sum(c => c > '\u2E80' ? 2 : 1)).Distinct());
    }

    [Fact]
    public void Its_JSON_is_in_English()
    {
        string[] findings = [.. JsonDocument.Parse(CommandRun.Of([.. Experiment, "--json", "--language", "zh"]).Out).RootElement.GetProperty("findings")
            .EnumerateArray().Select(finding => finding.GetString()!)];
        Assert.StartsWith("With 1 neuron the wave is missed by", findings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_descent_tells_its_end_in_Chinese() =>
        Assert.Contains("到达全局最小值 x = 0，f = 0。", CommandRun.Of("descend", "parabola", "--language", "zh").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("公式到此结束", "--function", "x +")]
    [InlineData("固定步长不保留上一步的任何部分", "parabola", "--fixed-step", "0.1", "--momentum", "0.5")]
    public void One_that_cannot_be_is_refused_in_Chinese(string says, params string[] args) =>
        Assert.Contains(says, CommandRun.Of(["descend", .. args, "--language", "zh"]).Error, StringComparison.Ordinal);
}
