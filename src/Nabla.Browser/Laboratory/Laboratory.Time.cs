namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    // Many a network learns little at first.
    private const int EpochsToSay = 3;

    /// <summary>Says what a run's name asks for and whether it can be started.</summary>
    /// <param name="name">The name, such as <c>nabla:1/data=digits/seed=1</c>.</param>
    public RunCheck Check(string name) => Nabla.Browser.Run.Check(() => RunName.Parse(name), _shelf);

    /// <summary>Says the same of a run with other settings, and what follows from them.</summary>
    /// <param name="name">The run's name.</param>
    /// <param name="chosen">Settings by name, as text; one that may be left empty and is so is not set.</param>
    public RunCheck Choose(string name, IReadOnlyDictionary<string, string> chosen) => Nabla.Browser.Run.Check(() => RunChoice.Make(name, chosen), _shelf);

    /// <summary>Starts a run, at step 0, in the place of the one that was here.</summary>
    /// <param name="name">Its name.</param>
    public RunInfo Start(string name)
    {
        _run = Nabla.Browser.Run.Start(name, _shelf);
        _reviewing.Clear();
        LeaveModel();
        return _run.Info;
    }

    /// <summary>Trains on, until a step is reached or the time is up.</summary>
    /// <param name="until">The step to stop at.</param>
    /// <param name="milliseconds">How long this may take.</param>
    public Progress Advance(long until, double milliseconds) => Go(until, milliseconds, leaps: false);

    /// <summary>Goes to a step, back or forward, to the very bits, until it is there or the time is up.</summary>
    /// <param name="step">The step to go to.</param>
    /// <param name="milliseconds">How long this may take.</param>
    public Progress Seek(long step, double milliseconds) => Go(step, milliseconds, leaps: true);

    /// <summary>Where the run is now.</summary>
    public Moment Moment()
    {
        var time = Run.Live;
        int epoch = (int)Math.Min(time.Step / Run.StepsPerEpoch + 1, Run.Configuration.Training.Epochs);
        return new Moment(
            Step: time.Step,
            Epoch: epoch,
            StepInEpoch: (int)(time.Step - (epoch - 1L) * Run.StepsPerEpoch),
            State: time.State,
            LearningRate: time.Trainer.LearningRate,
            Reached: time.Reached,
            End: time.End,
            TrainingSeconds: time.Trainer.TrainingTime.TotalSeconds,
            Model: _model?.Name,
            Edits: [.. _edits]);
    }

    /// <summary>All costs and epochs of the run so far.</summary>
    public History History() => new([.. Run.Curve.Points], [.. Run.Epochs]);

    /// <summary>What is the matter where the run has learned nothing so far; null where it has, where that is not said yet, and where it diverged.</summary>
    public DeadRun? Diagnose()
    {
        var run = Run.Live;
        bool canBeSaid = run.State switch
        {
            TrainingState.Running => run.Step >= (long)EpochsToSay * Run.StepsPerEpoch,
            TrainingState.Diverged => false,
            _ => true,
        };
        return canBeSaid && run.Diagnose() is { } diagnosis ? new DeadRun(diagnosis.Sentence, diagnosis.Try) : null;
    }

    /// <summary>The mini-batch that is learned from after so many steps.</summary>
    /// <param name="step">The steps before it.</param>
    public MiniBatch Batch(long step)
    {
        if (step < 0 || step >= Run.Live.Steps) throw Refusal.Argument($"There is no mini-batch after {step} steps; the run has {Run.Live.Steps:N0}.");
        int epoch = (int)(step / Run.StepsPerEpoch), inEpoch = (int)(step % Run.StepsPerEpoch);
        int size = Math.Min(Run.Configuration.Training.BatchSize, Run.Train.Count), start = inEpoch * size;
        var order = new EpochOrder(Run.Train.Count, Run.Configuration.Training.Seed);
        order.Shuffle(epoch + 1);
        int[] examples = order.Slice(start, Math.Min(size, Run.Train.Count - start)).ToArray();
        return new MiniBatch(step, epoch + 1, inEpoch, examples, [.. examples.Select(Run.Train.Label)]);
    }

    /// <summary>Sets a parameter of the network at this moment, to see what would be; training goes on without it.</summary>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <param name="input">The neuron of the layer before, from 0; null for the bias.</param>
    /// <param name="value">The value.</param>
    public Moment Edit(int layer, int neuron, int? input, double value)
    {
        Layer(layer, neuron, input);
        if (!float.IsFinite((float)value)) throw Refusal.Argument($"A weight or bias is a finite number, not {value}.");
        var parameter = new Parameter(layer, neuron, input);
        _edits.RemoveAll(edit => edit.Parameter == parameter);
        _edits.Add(new Edit(parameter, (float)value, parameter.In(Unedited)));
        Forget();
        return Moment();
    }

    /// <summary>Takes back all edits of this moment.</summary>
    public Moment UndoEdits()
    {
        _edits.Clear();
        Forget();
        return Moment();
    }

    private Progress Go(long step, double milliseconds, bool leaps)
    {
        var time = Run.Live;
        var slice = new Slice(milliseconds);
        long before = time.Step, target = Math.Clamp(step, leaps ? 0 : before, time.Steps);
        int costs = Run.Curve.Points.Count, epochs = time.Epochs.Count;
        var state = time.State;
        if (leaps) time.LeapTowards(target);
        bool arrived = time.Advance(target, slice.Left);
        if (time.Step != before || time.State != state) LeaveModel();
        return new Progress(Moment(), arrived, time.IsJudging, [.. Run.Curve.Points.Skip(costs)], [.. Run.Epochs.Skip(epochs)]);
    }
}
