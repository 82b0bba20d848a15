namespace Nabla;

/// <summary>An optimizer's step on vectors.</summary>
internal abstract class OptimizerKernel<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    /// <summary>The vector form of an optimizer: every kind has its line here.</summary>
    public static OptimizerKernel<L, V> For(Optimizer optimizer) => optimizer switch
    {
        Sgd => new PlainStep(),
        Momentum o => new RuleStep<MomentumRule<L, V>>((rate, _) => new(o, rate)),
        Nesterov o => new RuleStep<NesterovRule<L, V>>((rate, _) => new(o, rate)),
        RmsProp o => new RuleStep<RmsPropRule<L, V>>((rate, _) => new(o, rate)),
        Adam o => new RuleStep<AdamRule<L, V>>((rate, step) => new(o, rate, step)),
        AdamW o => new RuleStep<AdamRule<L, V>>((rate, step) => new(o, rate, step), rate => 1 - rate * o.WeightDecay),
        _ => throw new NotSupportedException($"The optimizer {optimizer.Name} has no vector form."),
    };

    /// <summary>Begins a step; the layers follow, part by part.</summary>
    /// <param name="rate">The learning rate now.</param>
    /// <param name="step">The number of the step, from 1.</param>
    /// <param name="scale">What the gradient is multiplied by.</param>
    public abstract void Begin(double rate, long step, float scale);

    /// <summary>One part of a layer's step.</summary>
    public abstract void Step(KernelLayer<L, V> layer, PackedLayer gradient, OptimizerState state, int index, int part, int parts);

    /// <summary><c>θ ← θ − η·g</c>, with one factor for both numbers.</summary>
    private sealed class PlainStep : OptimizerKernel<L, V>
    {
        private float _scale;

        public override void Begin(double rate, long step, float scale) => _scale = (float)-rate * scale;

        public override void Step(KernelLayer<L, V> layer, PackedLayer gradient, OptimizerState state, int index, int part, int parts) =>
            layer.Add(gradient, _scale, part, parts);
    }

    /// <summary>By a rule that is made anew for every step, after weights are multiplied by a factor where there is a decay.</summary>
    private sealed class RuleStep<TRule>(Func<double, long, TRule> make, Func<double, double>? decay = null) : OptimizerKernel<L, V>
        where TRule : struct, IUpdateRule<V>
    {
        private TRule _rule;
        private float _kept, _scale;

        public override void Begin(double rate, long step, float scale) =>
            (_rule, _kept, _scale) = (make(rate, step), (float)(decay?.Invoke(rate) ?? 1), scale);

        public override void Step(KernelLayer<L, V> layer, PackedLayer gradient, OptimizerState state, int index, int part, int parts) =>
            layer.Step(_rule, _kept, gradient, state.First(index), state.Second(index), _scale, part, parts);
    }
}
