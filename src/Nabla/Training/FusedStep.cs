using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// Plain descent, <c>θ ← θ − η·∂C/∂θ</c>: each product is added to the weights themselves, and no gradient is ever stored. A mini-batch of more
/// examples than there are slots is gathered first.
/// </summary>
internal sealed class FusedStep(ILearningKernel kernel, Course course, Feed feed, TrainingOptions options) : TrainingStep(kernel, course, feed, options)
{
    private bool IsGathered => Course.BatchLength > Kernel.Capacity;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double Look()
    {
        Announce(from: 0);
        return IsGathered ? Gather(0, Course.BatchLength) : Pass(0, Course.BatchLength);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Move(double rate)
    {
        int count = Course.BatchLength;
        float scale = (float)(-rate / count);
        if (Options.L2 > 0) Kernel.Decay((float)(1 - rate * Options.L2 / Course.Order.Count));
        if (IsGathered) Kernel.Apply(scale);
        else Kernel.Descend(count, scale);
    }
}
