namespace Nabla.Browser;

/// <summary>Long work, done a slice at a time: call again until there is a result.</summary>
/// <param name="Done">The part that is done, 0 to 1.</param>
/// <param name="Result">The result; null until all is done.</param>
internal sealed record Sliced<T>(double Done, T? Result)
    where T : class;
