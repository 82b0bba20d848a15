namespace Nabla;

internal static class NetworkKernelExtensions
{
    /// <summary>Puts an example of a data set into a slot, input and target.</summary>
    public static void SetExample(this INetworkKernel kernel, int slot, Dataset data, int index)
    {
        if (data.LitPixels is { } lit) kernel.SetInput(slot, lit, index);
        else if (data.IsImages) kernel.SetInput(slot, data.Image(index));
        else kernel.SetInput(slot, data.Values.Slice(index * data.Inputs, data.Inputs));
        if (data.IsRegression) kernel.SetTarget(slot, data.Target(index));
        else kernel.SetTarget(slot, data.Labels[index]);
        GC.KeepAlive(data);
    }
}
