namespace Nabla.Cli;

/// <summary>What <c>descend</c> is to do with a function.</summary>
internal sealed record DescendSettings
{
    public required Objective Function { get; init; }

    public required IReadOnlyList<IReadOnlyList<double>> Starts { get; init; }

    public required DescentOptions Descent { get; init; }

    public required bool Basins { get; init; }

    /// <summary>Rows of the table of steps.</summary>
    public required int Rows { get; init; }

    public required PictureRequest? Picture { get; init; }

    public required bool Json { get; init; }
}

/// <summary>What <c>descend</c> is to do with a network's cost.</summary>
internal sealed record SliceSettings
{
    public required string Model { get; init; }

    /// <summary>Other networks to lay the line or the plane through.</summary>
    public required IReadOnlyList<string> Others { get; init; }

    public required bool IsLine { get; init; }

    public required bool Paths { get; init; }

    /// <summary>Whether a random plane was asked for by name.</summary>
    public required bool IsRandomPlane { get; init; }

    public double? Range { get; init; }

    public int? Points { get; init; }

    public required ulong Seed { get; init; }

    public double? LearningRate { get; init; }

    public required int Steps { get; init; }

    public required int BatchSize { get; init; }

    public string? Data { get; init; }

    public required int Examples { get; init; }

    public required PictureRequest? Picture { get; init; }

    public required bool Json { get; init; }
}
