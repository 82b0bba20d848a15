using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>A step of gradient descent: a look at the next mini-batch of a course, and, where its cost is a number, a move.</summary>
internal abstract class TrainingStep(ILearningKernel kernel, Course course, Feed feed, TrainingOptions options)
{
    // What drop-out draws in every step follows from it and the step's number.
    private readonly ulong _draw = Rng.Mix(Rng.Mix(options.Seed) ^ RngStream.DropOut);

    protected ILearningKernel Kernel => kernel;

    protected Course Course => course;

    protected TrainingOptions Options => options;

    /// <summary>The fastest that does what the options say, for a trainer by itself or with others.</summary>
    public static TrainingStep Create(ILearningKernel kernel, Course course, Feed feed, TrainingOptions options, ICollective collective) =>
        collective.Size == 1 && options.Optimizer.IsPlain && options.L1 == 0 && double.IsPositiveInfinity(options.MaximumGradient)
            ? new FusedStep(kernel, course, feed, options)
            : new GradientStep(kernel, course, feed, options, collective);

    /// <summary>Looks at the next mini-batch. The parameters stay as they are.</summary>
    /// <returns>The sum of its examples' costs.</returns>
    public abstract double Look();

    /// <summary>Moves the parameters by what <see cref="Look"/> saw.</summary>
    /// <param name="rate">The learning rate now.</param>
    public abstract void Move(double rate);

    /// <summary>Says which examples of the mini-batch after this one will be looked at first.</summary>
    /// <param name="from">Their place in it.</param>
    protected void Announce(int from) => feed.Announce(course.Start + course.BatchLength + from);

    /// <summary>Forward and backward pass of some examples.</summary>
    /// <param name="from">Their place in the mini-batch.</param>
    /// <param name="count">How many, at most as many as there are slots.</param>
    /// <returns>The sum of their costs.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected double Pass(int from, int count)
    {
        feed.Put(course.Start + from, count);
        if (options.DropOut > 0) kernel.DropOut((float)options.DropOut, Rng.Mix(_draw ^ (ulong)course.Step) + (ulong)from);
        kernel.Forward(count);
        double cost = kernel.CostSum(count);
        kernel.Backward(count);
        return cost;
    }

    /// <summary>Gathers the gradient of some examples, however many.</summary>
    /// <param name="from">Their place in the mini-batch.</param>
    /// <param name="end">The place behind the last.</param>
    /// <returns>The sum of their costs.</returns>
    protected double Gather(int from, int end)
    {
        double cost = 0;
        kernel.ClearGradient();
        for (; from < end; from += kernel.Capacity)
        {
            int count = Math.Min(kernel.Capacity, end - from);
            cost += Pass(from, count);
            kernel.Accumulate(count);
        }

        return cost;
    }
}
