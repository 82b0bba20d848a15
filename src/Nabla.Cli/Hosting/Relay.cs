namespace Nabla.Cli;

/// <summary>Progress that is told at once, on the thread that makes it; <see cref="Progress{T}"/> would tell it later.</summary>
internal sealed class Relay<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
