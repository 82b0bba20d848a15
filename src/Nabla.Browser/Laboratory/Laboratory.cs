namespace Nabla.Browser;

/// <summary>
/// The engine as the page uses it: data, one run, one moment of it, and what can be asked about that moment. Every public method
/// can be called from the page; their types there are made from these.
/// </summary>
/// <remarks>Whatever cannot be answered throws with one sentence that says why and what to do.</remarks>
internal sealed partial class Laboratory
{
    /// <summary>What the engine can do, by name.</summary>
    public Description Describe() => throw new NotSupportedException();
}
