namespace Nabla.Browser;

/// <summary>
/// A run that can be gone through in time. It trains in slices, and goes back by replaying from a keyframe, to the very bits:
/// what was judged and recorded once is not judged and recorded again.
/// </summary>
internal sealed class Timeline
{
    private const int PointsPerEpoch = 100;

    private readonly RunConfiguration _configuration;
    private readonly Dataset _train;
    private readonly Dataset _test;
    private readonly Keyframes _keyframes;
    private readonly List<JudgedEpoch> _epochs = [];
    private readonly CostCurve _curve;
    private readonly Evaluator _evaluator;
    private Trainer _trainer;
    private EpochJudging? _judging;
    private TimeSpan _epochBegan;

    public Timeline(RunConfiguration configuration, Dataset train, Dataset test)
    {
        (_configuration, _train, _test) = (configuration, train, test);
        _trainer = configuration.CreateTrainer(train);
        _evaluator = new Evaluator(_trainer.Network, configuration.Training.Cost);
        _keyframes = new Keyframes(_trainer.Capture());
        StepsPerPoint = Math.Max(1, StepsPerEpoch / PointsPerEpoch);
        _curve = new CostCurve(StepsPerPoint);
    }

    public Network Network => _trainer.Network;

    public Dataset Learned => _trainer.Data;

    public int StepsPerEpoch => _trainer.StepsPerEpoch;

    public int StepsPerPoint { get; }

    public long Steps => (long)StepsPerEpoch * Epochs;

    public int Epochs => _configuration.Training.Epochs;

    public long Step => _trainer.Step;

    public long Reached { get; private set; }

    public long? End { get; private set; }

    public double LearningRate => _trainer.LearningRate;

    public double TrainingSeconds => _trainer.TrainingTime.TotalSeconds;

    public bool IsJudging => _judging is not null;

    public IReadOnlyList<CostPoint> Costs => _curve.Points;

    public IEnumerable<EpochPoint> JudgedEpochs => _epochs.Select(epoch => epoch.Point);

    /// <summary>
    /// Whether training goes on from here, and if not, why. A run that diverges ends with the last network that still made sense: the one
    /// before the step after which a cost was no number any more.
    /// </summary>
    public RunState State => _trainer.State switch
    {
        TrainingState.Finished => RunState.Finished,
        TrainingState.StoppedEarly => RunState.StoppedEarly,
        _ when HasDiverged && Step == End => RunState.Diverged,
        _ => HasReachedAccuracy ? RunState.ReachedAccuracy : RunState.Running,
    };

    /// <summary>Trains on until a step, the end of the run, or the end of the slice.</summary>
    /// <returns>Whether it is there.</returns>
    public bool Advance(long until, Slice slice)
    {
        while (true)
        {
            if (_trainer.State == TrainingState.Diverged) GoBackToSense();
            if (_judging is not null)
            {
                if (!_judging.Advance(slice)) return false;
                EndEpoch(_judging.Result());
            }

            if (State != RunState.Running || Step >= until) return true;
            if (slice.IsOver) return false;
            TakeSteps(until, slice);
        }
    }

    /// <summary>Goes back, or forward by leaps, so that what is left to be trained is as little as may be.</summary>
    public void LeapTowards(long step)
    {
        var keyframe = _keyframes.Before(Math.Min(step, Last));
        if (step < Step || keyframe.Step > Step) GoOnFrom(keyframe);
    }

    private bool HasDiverged { get; set; }

    // Beyond it there is nothing to be seen, whatever the configuration says.
    private long Last => HasDiverged ? End!.Value : Steps;

    private bool HasReachedAccuracy =>
        _judging is null && Step > 0 && Step % StepsPerEpoch == 0
        && _epochs[(int)(Step / StepsPerEpoch) - 1].Point.TestAccuracy >= _configuration.UntilAccuracy;

    private void TakeSteps(long until, Slice slice)
    {
        long before = Step;
        _trainer.TakeSteps(Math.Min(Math.Min(until, Last), _keyframes.After(Step)), slice.Left, _curve.Add);
        Reached = Math.Max(Reached, Step);
        if (Step > before && Step % StepsPerEpoch == 0) BeginToJudge();
        else Arrive();
    }

    private void GoOnFrom(TrainerState keyframe)
    {
        _judging = null;
        _trainer = _configuration.CreateTrainer(_train, keyframe);
        _epochBegan = keyframe.EpochBegan;
    }

    // The trainer itself falls back to where the epoch began, which may be the untrained network. Here every step is at hand.
    private void GoBackToSense()
    {
        HasDiverged = true;
        End = Reached = Math.Max(0, Step - 1);
        GoOnFrom(_keyframes.Before(Last));
    }

    private void BeginToJudge()
    {
        double seconds = (_trainer.TrainingTime - _epochBegan).TotalSeconds;
        _epochBegan = _trainer.TrainingTime;
        int epoch = (int)(Step / StepsPerEpoch);
        if (_epochs.Count >= epoch) EndEpoch(_epochs[epoch - 1]);
        else _judging = new EpochJudging(_trainer, _evaluator, _test, seconds);
    }

    private void EndEpoch(JudgedEpoch epoch)
    {
        _judging = null;
        if (_epochs.Count < epoch.Point.Epoch) _epochs.Add(epoch);
        _trainer.EndEpoch(epoch.TrainCost, epoch.ValidationCost);
        Arrive();
    }

    private void Arrive()
    {
        if (State != RunState.Running) End = Step;
        else if (_trainer.State == TrainingState.Running && _keyframes.Wants(Step)) _keyframes.Add(_trainer.Capture());
    }
}
