using System.Diagnostics.CodeAnalysis;

namespace Nabla;

/// <summary>
/// How the learning rate changes in the course of a run: a factor by which the optimizer's own is multiplied, step by step.
/// </summary>
public abstract record LearningRateSchedule
{
    private protected LearningRateSchedule(string name) => Name = name;

    /// <summary>Epochs at the beginning over which the rate grows evenly from 0 to what the schedule says; 0 unless set.</summary>
    public double WarmUpEpochs { get; init; }

    /// <summary>Its name in files and on the command line.</summary>
    public string Name { get; }

    /// <summary>Every schedule there is, each with its usual settings.</summary>
    public static IReadOnlyList<LearningRateSchedule> All =>
        [new ConstantRate(), new StepDecay(), new CosineDecay(), new OneCycle(), new ReduceOnPlateau()];

    /// <summary>The schedule of that name, with its usual settings.</summary>
    /// <param name="name">For example <c>cosine</c>; upper and lower case are alike.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static LearningRateSchedule Parse(string name) => TryParse(name, out var schedule)
        ? schedule
        : throw Refusal.Argument($"There is no schedule '{Printable.Name(name)}'. Known: {Said.Names([.. All.Select(known => known.Name)])}.");

    /// <summary>Finds the schedule of a name, if there is one.</summary>
    /// <param name="name">The name; upper and lower case are alike.</param>
    /// <param name="schedule">What was found.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? name, [NotNullWhen(true)] out LearningRateSchedule? schedule) =>
        (schedule = All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) is not null;

    /// <summary>The factor for a step.</summary>
    /// <param name="step">The step about to be taken, from 0.</param>
    /// <param name="stepsPerEpoch">Steps in an epoch, at least 1.</param>
    /// <param name="epochs">Epochs of the whole run, at least 1.</param>
    /// <returns>The factor, at least 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than that.</exception>
    public double Factor(long step, int stepsPerEpoch, int epochs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerEpoch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        double warmUp = WarmUpEpochs * stepsPerEpoch;
        double ramp = step + 1 < warmUp ? (step + 1) / warmUp : 1;
        return ramp * FactorAt(step, stepsPerEpoch, (long)stepsPerEpoch * epochs);
    }

    /// <summary>What is wrong with its settings, each with its mend; empty where all is well.</summary>
    public IEnumerable<Said> Problems() => Settings.Select(setting => setting.Problem(this)).OfType<Said>();

    /// <summary>What can be set of it.</summary>
    internal virtual IReadOnlyList<Setting<LearningRateSchedule>> Settings =>
    [
        Own("warm-up", $"epochs over which the learning rate grows to its full height", SettingValues.NotNegative with { Symbol = "EPOCHS" }, "1",
            (LearningRateSchedule s) => s.WarmUpEpochs, (s, x) => s with { WarmUpEpochs = x }),
    ];

    /// <summary>A setting of one kind of schedule.</summary>
    private protected static Setting<LearningRateSchedule> Own<T, TValue>(
        string name, Said summary, SettingValues<TValue> values, string example, Func<T, TValue> get, Func<T, TValue, LearningRateSchedule> set)
        where T : LearningRateSchedule => Setting<LearningRateSchedule>.Of(name, summary, values, example, get, set, group: SettingGroups.LearningRate);

    private protected abstract double FactorAt(long step, int stepsPerEpoch, long steps);

    /// <summary>From 1 to 0 along half a wave of the cosine, while <paramref name="part"/> goes from 0 to 1.</summary>
    private protected static double HalfWave(double part) => (1 + DeterministicMath.CosPi(part)) / 2;
}

/// <summary>The same rate from the first step to the last.</summary>
public sealed record ConstantRate() : LearningRateSchedule("constant")
{
    private protected override double FactorAt(long step, int stepsPerEpoch, long steps) => 1;
}

/// <summary>The rate is multiplied by <see cref="Decay"/> after every <see cref="Every"/> epochs.</summary>
public sealed record StepDecay() : LearningRateSchedule("step")
{
    /// <summary>Epochs between one fall and the next, at least 1; 10 unless set.</summary>
    public int Every { get; init; } = 10;

    /// <summary>What the rate is multiplied by, in (0, 1]; ½ unless set.</summary>
    public double Decay { get; init; } = 0.5;

    internal override IReadOnlyList<Setting<LearningRateSchedule>> Settings =>
    [
        .. base.Settings,
        Own("step-every", $"epochs between one fall of the learning rate and the next", SettingValues.AtLeastOne, "10", (StepDecay s) => s.Every, (s, x) => s with { Every = x }),
        Own("step-decay", $"what it is then multiplied by", SettingValues.PositiveUpToOne, "0.5", (StepDecay s) => s.Decay, (s, x) => s with { Decay = x }),
    ];

    private protected override double FactorAt(long step, int stepsPerEpoch, long steps) =>
        DeterministicMath.Power(Decay, step / ((long)stepsPerEpoch * Every));
}

/// <summary>
/// The rate falls from its full height to <see cref="Least"/> of it along half a wave of the cosine (Loshchilov and Hutter 2017,
/// without restarts): <c>least + (1 − least)·½(1 + cos πs/S)</c> at step s of S.
/// </summary>
public sealed record CosineDecay() : LearningRateSchedule("cosine")
{
    /// <summary>The part that is left at the end, in [0, 1]; 0 unless set.</summary>
    public double Least { get; init; }

    internal override IReadOnlyList<Setting<LearningRateSchedule>> Settings =>
    [
        .. base.Settings,
        Own("cosine-least", $"the part of the learning rate that is left at the end", SettingValues.UpToOne, "0.01", (CosineDecay s) => s.Least, (s, x) => s with { Least = x }),
    ];

    private protected override double FactorAt(long step, int stepsPerEpoch, long steps) => Least + (1 - Least) * HalfWave((double)step / steps);
}

/// <summary>
/// One cycle (Smith 2018): up from <c>1/25</c> to the full rate during the first part of the run, then down to <c>1/250,000</c>, each
/// along half a wave of the cosine, as PyTorch's OneCycleLR does.
/// </summary>
public sealed record OneCycle() : LearningRateSchedule("one-cycle")
{
    private const double First = 1.0 / 25, Last = First / 1e4;

    /// <summary>The part of the run in which the rate rises, in (0, 1); 0.3 unless set.</summary>
    public double Rise { get; init; } = 0.3;

    internal override IReadOnlyList<Setting<LearningRateSchedule>> Settings =>
    [
        .. base.Settings,
        Own("one-cycle-rise", $"the part of the run in which the learning rate rises",
            SettingValues.BetweenZeroAndOne, "0.3", (OneCycle s) => s.Rise, (s, x) => s with { Rise = x }),
    ];

    private protected override double FactorAt(long step, int stepsPerEpoch, long steps)
    {
        double top = Rise * steps - 1;
        if (step <= top) return 1 + (First - 1) * HalfWave(top > 0 ? step / top : 1);
        return Last + (1 - Last) * HalfWave((step - top) / (steps - 1 - top));
    }
}

/// <summary>
/// The rate is multiplied by <see cref="Decay"/> when the cost has not fallen for <see cref="Patience"/> epochs; the cost of the
/// validation examples where there are some, else of the training examples.
/// </summary>
public sealed record ReduceOnPlateau() : LearningRateSchedule("plateau")
{
    /// <summary>Epochs without improvement before the rate falls, at least 1; 3 unless set.</summary>
    public int Patience { get; init; } = 3;

    /// <summary>What the rate is multiplied by, in (0, 1); ½ unless set.</summary>
    public double Decay { get; init; } = 0.5;

    internal override IReadOnlyList<Setting<LearningRateSchedule>> Settings =>
    [
        .. base.Settings,
        Own("plateau-patience", $"epochs without improvement before the learning rate falls",
            SettingValues.AtLeastOne, "3", (ReduceOnPlateau s) => s.Patience, (s, x) => s with { Patience = x }),
        Own("plateau-decay", $"what it is then multiplied by", SettingValues.BetweenZeroAndOne, "0.5", (ReduceOnPlateau s) => s.Decay, (s, x) => s with { Decay = x }),
    ];

    // What the costs make of it is the trainer's to know.
    private protected override double FactorAt(long step, int stepsPerEpoch, long steps) => 1;
}
