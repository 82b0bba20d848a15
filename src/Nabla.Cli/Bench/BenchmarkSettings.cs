namespace Nabla.Cli;

/// <summary>Everything that <c>nabla bench</c> was told, with defaults filled in.</summary>
/// <param name="Jobs">What to time.</param>
/// <param name="Data">On which data.</param>
/// <param name="Time">How long a job is timed.</param>
/// <param name="Threads">Threads to train with.</param>
/// <param name="Json">Whether a program will read the result.</param>
internal sealed record BenchmarkSettings(
    IReadOnlyList<BenchmarkJob> Jobs, DataRequest Data, TimeSpan Time, int Threads, bool Json);
