namespace Nabla;

internal static class ForwardKernelExtensions
{
    /// <summary>Puts examples of a data set into the slots from the first, inputs and targets.</summary>
    public static void SetExamples(this IForwardKernel kernel, Dataset data, ReadOnlySpan<int> examples)
    {
        if (data.LitPixels is { } lit)
        {
            kernel.SetInputs(lit, examples);
        }
        else
        {
            for (int e = 0; e < examples.Length; e++)
            {
                if (data.IsImages) kernel.SetInput(e, data.Image(examples[e]));
                else kernel.SetInput(e, data.Input(examples[e]));
            }
        }

        if (data.IsRegression)
        {
            for (int e = 0; e < examples.Length; e++) kernel.SetTarget(e, data.Target(examples[e]));
        }
        else
        {
            kernel.SetTargets(data.Labels, examples);
        }

        GC.KeepAlive(data);
    }
}
