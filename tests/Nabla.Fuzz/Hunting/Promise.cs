namespace Nabla.Fuzz;

/// <summary>Something that must be true of whatever was accepted, such as that it can be saved and read again.</summary>
internal static class Promise
{
    public static void That(bool isKept, string promise)
    {
        if (!isKept) throw new BrokenPromiseException(promise);
    }
}

/// <summary>A promise that was not kept.</summary>
/// <param name="promise">Which.</param>
internal sealed class BrokenPromiseException(string promise) : Exception(promise);
