using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>Brings the examples of a course into the slots of a kernel: as they are, or varied, and each with its weight.</summary>
internal sealed class Feed
{
    private readonly Dataset _data;
    private readonly Course _course;
    private readonly ILearningKernel _kernel;
    private readonly LitPixels? _lit;
    private readonly VariedExamples? _varied;
    private readonly float[]? _classWeights;

    public Feed(Dataset data, Course course, ILearningKernel kernel, TrainingOptions options, Crew crew)
    {
        (_data, _course, _kernel) = (data, course, kernel);
        _classWeights = options.ClassWeights?.Select(weight => (float)weight).ToArray();
        if (options.Augmentation is { } augmentation) _varied = new VariedExamples(data, course.Order, augmentation, options.Seed, crew);
        // Where nothing is announced they are listed when the first is learned from: who only looks at a network need not wait for it.
        else if (NetworkKernel.Prefetches) _lit = data.LitPixels;
    }

    /// <summary>Puts some examples into the slots, from the first.</summary>
    /// <param name="place">Where in the epoch's order they begin.</param>
    /// <param name="count">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Put(int place, int count)
    {
        var examples = _course.Order.Slice(place, count);
        if (_varied is null)
        {
            _kernel.SetExamples(_data, examples);
        }
        else
        {
            for (int e = 0; e < count; e++) _kernel.SetInput(e, _varied.At(_course.Epoch, place + e));
            _kernel.SetTargets(_data.Labels, examples);
        }

        if (_classWeights is null) return;
        for (int e = 0; e < count; e++) _kernel.SetWeight(e, _classWeights[_data.Labels[examples[e]]]);
    }

    /// <summary>Says which examples come next: the order is known, so they can be on their way from memory while others are worked on.</summary>
    /// <param name="place">Where in the epoch's order they begin.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Announce(int place)
    {
        if (_lit is null || place >= _data.Count) return;
        var next = _course.Order.Slice(place, Math.Min(_kernel.Capacity, _data.Count - place));
        for (int e = 0; e < next.Length; e++) _kernel.Announce(e, _lit, next[e]);
    }
}
