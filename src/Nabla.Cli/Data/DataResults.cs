namespace Nabla.Cli;

/// <summary>What <c>data list --json</c> prints for a set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Available">Whether it can be used without a download.</param>
/// <param name="Where">Where it is; null where it is not on this machine.</param>
internal sealed record DataListEntry(string Name, string Description, bool Available, string? Where);

/// <summary>What <c>data get --json</c> and <c>data make --json</c> print.</summary>
internal sealed record DataPlace(string Name, string Folder);

/// <summary>What <c>data info --json</c> prints.</summary>
internal sealed record DataInfo(string Name, string Where, int Inputs, int Width, int Height, int Classes, DataPartInfo Train, DataPartInfo Test);

/// <summary>Counts and pixel statistics of the training or the test examples.</summary>
/// <param name="Examples">Number of examples.</param>
/// <param name="PerClass">Number of examples of each class.</param>
/// <param name="Mean">Mean of the inputs, pixels as <c>x/255</c>.</param>
/// <param name="Deviation">Their standard deviation.</param>
/// <param name="Dark">The part of the inputs that is zero.</param>
internal sealed record DataPartInfo(int Examples, IReadOnlyList<int> PerClass, double Mean, double Deviation, double Dark);
