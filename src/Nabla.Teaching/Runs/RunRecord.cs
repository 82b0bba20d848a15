namespace Nabla.Runs;

/// <summary>What <c>run.json</c> says of a run: all that is needed to do it again, and on what it was done.</summary>
public sealed record RunRecord
{
    /// <summary>The version of run folders that this program writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The version of the folder.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The run's <see cref="RunName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The preset it started from; null where there was none.</summary>
    public string? Preset { get; init; }

    /// <summary>What decides the result.</summary>
    public required RunConfiguration Configuration { get; init; }

    /// <summary>Sizes of all layers, inputs first.</summary>
    public required IReadOnlyList<int> Layers { get; init; }

    /// <summary>The data, so that they are known again.</summary>
    public required RunData Data { get; init; }

    /// <summary>Steps between two lines of the metrics within an epoch; 0 for none.</summary>
    public long LogEvery { get; init; }

    /// <summary>The version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>What it runs on.</summary>
    public required RunMachine Machine { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset Started { get; init; }
}

/// <summary>The data of a run.</summary>
/// <param name="TrainExamples">Training examples, those for validation among them.</param>
/// <param name="TrainDigest">Their <see cref="DatasetDigest"/>.</param>
/// <param name="TestExamples">Test examples.</param>
/// <param name="TestDigest">Their <see cref="DatasetDigest"/>.</param>
public sealed record RunData(int TrainExamples, string TrainDigest, int TestExamples, string TestDigest)
{
    /// <summary>What there is to say of data.</summary>
    /// <param name="train">All training examples.</param>
    /// <param name="test">The test examples.</param>
    public static RunData Of(Dataset train, Dataset test)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        return new RunData(train.Count, train.Digest(), test.Count, test.Digest());
    }
}

/// <summary>What a run runs on. None of it decides the result.</summary>
/// <param name="System">The operating system.</param>
/// <param name="Processor">The processor.</param>
/// <param name="Processors">How many there are.</param>
/// <param name="VectorBits">The width of its vectors.</param>
/// <param name="Runtime">The version of .NET.</param>
public sealed record RunMachine(string System, string Processor, int Processors, int VectorBits, string Runtime);
