namespace Nabla.Runs;

/// <summary>
/// A run under way: its configuration and its data, and how far it has come. It is trained epoch by epoch, or in slices; and it can be gone through
/// in time, back by replaying from a keyframe, to the very bits: an epoch that was judged once is not judged again.
/// </summary>
public sealed class LiveRun
{
    private readonly Dataset _train;
    private readonly Dataset? _test;
    private readonly IKeyframes? _keyframes;
    private readonly List<MetricsLine> _epochs;
    private EpochJudging? _judging;
    private TimeSpan _epochBegan;
    private bool _hasDiverged;

    /// <summary>A run at its beginning, or where it was left.</summary>
    /// <param name="configuration">What decides its result.</param>
    /// <param name="train">All training examples, before those for validation are set aside.</param>
    /// <param name="test">Examples to test on; none where null.</param>
    /// <param name="from">Where to go on; the beginning where null.</param>
    /// <param name="epochs">The lines of all epochs that are done there.</param>
    /// <exception cref="TrainingOptionsException">The configuration does not make sense for these data.</exception>
    /// <exception cref="InvalidDataException">Where to go on is a place in another run.</exception>
    public LiveRun(RunConfiguration configuration, Dataset train, Dataset? test = null, TrainerState? from = null, IEnumerable<MetricsLine>? epochs = null)
        : this(configuration, train, test, keyframes: null, from, epochs)
    {
    }

    internal LiveRun(
        RunConfiguration configuration, Dataset train, Dataset? test, Func<int, IKeyframes>? keyframes, TrainerState? from = null,
        IEnumerable<MetricsLine>? epochs = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        (Configuration, _train, _test, _epochs) = (configuration, train, test, [.. epochs ?? []]);
        if (_epochs.Contains(null!)) throw new ArgumentNullException(nameof(epochs));
        Trainer = configuration.CreateTrainer(train, from);
        _keyframes = keyframes?.Invoke(Trainer.StepsPerEpoch);
        _epochBegan = from?.EpochBegan ?? TimeSpan.Zero;
        Reached = Step;
        Arrive();
    }

    /// <summary>What decides its result.</summary>
    public RunConfiguration Configuration { get; }

    /// <summary>What trains it now; a journey in time brings another.</summary>
    public Trainer Trainer { get; private set; }

    /// <summary>The epochs that were judged, a line each.</summary>
    public IReadOnlyList<MetricsLine> Epochs => _epochs;

    /// <summary>Steps so far.</summary>
    public long Step => Trainer.Step;

    /// <summary>Steps of the whole run; it may end before.</summary>
    public long Steps => (long)Trainer.StepsPerEpoch * Configuration.Training.Epochs;

    /// <summary>The farthest step that it has reached.</summary>
    internal long Reached { get; private set; }

    /// <summary>The step at which it ended; null where that is not known yet.</summary>
    internal long? End { get; private set; }

    /// <summary>Whether it is judging an epoch that has just ended.</summary>
    internal bool IsJudging => _judging is not null;

    /// <summary>Called after every step, also of those that are gone through again.</summary>
    internal Action<BatchReport>? Stepped
    {
        get => Trainer.Stepped;
        set => Trainer.Stepped = value;
    }

    /// <summary>
    /// Whether training goes on from here, and if not, why. One that diverges in slices ends with the last network that still made sense: the one
    /// before the step after which a cost was no number any more.
    /// </summary>
    public TrainingState State => HasReachedAccuracy ? TrainingState.ReachedAccuracy : _hasDiverged && Step == End ? TrainingState.Diverged : Trainer.State;

    /// <summary>What is the matter where the network has learned nothing so far; null where it has.</summary>
    public Diagnosis? Diagnose() => Diagnosis.Of(Configuration, Trainer.Network, Trainer.Data, [.. _epochs.Where(epoch => epoch.Step <= Step)]);

    /// <summary>Goes on epoch by epoch, until the run has ended. Nothing happens until it is enumerated.</summary>
    /// <param name="cancellation">Stops within a mini-batch's time.</param>
    /// <exception cref="ArgumentException">The test examples do not fit the network.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<EpochReport> Train(CancellationToken cancellation = default)
    {
        if (State != TrainingState.Running) yield break;
        foreach (var report in Trainer.EpochsIfAny(_test, cancellation))
        {
            Note(report);
            yield return report;
            if (State != TrainingState.Running) yield break;
        }
    }

    /// <summary>Trains on until a step, the end of the run, or the end of the slice.</summary>
    /// <param name="until">The step.</param>
    /// <param name="time">How long it may take; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
    /// <param name="cancellation">Stops within a mini-batch's time.</param>
    /// <returns>Whether it is there.</returns>
    internal bool Advance(long until, TimeSpan time, CancellationToken cancellation = default)
    {
        long began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (Trainer.State == TrainingState.Diverged) GoBackToSense();
            if (_judging is not null)
            {
                if (!_judging.Advance(IsOver)) return false;
                var report = _judging.Report;
                _judging = null;
                if (report is null) continue;
                Note(report);
            }

            if (State != TrainingState.Running || Step >= until) return true;
            if (IsOver()) return false;
            var left = time - TimeProvider.System.GetElapsedTime(began);
            TakeSteps(until, time == Timeout.InfiniteTimeSpan ? time : left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellation);
        }

        bool IsOver()
        {
            cancellation.ThrowIfCancellationRequested();
            return time != Timeout.InfiniteTimeSpan && TimeProvider.System.GetElapsedTime(began) >= time;
        }
    }

    /// <summary>Goes back, or forward by leaps, so that what is left to be trained is as little as may be.</summary>
    internal void LeapTowards(long step)
    {
        var keyframe = _keyframes?.Before(Math.Min(step, Last));
        if (step < Step || keyframe?.Step > Step) GoOnFrom(keyframe);
    }

    /// <summary>Whether it ended because a cost was no number any more.</summary>
    internal bool HasDiverged => _hasDiverged;

    /// <summary>Knows from now on what the same run came to before, so that it need not go there step by step.</summary>
    internal void Recall(IEnumerable<TrainerState> keyframes, IReadOnlyList<MetricsLine> epochs, long reached, long? end, bool hasDiverged)
    {
        _epochs.AddRange(epochs.Skip(_epochs.Count));
        Reached = Math.Max(Reached, reached);
        End ??= end;
        _hasDiverged |= hasDiverged;
        foreach (var keyframe in keyframes) _keyframes?.Add(keyframe);
    }

    // Beyond it there is nothing to be seen, whatever the configuration says.
    private long Last => _hasDiverged ? End!.Value : Steps;

    private bool HasReachedAccuracy =>
        _judging is null && Step % Trainer.StepsPerEpoch == 0
        && _epochs.ElementAtOrDefault((int)(Step / Trainer.StepsPerEpoch) - 1)?.TestAccuracy >= Configuration.UntilAccuracy;

    private void TakeSteps(long until, TimeSpan time, CancellationToken cancellation)
    {
        long before = Step;
        Trainer.TakeSteps(Math.Min(Math.Min(until, Last), _keyframes?.After(Step) ?? long.MaxValue), time, Stepped, cancellation);
        Reached = Math.Max(Reached, Step);
        if (Step > before && Step % Trainer.StepsPerEpoch == 0) EndEpoch();
        else Arrive();
    }

    private void GoOnFrom(TrainerState? keyframe)
    {
        _judging = null;
        var stepped = Stepped;
        Trainer = Configuration.CreateTrainer(_train, keyframe);
        Stepped = stepped;
        _epochBegan = keyframe?.EpochBegan ?? TimeSpan.Zero;
    }

    // The trainer itself falls back to where the epoch began, which may be the untrained network. Here every step is at hand.
    private void GoBackToSense()
    {
        _hasDiverged = true;
        End = Reached = Math.Max(0, Step - 1);
        GoOnFrom(_keyframes?.Before(Last));
    }

    private void EndEpoch()
    {
        if (_epochs.ElementAtOrDefault((int)(Step / Trainer.StepsPerEpoch) - 1) is { } line)
        {
            Trainer.EndEpoch(line.Cost, line.ValidationCost);
            _epochBegan = Trainer.TrainingTime;
            Arrive();
        }
        else
        {
            _judging = Trainer.Judge(_test, Trainer.TrainingTime - _epochBegan);
        }
    }

    private void Note(EpochReport report)
    {
        if (_epochs.Count < report.Epoch) _epochs.Add(MetricsLine.Of(report));
        _epochBegan = Trainer.TrainingTime;
        Reached = Math.Max(Reached, Step);
        Arrive();
    }

    private void Arrive()
    {
        bool isEnd = State != TrainingState.Running;
        if (isEnd) End = Step;
        if (_keyframes?.Wants(Step, isEnd) == true) _keyframes.Add(Trainer.Capture());
    }
}
