using System.Collections.ObjectModel;

namespace Nabla.Cli;

/// <summary>Which data a command needs.</summary>
/// <param name="Name"><c>auto</c>, <c>mnist</c>, <c>fashion-mnist</c>, <c>digits</c>, a table (.csv, .tsv), a file of arrays (.npz) or a folder.</param>
/// <param name="TrainExamples">Use only so many training examples; all where null.</param>
/// <param name="TestExamples">Use only so many test examples; all where null.</param>
internal sealed record DataRequest(string Name, int? TrainExamples = null, int? TestExamples = null)
{
    /// <summary>What is said of a table or a folder of images, as <see cref="RunConfiguration.DataSettings"/> has it; all below but the seed follows from it.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What the columns of a table mean; null where nobody said.</summary>
    public TableOptions? Table { get; init; }

    /// <summary>Whether what was said makes a table of what might be rows of pixels.</summary>
    public bool IsTable { get; init; }

    /// <summary>How a table is written.</summary>
    public CsvOptions Csv { get; init; } = new();

    /// <summary>A table or a folder of images to be tested on; part of the first one where null.</summary>
    public string? TestData { get; init; }

    /// <summary>What the images of a folder are scaled to; they are taken as they are where null.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>Whether each image of a folder is prepared as MNIST was; null where nobody said, so that the classes tell.</summary>
    public bool? Normalize { get; init; }

    /// <summary>Whether rows and columns of images are exchanged.</summary>
    public bool Transpose { get; init; }

    /// <summary>The part of a table or of a folder of images that is for testing.</summary>
    public double TestPart { get; init; } = 0.2;

    /// <summary>Decides which part that is.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The activation of the outputs that are to answer with numbers, whose range the targets of a table are scaled into; null where there is none yet.</summary>
    public Activation? Outputs { get; init; }

    /// <summary>The model that the data are for: it knows how a table was taken, and what was for testing; null where one is yet to be trained.</summary>
    public LocatedModel? Model { get; init; }

    /// <summary>The data of a configuration.</summary>
    public static DataRequest Of(RunConfiguration configuration) =>
        DataOptions.Request(configuration.Data, configuration.TrainExamples, configuration.TestExamples, configuration.DataSettings) with
        {
            Seed = configuration.Training.Seed,
            Outputs = configuration.OutputActivation,
        };
}
