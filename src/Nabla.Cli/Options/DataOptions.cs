using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The options that say which data.</summary>
internal sealed class DataOptions
{
    public Option<string?> Data { get; } = OptionOf.Text(
        "--data", "WHICH", "auto (MNIST where it is found or can be fetched, otherwise the built-in digits), mnist, fashion-mnist, digits, "
        + "or a folder with the four IDX files (default: auto)");

    public Option<int?> TrainExamples { get; } = OptionOf.Whole(
        "--train-examples", "N", "use only the first N training examples (default: all)", 1, "1000", aliases: "--limit");

    public Option<int?> TestExamples { get; } = OptionOf.Whole(
        "--test-examples", "N", "use only the first N test examples (default: all)", 1, "1000");

    public Option<string?> Split { get; } = OptionOf.Choice(
        "--split", "PART", "test or train (default: test)", new Dictionary<string, string> { ["test"] = "test", ["train"] = "train" });

    /// <summary>What was asked for.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="otherwise">The data where none were named.</param>
    public DataRequest Read(ParseResult parsed, string otherwise = "auto") => new(
        parsed.GetValue(Data) ?? otherwise, parsed.GetValue(TrainExamples), parsed.GetValue(TestExamples));

    /// <summary>What was asked for, where a configuration says the rest.</summary>
    public DataRequest Read(ParseResult parsed, RunConfiguration start) => new(
        parsed.GetValue(Data) ?? start.Data, parsed.GetValue(TrainExamples) ?? start.TrainExamples, parsed.GetValue(TestExamples) ?? start.TestExamples);

    /// <summary>Whether the training part was asked for.</summary>
    public bool WantsTrain(ParseResult parsed) => parsed.GetValue(Split) == "train";
}
