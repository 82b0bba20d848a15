namespace Nabla;

/// <summary>A number that a kind of optimizer can be set to, besides the learning rate.</summary>
/// <param name="Name">Its name in a run's name and on the command line; kinds may share it.</param>
/// <param name="Summary">What it is.</param>
/// <param name="What">What a message calls it.</param>
/// <param name="Range">What it must be, in words.</param>
/// <param name="Allows">Whether an optimizer may have a value.</param>
/// <param name="Get">Its value.</param>
/// <param name="With">The optimizer with another value.</param>
public sealed record OptimizerSetting(
    string Name, string Summary, string What, string Range,
    Func<Optimizer, double, bool> Allows, Func<Optimizer, double> Get, Func<Optimizer, double, Optimizer> With)
{
    /// <summary>What is wrong with its value, with the mend; null where all is well.</summary>
    /// <param name="optimizer">An optimizer that has it.</param>
    /// <exception cref="ArgumentException">It has none.</exception>
    public string? Problem(Optimizer optimizer) => Get(optimizer) is var value && Allows(optimizer, value) ? null : $"The {What} is {value}; it must be {Range}.";

    /// <summary>The setting of one kind.</summary>
    internal static OptimizerSetting Of<T>(
        string name, string summary, string what, string range, Func<T, double, bool> allows, Func<T, double> get, Func<T, double, T> with)
        where T : Optimizer =>
        new(name, summary, what, range, (o, value) => allows(Own<T>(o, what), value), o => get(Own<T>(o, what)), (o, value) => with(Own<T>(o, what), value));

    /// <summary>A part that is kept, in [0, 1).</summary>
    internal static OptimizerSetting Part<T>(string name, string summary, string what, double usual, Func<T, double> get, Func<T, double, T> with)
        where T : Optimizer =>
        Of(name, summary, what, $"at least 0 and less than 1, such as {usual}", (_, value) => value is >= 0 and < 1, get, with);

    /// <summary>The momentum μ.</summary>
    internal static OptimizerSetting Velocity<T>(Func<T, double> get, Func<T, double, T> with)
        where T : Optimizer =>
        Part("momentum", "the part of the velocity that is kept from step to step", "momentum", 0.9, get, with);

    /// <summary>The ε of a quotient.</summary>
    internal static OptimizerSetting Small<T>(string what, Func<T, double> get, Func<T, double, T> with)
        where T : Optimizer =>
        Of("epsilon", "what keeps the quotient finite", what, "positive, such as 1e-8", (_, value) => value > 0 && double.IsFinite(value), get, with);

    private static T Own<T>(Optimizer optimizer, string what)
        where T : Optimizer =>
        optimizer as T ?? throw new ArgumentException($"The optimizer {optimizer?.Name} has no {what}.");
}
