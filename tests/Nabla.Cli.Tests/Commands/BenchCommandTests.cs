using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nabla.Cli.Tests;

/// <summary>What <c>bench</c> prints and refuses; not how fast anything is.</summary>
public sealed partial class BenchCommandTests
{
    private static readonly string[] Tiny =
        ["bench", "--data", "digits", "--train-examples", "200", "--test-examples", "100", "--seconds", "0.05"];

    [Fact]
    public void Json_is_one_object_with_the_contracts_fields()
    {
        var run = Bench("--job", "784-16-16-10 b10", "--json");

        var result = JsonDocument.Parse(Assert.Single(run.OutLines)).RootElement;
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.True(result.GetProperty("fmaGflops").GetDouble() > 0);
        Assert.True(result.GetProperty("bandwidthGBs").GetDouble() > 0);
        Assert.Equal((1, "digits", 200), (Whole(result, "threads"), result.GetProperty("data").GetString(), Whole(result, "trainExamples")));
        foreach (string field in new[] { "architecture", "operatingSystem", "framework", "version" })
            Assert.NotEqual("", result.GetProperty(field).GetString());
        Assert.Contains(Whole(result, "vectorBits"), new[] { 128, 256, 512 });
        Assert.Equal(
            result.GetProperty("fmaGflops").GetDouble(),
            result.GetProperty("fma").EnumerateArray().Max(width => width.GetProperty("gflops").GetDouble()));
    }

    [Fact]
    public void The_numbers_of_a_job_follow_from_each_other()
    {
        var result = JsonDocument.Parse(Bench("--job", "784-16-16-10 b10", "--threads", "2", "--json").Out).RootElement;

        var job = Assert.Single(result.GetProperty("jobs").EnumerateArray());
        double rate = Number(job, "examplesPerSecond"), gflops = Number(job, "gflops");
        Assert.Equal(("784-16-16-10 b10", "train"), (job.GetProperty("name").GetString(), job.GetProperty("kind").GetString()));
        Assert.True(rate > 0 && rate <= Number(job, "bestExamplesPerSecond"));
        Assert.Equal(rate * Number(job, "flopsPerExample") / 1e9, gflops, 1e-9 * gflops);
        Assert.Equal(gflops / (2 * Number(result, "fmaGflops")), Number(job, "shareOfLimit"), 1e-9);
        Assert.Equal(200 / rate, Number(job, "secondsPerEpoch"), 1e-9);
        Assert.Equal((2, 7), (Whole(job, "threads"), Whole(job, "repeats")));
    }

    [Fact]
    public void Jobs_are_chosen_by_how_their_names_begin()
    {
        var result = JsonDocument.Parse(Bench("--job", "784-16-16-10 BATCHES", "--job", "784-16-16-10 o", "--json").Out).RootElement;

        var jobs = result.GetProperty("jobs").EnumerateArray().ToList();
        Assert.Equal(["784-16-16-10 one at a time", "784-16-16-10 batches"], jobs.Select(job => job.GetProperty("name").GetString()));
        Assert.All(jobs, job => Assert.Equal("infer", job.GetProperty("kind").GetString()));
        Assert.All(jobs, job => Assert.Equal(1, Whole(job, "threads")));
        Assert.All(jobs, job => Assert.False(job.TryGetProperty("secondsPerEpoch", out _)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void People_see_a_table_with_the_machine_beside_it(bool terminal)
    {
        var screen = terminal ? new Screen(true, false, () => 80) : Screen.Redirected;

        var run = CommandRun.With(new CommandRun.Setting { Out = screen }, [.. Tiny, "--job", "784-30"]);

        Assert.Equal(0, run.ExitCode);
        string[] lines = [.. run.OutLines.Select(line => Escapes().Replace(line, ""))];
        Assert.Contains(lines, line => line.Contains($"vectors of {VectorUnit.Bits} bits", StringComparison.Ordinal));
        string head = Assert.Single(lines, line => line.Contains("examples/s", StringComparison.Ordinal));
        string row = Assert.Single(lines, line => line.Contains("784-30-10 b10", StringComparison.Ordinal));
        Assert.Equal(head.IndexOf("of limit", StringComparison.Ordinal) + "of limit".Length, row.IndexOf('%', StringComparison.Ordinal) + 1);
    }

    [Theory]
    [InlineData("--job nosuch", "there is no job 'nosuch'; known: 784-16-16-10 b10, ")]
    [InlineData("--job 784-16 --job 785", "there is no job '785'")]
    [InlineData("--job", "--job needs a value")]
    [InlineData("--seconds 0", "a positive number")]
    [InlineData("--threads 0", "from 1 to 1024")]
    [InlineData("--data nosuch", "there is no such folder")]
    [InlineData("extra", "one argument too many")]
    public void Bad_options_are_refused(string options, string says) =>
        Assert.Contains(says, CommandRun.Of(["bench", .. options.Split(' ')]).MustBeRefused(), StringComparison.Ordinal);

    [Fact]
    public void Data_of_another_shape_are_refused()
    {
        using var folder = new TestFolder();

        string line = CommandRun.Of("bench", "--data", TinyData.Write(folder["tiny"]), "--seconds", "0.05").MustBeRefused();

        Assert.Contains("16 inputs and 3 classes", line, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_ends_it()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();

        var run = CommandRun.With(new CommandRun.Setting { Cancellation = interrupt.Token }, [.. Tiny, "--json"]);

        Assert.Equal((130, ""), (run.ExitCode, run.Out));
    }

    private static CommandRun Bench(params string[] options) => CommandRun.Of([.. Tiny, .. options]);

    private static double Number(JsonElement element, string field) => element.GetProperty(field).GetDouble();

    private static int Whole(JsonElement element, string field) => element.GetProperty(field).GetInt32();

    [GeneratedRegex(@"\e\[[\d;]*m")]
    private static partial Regex Escapes();
}
