using FsCheck;

namespace Nabla.Tests;

/// <summary>Properties are tried on the same inputs every time: a build must not fail by the luck of the draw.</summary>
internal static class Repeatable
{
    public static Config Config { get; } = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261121, 31);
}
