using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// Trains a network by mini-batch gradient descent. The caller pulls: by <see cref="Examples"/>, <see cref="Batches"/> or
/// <see cref="Epochs"/>, in any mixture, each going on where the last one stopped. Whoever stops pulling has paused.
/// </summary>
/// <remarks>
/// <para>The network, the data and the options decide every bit of the result; how it is pulled does not.</para>
/// <para>
/// The network that is trained is always what training has made of it: it may be read, and changed, between any two steps, and training
/// goes on from there. Nothing is trained unless somebody pulls, and a loop over a trainer that has diverged throws.
/// </para>
/// <para>For one thread at a time; another one that comes meanwhile is refused with an <see cref="InvalidOperationException"/>.</para>
/// </remarks>
public sealed class Trainer
{
    private readonly Network _network;
    private readonly Network _lastGood;
    private readonly INetworkKernel _kernel;
    private readonly Evaluator _evaluator;
    private readonly EpochOrder _order;
    private readonly LitPixels? _lit;
    private readonly VariedExamples? _varied;
    private readonly CostWatch _watch;
    private readonly TimeProvider _clock;
    private readonly int _batchSize;
    private readonly bool _fuses;
    private readonly float[]? _classWeights;
    private readonly OneThread _turn = new($"This trainer");
    private readonly NetworkInTraining _trained;

    // The run's position: the epoch under way, where in its order the next mini-batch begins, and how many of that
    // mini-batch's examples have been looked at.
    private int _epoch;
    private int _start;
    private int _looked;
    private Network? _best;
    private TimeSpan _epochBegan;

    /// <summary>A trainer at the beginning of a run.</summary>
    /// <param name="network">The network to train, in place.</param>
    /// <param name="data">The examples to learn from.</param>
    /// <param name="options">How; the lectures' way where none are given.</param>
    /// <param name="clock">Measures the training time; the system's clock where none is given.</param>
    /// <param name="validation">
    /// Examples that are never learned from, by which early stopping and <see cref="ReduceOnPlateau"/> judge; the training examples
    /// where none are given.
    /// </param>
    /// <exception cref="TrainingOptionsException">The options do not make sense, by themselves or for this network and data.</exception>
    public Trainer(Network network, Dataset data, TrainingOptions? options = null, TimeProvider? clock = null, Dataset? validation = null)
    {
        Options = options ?? new TrainingOptions();
        var problems = Options.Problems(network, data);
        if (problems.Count > 0) throw new TrainingOptionsException(problems);

        if (validation is not null && (validation.Count == 0 || validation.Inputs != network.Inputs
            || validation.IsRegression != data.IsRegression
            || (data.IsRegression ? validation.Outputs != network.Outputs : validation.Classes > network.Outputs)))
            throw new TrainingOptionsException($"The validation examples '{Printable.Path(validation.Name)}' do not fit the network, or there are none.");

        Data = data;
        Validation = validation;
        _network = network;
        _classWeights = Options.ClassWeights?.Select(weight => (float)weight).ToArray();
        _lastGood = network.Clone();
        _clock = clock ?? TimeProvider.System;
        _batchSize = Math.Min(Options.BatchSize, data.Count);
        var crew = new Crew(Options.Threads);
        _kernel = NetworkKernel.Create(network, Options.Cost, Math.Min(_batchSize, NetworkKernel.MaxSlots), crew);
        _trained = new NetworkInTraining(network, _kernel, _turn);
        _evaluator = new Evaluator(network, Options.Cost, crew);
        _order = new EpochOrder(data.Count, Options.Seed);
        _watch = new CostWatch(Options.EarlyStopping, Options.Schedule as ReduceOnPlateau);
        if (Options.Augmentation is { } augmentation) _varied = new VariedExamples(data, _order, augmentation, Options.Seed, crew);
        else _lit = data.LitPixels;

        // Plain descent adds each product to the weights themselves; everything else must know the whole gradient first.
        _fuses = Options.Optimizer is Sgd && Options.L1 == 0 && double.IsPositiveInfinity(Options.MaximumGradient);
        _epoch = 1;
        _order.Shuffle(_epoch);
    }

    /// <summary>
    /// A trainer that goes on where another one was captured, to the very bits: the order of an epoch's examples follows from the seed
    /// and the epoch, drop-out from the seed and the step, so no generator's state is needed.
    /// </summary>
    /// <param name="state">What <see cref="Capture"/> gave; it is not changed.</param>
    /// <param name="data">The same examples as before.</param>
    /// <param name="options">The same options as before; the number of threads may differ.</param>
    /// <param name="clock">As in the constructor.</param>
    /// <param name="validation">The same validation examples as before.</param>
    /// <exception cref="TrainingOptionsException">As in the constructor.</exception>
    /// <exception cref="ArgumentException">The state is of other data or options.</exception>
    public static Trainer Resume(
        TrainerState state, Dataset data, TrainingOptions options, TimeProvider? clock = null, Dataset? validation = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        var trainer = new Trainer(state.Network.Clone(), data, options, clock, validation);
        trainer.Restore(state);
        return trainer;
    }

    /// <summary>The examples to learn from.</summary>
    public Dataset Data { get; }

    /// <summary>The examples that early stopping judges by; null without any.</summary>
    internal Dataset? Validation { get; }

    /// <summary>How the network is trained.</summary>
    public TrainingOptions Options { get; }

    /// <summary>Whether training goes on, and if not, why.</summary>
    public TrainingState State { get; private set; }

    /// <summary>The epoch under way, or the last one when training has ended; from 1.</summary>
    public int Epoch => Math.Min(_epoch, Options.Epochs);

    /// <summary>Steps of gradient descent so far.</summary>
    public long Step { get; private set; }

    /// <summary>The learning rate of the next step, by the schedule.</summary>
    public double LearningRate =>
        Options.Optimizer.LearningRate * _watch.Factor * Options.Schedule.Factor(Step, StepsPerEpoch, Options.Epochs);

    /// <summary>Steps in an epoch.</summary>
    public int StepsPerEpoch => (Data.Count + _batchSize - 1) / _batchSize;

    /// <summary>Time spent in training steps so far.</summary>
    public TimeSpan TrainingTime { get; private set; }

    /// <summary>
    /// Called by <see cref="Epochs"/> after every step, whose time includes it; not when training has diverged. The epoch's last step is still without its
    /// evaluation then: a state captured there lacks it.
    /// </summary>
    public Action<BatchReport>? Stepped { get; set; }

    /// <summary>The network as it is after the steps so far: the one that was given.</summary>
    public Network Network
    {
        get
        {
            _trained.Bring();
            return _network;
        }
    }

    /// <summary>
    /// Goes on example by example. An example is looked at with the parameters as they are; with the last one of a
    /// mini-batch they move. Nothing happens until it is enumerated.
    /// </summary>
    /// <exception cref="InvalidOperationException">Training has diverged before, or goes on in another thread.</exception>
    public IEnumerable<ExampleReport> Examples()
    {
        RefuseDiverged();
        try
        {
            while (State == TrainingState.Running) yield return TakeExample();
        }
        finally
        {
            _trained.Bring();
        }
    }

    /// <summary>
    /// Goes on mini-batch by mini-batch, to the end of the last epoch or until training diverges, which <see cref="State"/> then says.
    /// Nothing happens until it is enumerated.
    /// </summary>
    /// <exception cref="InvalidOperationException">Training has diverged before, or with the first mini-batch, or goes on in another thread.</exception>
    public IEnumerable<BatchReport> Batches() => AnyOf(BatchesIfAny());

    /// <summary>As <see cref="Batches"/>, for those who ask for <see cref="State"/> themselves.</summary>
    internal IEnumerable<BatchReport> BatchesIfAny()
    {
        try
        {
            while (State == TrainingState.Running)
            {
                var report = TimedStep();
                if (State == TrainingState.Diverged) yield break;
                yield return report;
            }
        }
        finally
        {
            _trained.Bring();
        }
    }

    /// <summary>
    /// Goes on epoch by epoch, to the last or until training diverges, which <see cref="State"/> then says, and evaluates the network after
    /// each. Nothing happens until it is enumerated.
    /// </summary>
    /// <param name="test">Examples to test on, never learned from; none where null.</param>
    /// <param name="cancellation">Stops within a mini-batch's time; <see cref="Network"/> is then as far as training came.</param>
    /// <exception cref="ArgumentException">The test examples do not fit the network.</exception>
    /// <exception cref="InvalidOperationException">Training has diverged before, or in the first epoch of the loop, or goes on in another thread.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<EpochReport> Epochs(Dataset? test = null, CancellationToken cancellation = default) => AnyOf(EpochsIfAny(test, cancellation));

    /// <summary>As <see cref="Epochs"/>, for those who ask for <see cref="State"/> themselves.</summary>
    internal IEnumerable<EpochReport> EpochsIfAny(Dataset? test = null, CancellationToken cancellation = default)
    {
        if (test is not null) Evaluator.CheckFits(_network.Inputs, _network.Outputs, test);
        try
        {
            while (State == TrainingState.Running)
            {
                if (TakeEpoch(test, cancellation) is not { } report) yield break;
                yield return report;
            }
        }
        finally
        {
            _trained.Bring();
        }
    }

    // A loop of no turns would say nothing of why.
    private IEnumerable<T> AnyOf<T>(IEnumerable<T> reports)
    {
        bool any = false;
        RefuseDiverged();
        foreach (var report in reports)
        {
            any = true;
            yield return report;
        }

        if (!any) RefuseDiverged();
    }

    private void RefuseDiverged()
    {
        if (State == TrainingState.Diverged)
        {
            throw Refusal.Operation($"Training diverged in epoch {Epoch}: its cost is no longer a finite number, and it cannot go on. "
                + $"The network is the last good one; begin again with a smaller learning rate than {Options.Optimizer.LearningRate}.");
        }
    }

    private ExampleReport TakeExample()
    {
        using var turn = _turn.Enter();
        _trained.TakeOver();
        int epoch = _epoch, position = _looked, index = _order.Slice(_start + position, 1)[0];
        SetExamples(_start + position, [index]);
        _kernel.DropOut(0, 0);
        _kernel.Forward(1);
        double cost = _kernel.CostSum(1);
        int seen = Data.IsRegression ? -1 : Evaluator.Largest(_kernel.Output(0));
        _looked++;
        bool complete = _looked == NextBatchLength;
        if (complete) TimedStep();
        return new ExampleReport(epoch, index, position, Data.Label(index), seen, cost, complete);
    }

    /// <summary>Finishes the epoch under way and evaluates; null where it diverged.</summary>
    private EpochReport? TakeEpoch(Dataset? test, CancellationToken cancellation)
    {
        using var turn = _turn.Enter();
        int epoch = _epoch, first = _start;
        TimeSpan before = _epochBegan;
        using var activity = NablaTelemetry.StartEpoch(epoch);
        TakeSteps(long.MaxValue, Timeout.InfiniteTimeSpan, Stepped, cancellation);
        if (State == TrainingState.Diverged) return null;

        var train = Evaluate(Data, "train")!;
        if (!double.IsFinite(train.Cost))
        {
            Diverge();
            return null;
        }

        var report = new EpochReport(epoch, Step, train, Evaluate(test, "test"), TrainingTime - before)
        {
            Validation = Evaluate(Validation, "validation"),
        };
        NablaTelemetry.EpochFinished(report, Data.Count - first, activity);
        EndEpoch(train.Cost, report.Validation?.Cost);
        return _watch.WithoutImprovement == 0 || _best is null || State == TrainingState.Running ? report : report with
        {
            Restored = new EpochReport(
                epoch - _watch.WithoutImprovement, Step - (long)_watch.WithoutImprovement * StepsPerEpoch, Evaluate(Data, "train")!, Evaluate(test, "test"), TimeSpan.Zero)
            {
                Validation = Evaluate(Validation, "validation"),
            },
        };
    }

    /// <summary>Goes on until a step is reached, the epoch ends or the time is up; after an epoch <see cref="EndEpoch"/> must follow.</summary>
    internal void TakeSteps(long until, TimeSpan time, Action<BatchReport>? stepped, CancellationToken cancellation = default)
    {
        using var turn = _turn.Enter();

        // Without a limit the clock is read once for all: a step of a small network takes only microseconds.
        bool isLimited = time != Timeout.InfiniteTimeSpan;
        long started = _clock.GetTimestamp();
        int epoch = _epoch;
        try
        {
            while (_epoch == epoch && State == TrainingState.Running && Step < until && !(isLimited && _clock.GetElapsedTime(started) >= time))
            {
                cancellation.ThrowIfCancellationRequested();
                var report = TakeStep();
                if (State != TrainingState.Diverged) stepped?.Invoke(report);
            }
        }
        finally
        {
            NoteTime(started, epoch);
        }
    }

    /// <summary>Draws the consequences of an epoch's costs, as <see cref="Epochs"/> does.</summary>
    internal void EndEpoch(double trainCost, double? validationCost)
    {
        if (double.IsFinite(trainCost)) NoteCost(validationCost ?? trainCost);
        else Diverge();
    }

    private Evaluation? Evaluate(Dataset? data, string split)
    {
        if (data is null) return null;
        using var activity = NablaTelemetry.StartEvaluation(split);
        return _evaluator.Run(Network, data);
    }

    /// <summary>Everything that is needed to go on from here, as a copy; see <see cref="Resume"/>.</summary>
    /// <exception cref="InvalidOperationException">Training goes on in another thread.</exception>
    public TrainerState Capture()
    {
        using var turn = _turn.Enter();
        return CaptureNow();
    }

    private TrainerState CaptureNow() => new()
    {
        Network = Network.Clone(),
        LastGood = _lastGood.Clone(),
        Best = _best?.Clone(),
        OptimizerStates = [.. Enumerable.Range(0, Options.Optimizer.StatesPerParameter).Select(i =>
        {
            var state = _network.Clone();
            _kernel.StoreState(Options.Optimizer, i, state);
            return state;
        })],
        Epoch = _epoch,
        Start = _start,
        Looked = _looked,
        Step = Step,
        State = State,
        TrainingTime = TrainingTime,
        EpochBegan = _epochBegan,
        BestCost = _watch.Best,
        EpochsWithoutImprovement = _watch.WithoutImprovement,
        PlateauCost = _watch.PlateauCost,
        EpochsOnPlateau = _watch.OnPlateau,
        PlateauFactor = _watch.Factor,
    };

    private void Restore(TrainerState state)
    {
        // One beyond the last epoch, training has ended.
        bool fits = state.IsPossible && state.Epoch - (state.State == TrainingState.Running ? 0 : 1) <= Options.Epochs
            && state.Start < Data.Count && state.Start % _batchSize == 0
            && state.Looked < Math.Min(_batchSize, Data.Count - state.Start)
            && state.Step == (state.Epoch - 1L) * StepsPerEpoch + state.Start / _batchSize
            && state.OptimizerStates.Count == Options.Optimizer.StatesPerParameter;
        if (!fits) throw Refusal.Argument($"The state is of a training with other data or options.", nameof(state));

        _lastGood.CopyFrom(state.LastGood);
        _best = state.Best?.Clone();
        for (int i = 0; i < state.OptimizerStates.Count; i++) _kernel.LoadState(Options.Optimizer, i, state.OptimizerStates[i]);
        (_epoch, _start, _looked, Step, State) = (state.Epoch, state.Start, state.Looked, state.Step, state.State);
        (TrainingTime, _epochBegan) = (state.TrainingTime, state.EpochBegan);
        _watch.Restore(state);
        _order.Shuffle(_epoch);
    }

    private int NextBatchLength => Math.Min(_batchSize, Data.Count - _start);

    private BatchReport TimedStep()
    {
        using var turn = _turn.Enter();
        long started = _clock.GetTimestamp();
        int epoch = _epoch;
        var report = TakeStep();
        NoteTime(started, epoch);
        return report;
    }

    private void NoteTime(long started, int epoch)
    {
        TrainingTime += _clock.GetElapsedTime(started);
        if (_epoch != epoch) _epochBegan = TrainingTime;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private BatchReport TakeStep()
    {
        _trained.TakeOver();
        var batch = _order.Slice(_start, NextBatchLength);
        AnnounceNext(_start + batch.Length);
        int epoch = _epoch;
        bool gathers = !_fuses || batch.Length > _kernel.Capacity;
        double cost = (gathers ? GatherGradient(batch) : ForwardAndBackward(batch, 0)) / batch.Length;
        if (!double.IsFinite(cost))
        {
            Diverge();
            return new BatchReport(epoch, Step, batch.Length, cost);
        }

        if (_start == 0) _kernel.Store(_lastGood);
        double rate = LearningRate;
        if (_fuses)
        {
            if (Options.L2 > 0) _kernel.Decay((float)(1 - rate * Options.L2 / Data.Count));
            float scale = (float)(-rate / batch.Length);
            if (gathers) _kernel.Apply(scale);
            else _kernel.Descend(batch.Length, scale);
        }
        else
        {
            StepAlongGradient(rate, batch.Length);
        }

        NablaTelemetry.StepTaken(batch.Length, cost, rate);
        Step++;
        _trained.MoveAhead();
        _looked = 0;
        _start += batch.Length;
        if (_start == Data.Count) BeginEpoch();
        return new BatchReport(epoch, Step, batch.Length, cost);
    }

    // The order is known, so the next mini-batch can be on its way from memory while this one is worked on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AnnounceNext(int start)
    {
        if (_lit is null || !NetworkKernel.Prefetches) return;
        var next = _order.Slice(start, Math.Min(_kernel.Capacity, Data.Count - start));
        for (int e = 0; e < next.Length; e++) _kernel.Announce(e, _lit, next[e]);
    }

    private void StepAlongGradient(double rate, int examples)
    {
        // The gradient is a sum here, so what belongs to its mean comes in as many times.
        float share = (float)examples / Data.Count;
        if (Options.L1 > 0 || Options.L2 > 0) _kernel.Penalize((float)Options.L1 * share, (float)Options.L2 * share);
        double scale = 1.0 / examples;
        if (double.IsFinite(Options.MaximumGradient))
        {
            double length = Math.Sqrt(_kernel.SquaredGradient()) * scale;
            if (length > Options.MaximumGradient) scale *= Options.MaximumGradient / length;
        }

        _kernel.Step(Options.Optimizer, rate, Step + 1, (float)scale);
    }

    private double GatherGradient(ReadOnlySpan<int> batch)
    {
        double sum = 0;
        _kernel.ClearGradient();
        for (int start = 0; start < batch.Length; start += _kernel.Capacity)
        {
            var part = batch[start..Math.Min(batch.Length, start + _kernel.Capacity)];
            sum += ForwardAndBackward(part, start);
            _kernel.Accumulate(part.Length);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double ForwardAndBackward(ReadOnlySpan<int> examples, int position)
    {
        SetExamples(_start + position, examples);
        if (_classWeights is { } weights)
        {
            for (int e = 0; e < examples.Length; e++) _kernel.SetWeight(e, weights[Data.Labels[examples[e]]]);
        }

        if (Options.DropOut > 0)
            _kernel.DropOut((float)Options.DropOut, Rng.Mix(Rng.Mix(Rng.Mix(Options.Seed) ^ RngStream.DropOut) ^ (ulong)Step) + (ulong)position);
        _kernel.Forward(examples.Length);
        double cost = _kernel.CostSum(examples.Length);
        _kernel.Backward(examples.Length);
        return cost;
    }

    private void SetExamples(int place, ReadOnlySpan<int> examples)
    {
        if (_varied is null)
        {
            _kernel.SetExamples(Data, examples);
            return;
        }

        for (int e = 0; e < examples.Length; e++) _kernel.SetInput(e, _varied.At(_epoch, place + e));
        _kernel.SetTargets(Data.Labels, examples);
    }

    private void BeginEpoch()
    {
        _start = 0;
        if (_epoch++ == Options.Epochs) State = TrainingState.Finished;
        else _order.Shuffle(_epoch);
    }

    private void NoteCost(double cost)
    {
        _watch.Note(cost);
        if (Options.EarlyStopping is not { } stopping) return;
        if (_watch.WithoutImprovement == 0)
        {
            if (stopping.RestoreBest) (_best ??= _network.Clone()).CopyFrom(_network);
        }
        else if (_watch.IsPatienceOver && State == TrainingState.Running)
        {
            State = TrainingState.StoppedEarly;
        }

        if (State == TrainingState.Running || _best is null) return;
        _network.CopyFrom(_best);
        _kernel.Load(_network);
    }

    private void Diverge()
    {
        State = TrainingState.Diverged;
        _network.CopyFrom(_lastGood);
        _kernel.Load(_network);
    }
}
