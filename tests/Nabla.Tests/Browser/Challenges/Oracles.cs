namespace Nabla.Tests.Browser.Challenges;

/// <summary>An oracle for each challenge.</summary>
internal static partial class Oracles
{
    public static IReadOnlyList<Oracle> All { get; } = [.. Passes(), .. Learning()];
}
