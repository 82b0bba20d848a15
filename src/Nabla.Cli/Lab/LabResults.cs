namespace Nabla.Cli;

/// <summary>What <c>lab --json</c> prints.</summary>
/// <param name="Address">Where the page is.</param>
/// <param name="Port">The port of 127.0.0.1.</param>
/// <param name="Data">The published data that the page can have.</param>
/// <param name="Runs">The folders whose runs it shows.</param>
internal sealed record LabAddress(string Address, int Port, IReadOnlyList<string> Data, IReadOnlyList<string> Runs);

/// <summary>What <c>lab --export --json</c> prints.</summary>
/// <param name="Folder">Where the page was written.</param>
/// <param name="Files">How many files it has.</param>
/// <param name="Bytes">Their length, without the compressed copies.</param>
/// <param name="CompressedBytes">The length over the wire from a host that offers Brotli.</param>
internal sealed record SiteExportResult(string Folder, int Files, long Bytes, long CompressedBytes);

/// <summary>A published data set as <c>data/NAME/index.json</c> offers it to the page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Available">Whether its four files are at hand.</param>
/// <param name="Files">Their names below <c>data/NAME/</c>; null where they are not at hand.</param>
internal sealed record OfferedData(string Name, bool Available, OfferedFiles? Files);

/// <summary>The names of four IDX files, gzipped or not.</summary>
internal sealed record OfferedFiles(string TrainImages, string TrainLabels, string TestImages, string TestLabels);

/// <summary>What <c>runs/index.json</c> offers to the page.</summary>
/// <param name="Runs">The runs; the name of each is its path below <c>runs/</c>.</param>
/// <param name="Models">The networks; the path of each is below <c>runs/</c>.</param>
internal sealed record OfferedRuns(IReadOnlyList<OfferedRun> Runs, IReadOnlyList<OfferedModel> Models);

/// <summary>A run, and those of its files that can be read.</summary>
internal sealed record OfferedRun(string Path, IReadOnlyList<string> Files, RunSummary Summary);

/// <summary>A network in a file.</summary>
internal sealed record OfferedModel(string Path, string Name, long Bytes);
