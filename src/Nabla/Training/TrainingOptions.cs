namespace Nabla;

/// <summary>
/// How a network is trained. Together with the network and the data these decide every bit of the result.
/// The defaults are the lectures': quadratic cost, plain gradient descent with η = 1, mini-batches of 10.
/// </summary>
public sealed record TrainingOptions
{
    private const int MaxThreads = 1024;

    /// <summary>The cost to descend. <see cref="Cost.Quadratic"/> unless set.</summary>
    public Cost Cost { get; init; } = Cost.Quadratic;

    /// <summary>How parameters follow the gradient. <see cref="Sgd"/> with its usual η unless set.</summary>
    public Optimizer Optimizer { get; init; } = new Sgd();

    /// <summary>How the learning rate changes in the course of the run; not at all unless set.</summary>
    public LearningRateSchedule Schedule { get; init; } = new ConstantRate();

    /// <summary>
    /// Examples in a mini-batch, at least 1; 10 unless set. More than there are examples means all of them: plain
    /// gradient descent, one step an epoch.
    /// </summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>How often the data is gone through, at least 1; 30 unless set.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>Decides the order of the examples; 1 unless set.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// The λ of L2 regularisation, which adds <c>λ/2n · Σw²</c> to the cost, n the number of training examples
    /// (Nielsen, chapter 3, equation 85); at least 0, and 0 unless set. Biases are left alone. Reported costs are without it.
    /// </summary>
    public double L2 { get; init; }

    /// <summary>
    /// The λ of L1 regularisation, which adds <c>λ/n · Σ|w|</c> to the cost (Nielsen, chapter 3, equation 95); at least 0, and 0
    /// unless set. Biases are left alone. Reported costs are without it.
    /// </summary>
    public double L1 { get; init; }

    /// <summary>
    /// The probability with which a hidden neuron is left out of a training step; those that stay count for
    /// <c>1/(1 − p)</c>, so that nothing need change when the network is used (Srivastava et al. 2014). In [0, 1); 0 unless set.
    /// </summary>
    public double DropOut { get; init; }

    /// <summary>
    /// The greatest length that a gradient may have; a longer one is shortened to it (Pascanu, Mikolov and Bengio 2013).
    /// Positive; unlimited unless set.
    /// </summary>
    public double MaximumGradient { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// How much the error of an example of each class counts, a positive number a class; all alike where null. Reported costs are without it.
    /// </summary>
    public IReadOnlyList<double>? ClassWeights { get; init; }

    /// <summary>How images are varied before each is learned from, afresh in every epoch; not at all unless set.</summary>
    public Augmentation? Augmentation { get; init; }

    /// <summary>When to stop before the last epoch; never unless set.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>
    /// Threads to work with, at least 1; as many as the machine has processors unless set. The result does not depend on it.
    /// </summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Everything that is wrong with these options for a network and data, each with its mend; empty where all is well.</summary>
    /// <param name="network">The network to be trained.</param>
    /// <param name="data">The data to train it on.</param>
    public IReadOnlyList<Said> Problems(Network network, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        var problems = new List<Said>(Missing());
        if (problems.Count > 0) return problems;
        double rate = Optimizer.LearningRate;
        problems.AddRange(Optimizer.Problems());
        problems.AddRange(Schedule.Problems());
        problems.AddRange(TrainingSettings.All.Select(setting => setting.Problem(this)).OfType<Said>());
        if (Augmentation is not null && !data.IsImages)
            problems.Add($"The inputs of '{Printable.Path(data.Name)}' are numbers, not images; only images can be augmented.");
        if (Threads is < 1 or > MaxThreads) problems.Add($"The number of threads is {Threads}; it must be from 1 to {MaxThreads}.");
        if (ClassWeights is { } weights)
        {
            if (data.IsRegression)
                problems.Add($"There are class weights, but the targets of '{Printable.Path(data.Name)}' are numbers; leave the weights out.");
            else if (weights.Count != data.Classes)
                problems.Add($"There are {weights.Count} class weights, but '{Printable.Path(data.Name)}' has {data.Classes} classes; give one for each.");
        }

        if (Optimizer.IsPlain && L2 > 0 && rate * L2 >= data.Count)
            problems.Add($"The learning rate times L2 is {rate * L2}; it must be less than the number of examples, {data.Count}, or every step turns the weights' signs.");
        problems.AddRange(Fit.Problems(network, data, Cost, toTrain: true));
        return problems;
    }

    private IEnumerable<Said> Missing()
    {
        if (Cost is null) yield return $"There is no cost; give one, such as quadratic.";
        if (Optimizer is null) yield return $"There is no optimizer; give one, such as sgd.";
        if (Schedule is null) yield return $"There is no schedule of the learning rate; leave it out for a constant one.";
    }
}
