namespace Nabla;

/// <summary>
/// A step along the whole gradient, which is gathered, summed over all trainers, penalised (L1, L2), shortened where it is too long, and
/// handed to the optimizer's rule.
/// </summary>
internal sealed class GradientStep(ILearningKernel kernel, Course course, Feed feed, TrainingOptions options, ICollective collective)
    : TrainingStep(kernel, course, feed, options)
{
    public override double Look()
    {
        // This trainer's share; of a mini-batch with fewer examples than trainers perhaps none.
        int from = WorkShare.Share(Course.BatchLength, collective.Rank, collective.Size);
        Announce(from);
        double cost = Gather(from, WorkShare.Share(Course.BatchLength, collective.Rank + 1, collective.Size));

        // All see one cost, so that all diverge or none.
        collective.Sum(new Span<double>(ref cost));
        return cost;
    }

    public override void Move(double rate)
    {
        for (int i = 0; i < Kernel.Gradient.Count; i++) collective.Sum(Kernel.Gradient[i].Span);

        // The gradient is a sum here, so what belongs to its mean comes in as many times.
        int count = Course.BatchLength;
        float share = (float)count / Course.Order.Count;
        if (Options.L1 > 0 || Options.L2 > 0) Kernel.Penalize((float)Options.L1 * share, (float)Options.L2 * share);
        double scale = 1.0 / count;
        if (double.IsFinite(Options.MaximumGradient))
        {
            double length = Math.Sqrt(Kernel.SquaredGradient()) * scale;
            if (length > Options.MaximumGradient) scale *= Options.MaximumGradient / length;
        }

        Kernel.Step(Options.Optimizer, rate, Course.Step + 1, (float)scale);
    }
}
