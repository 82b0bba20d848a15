namespace Nabla.Cli;

/// <summary>What <c>data list --json</c> prints for a set.</summary>
internal sealed record DataListEntry
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>Whether it can be used without a download.</summary>
    public required bool Available { get; init; }

    public string? Where { get; init; }
}

/// <summary>What <c>data get --json</c> and <c>data make --json</c> print.</summary>
internal sealed record DataPlace(string Name, string Folder);

/// <summary>What <c>data info --json</c> prints.</summary>
internal sealed record DataInfo
{
    public required string Name { get; init; }

    public required string Where { get; init; }

    public required int Inputs { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int Classes { get; init; }

    public required DataPartInfo Train { get; init; }

    public required DataPartInfo Test { get; init; }
}

/// <summary>Counts and pixel statistics of the training or the test examples.</summary>
internal sealed record DataPartInfo
{
    public required int Examples { get; init; }

    public required IReadOnlyList<int> PerClass { get; init; }

    /// <summary>Mean of the inputs, pixels as <c>x/255</c>.</summary>
    public required double Mean { get; init; }

    /// <summary>Their standard deviation.</summary>
    public required double Deviation { get; init; }

    /// <summary>The part of the inputs that is zero.</summary>
    public required double Dark { get; init; }
}
