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
    private readonly ILearningKernel _kernel;
    private readonly Evaluator _evaluator;
    private readonly Course _course;
    private readonly Feed _feed;
    private readonly TrainingStep _step;
    private readonly CostWatch _watch;
    private readonly TimeProvider _clock;
    private readonly OneThread _turn = new($"This trainer");
    private readonly NetworkInTraining _trained;
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
        : this(network, data, options, clock, validation, ICollective.Alone)
    {
    }

    /// <summary>One of several trainers that descend together.</summary>
    internal Trainer(Network network, Dataset data, TrainingOptions? options, TimeProvider? clock, Dataset? validation, ICollective collective)
    {
        Options = options ?? new TrainingOptions();
        var problems = Options.Problems(network, data);
        if (problems.Count == 0 && validation is not null) problems = ProblemsOf(validation, network, data, Options.Cost);
        if (problems.Count > 0) throw new TrainingOptionsException(problems);

        Data = data;
        Validation = validation;
        _network = network;
        _lastGood = network.Clone();
        _clock = clock ?? TimeProvider.System;
        var crew = new Crew(Options.Threads);
        _course = new Course(data.Count, Options);
        _kernel = NetworkKernel.Create(network, Options.Cost, Math.Min(_course.BatchLength, NetworkKernel.MaxSlots), crew);
        _feed = new Feed(data, _course, _kernel, Options, crew);
        _step = TrainingStep.Create(_kernel, _course, _feed, Options, collective);
        _trained = new NetworkInTraining(network, _kernel, _turn);
        _evaluator = new Evaluator(network, Options.Cost, crew);
        _watch = new CostWatch(Options.EarlyStopping, Options.Schedule as ReduceOnPlateau);
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
    public int Epoch => Math.Min(_course.Epoch, Options.Epochs);

    /// <summary>Steps of gradient descent so far.</summary>
    public long Step => _course.Step;

    /// <summary>The learning rate of the next step, by the schedule.</summary>
    public double LearningRate =>
        Options.Optimizer.LearningRate * _watch.Factor * Options.Schedule.Factor(Step, StepsPerEpoch, Options.Epochs);

    /// <summary>Steps in an epoch.</summary>
    public int StepsPerEpoch => _course.StepsPerEpoch;

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
        if (test is not null) Fit.Require(Fit.Problems(_network, test, Options.Cost));
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

    private static IReadOnlyList<Said> ProblemsOf(Dataset validation, Network network, Dataset data, Cost cost) =>
        validation.IsRegression == data.IsRegression ? [.. Fit.Problems(network, validation, cost)]
            : [$"The validation examples '{Printable.Path(validation.Name)}' have classes where those to learn from have numbers, or the other way about; "
                + $"give some of the same kind."];

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
        int epoch = _course.Epoch, position = _course.Looked++, index = _course.Order.Slice(_course.Start + position, 1)[0];
        _feed.Put(_course.Start + position, 1);
        _kernel.DropOut(0, 0);
        _kernel.Forward(1);
        double cost = _kernel.CostSum(1);
        int seen = Data.IsRegression ? -1 : Evaluator.Largest(_kernel.Output(0));
        bool complete = _course.Looked == _course.BatchLength;
        if (complete) TimedStep();
        return new ExampleReport(epoch, index, position, Data.Label(index), seen, cost, complete);
    }

    /// <summary>Finishes the epoch under way and evaluates; null where it diverged.</summary>
    private EpochReport? TakeEpoch(Dataset? test, CancellationToken cancellation)
    {
        using var turn = _turn.Enter();
        int epoch = _course.Epoch, first = _course.Start;
        TimeSpan before = _epochBegan;
        using var activity = NablaTelemetry.StartEpoch(epoch);
        TakeSteps(long.MaxValue, Timeout.InfiniteTimeSpan, Stepped, cancellation);
        if (State == TrainingState.Diverged) return null;
        var judging = Judge(test, TrainingTime - before);
        judging.Advance(() => false);
        if (judging.Report is { } report) NablaTelemetry.EpochFinished(report, Data.Count - first, activity);
        return judging.Report;
    }

    /// <summary>Goes on until a step is reached, the epoch ends or the time is up; after an epoch <see cref="Judge"/> or <see cref="EndEpoch"/> must follow.</summary>
    internal void TakeSteps(long until, TimeSpan time, Action<BatchReport>? stepped, CancellationToken cancellation = default)
    {
        using var turn = _turn.Enter();

        // Without a limit the clock is read once for all: a step of a small network takes only microseconds.
        bool isLimited = time != Timeout.InfiniteTimeSpan;
        long started = _clock.GetTimestamp();
        int epoch = _course.Epoch;
        try
        {
            while (_course.Epoch == epoch && State == TrainingState.Running && Step < until && !(isLimited && _clock.GetElapsedTime(started) >= time))
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

    /// <summary>The evaluation that follows an epoch, to be done at once or in slices; it ends the epoch.</summary>
    internal EpochJudging Judge(Dataset? test, TimeSpan trainingTime) => new(this, _evaluator, test, trainingTime);

    /// <summary>How many epochs the network went back when training ended.</summary>
    internal int EpochsBack => _best is null || State == TrainingState.Running ? 0 : _watch.WithoutImprovement;

    /// <summary>Everything that is needed to go on from here, as a copy; see <see cref="Resume"/>.</summary>
    /// <exception cref="InvalidOperationException">Training goes on in another thread.</exception>
    public TrainerState Capture()
    {
        using var turn = _turn.Enter();
        return new TrainerState
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
            Epoch = _course.Epoch,
            Start = _course.Start,
            Looked = _course.Looked,
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
    }

    /// <summary>The examples of the step that comes next.</summary>
    internal ReadOnlySpan<int> NextExamples() => _course.IsOver ? [] : _course.Order.Slice(_course.Start, _course.BatchLength);

    /// <summary>Whether a state is one of such a training, so that it can be resumed.</summary>
    internal bool Knows(TrainerState state) => state.OptimizerStates.Count == Options.Optimizer.StatesPerParameter && _course.Has(state);

    private void Restore(TrainerState state)
    {
        if (!Knows(state) || !_course.GoTo(state))
            throw Refusal.Argument($"The state is of a training with other data or options.", nameof(state));
        _lastGood.CopyFrom(state.LastGood);
        _best = state.Best?.Clone();
        for (int i = 0; i < state.OptimizerStates.Count; i++) _kernel.LoadState(Options.Optimizer, i, state.OptimizerStates[i]);
        (State, TrainingTime, _epochBegan) = (state.State, state.TrainingTime, state.EpochBegan);
        _watch.Restore(state);
    }

    private BatchReport TimedStep()
    {
        using var turn = _turn.Enter();
        long started = _clock.GetTimestamp();
        int epoch = _course.Epoch;
        var report = TakeStep();
        NoteTime(started, epoch);
        return report;
    }

    private void NoteTime(long started, int epoch)
    {
        TrainingTime += _clock.GetElapsedTime(started);
        if (_course.Epoch != epoch) _epochBegan = TrainingTime;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private BatchReport TakeStep()
    {
        _trained.TakeOver();
        int epoch = _course.Epoch, count = _course.BatchLength;
        double cost = _step.Look() / count;
        if (!double.IsFinite(cost))
        {
            Diverge();
            return new BatchReport(epoch, Step, count, cost);
        }

        if (_course.Start == 0) _kernel.Store(_lastGood);
        double rate = LearningRate;
        _step.Move(rate);
        NablaTelemetry.StepTaken(count, cost, rate);
        _course.Advance();
        if (_course.IsOver) State = TrainingState.Finished;
        _trained.MoveAhead();
        return new BatchReport(epoch, Step, count, cost);
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
