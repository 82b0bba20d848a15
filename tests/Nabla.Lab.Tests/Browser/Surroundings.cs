namespace Nabla.Lab.Tests;

/// <summary>What the command finds around it here: this clone, and its output on the test's.</summary>
internal static class Surroundings
{
    public static Host Host { get; } = new() { Out = Console.Out, Error = Console.Error, Variable = Environment.GetEnvironmentVariable };
}
