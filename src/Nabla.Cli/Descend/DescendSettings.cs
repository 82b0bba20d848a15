namespace Nabla.Cli;

/// <summary>What <c>descend</c> is to do with a function.</summary>
/// <param name="Function">The function.</param>
/// <param name="Starts">Where to start.</param>
/// <param name="Descent">How to go down.</param>
/// <param name="Basins">Whether to say which start leads where.</param>
/// <param name="Rows">Rows of the table of steps.</param>
/// <param name="Picture">A file for the picture; none where null.</param>
/// <param name="Json">Whether a program will read the result.</param>
internal sealed record DescendSettings(
    Objective Function, IReadOnlyList<IReadOnlyList<double>> Starts, DescentOptions Descent, bool Basins, int Rows, string? Picture, bool Json);

/// <summary>What <c>descend</c> is to do with a network's cost.</summary>
/// <param name="Model">The network.</param>
/// <param name="Others">Other networks to lay the line or the plane through.</param>
/// <param name="IsLine">Whether a random line was asked for.</param>
/// <param name="Paths">Whether the ways of training are to be shown.</param>
/// <param name="IsRandomPlane">Whether a random plane was asked for by name.</param>
/// <param name="Range">How far to look; as usual where null.</param>
/// <param name="Points">Points along each direction; as usual where null.</param>
/// <param name="Seed">Decides every draw.</param>
/// <param name="LearningRate">That of the paths; as usual where null.</param>
/// <param name="Steps">Steps of the paths.</param>
/// <param name="BatchSize">Examples in a mini-batch of them.</param>
/// <param name="Data">Which data; those of the network where null.</param>
/// <param name="Examples">How many of the training examples.</param>
/// <param name="Picture">A file for the picture; none where null.</param>
/// <param name="Json">Whether a program will read the result.</param>
internal sealed record SliceSettings(
    string Model, IReadOnlyList<string> Others, bool IsLine, bool Paths, bool IsRandomPlane, double? Range, int? Points, ulong Seed,
    double? LearningRate, int Steps, int BatchSize, string? Data, int Examples, string? Picture, bool Json);
