namespace Nabla.Browser;

/// <summary>True against shuffled labels: two networks that begin alike and learn side by side, a mini-batch each in turn.</summary>
internal sealed class LabelRace
{
    private const double Target = 0.9;

    private readonly Learner _true;
    private readonly Learner _shuffled;
    private readonly Dataset _test;

    public LabelRace(LabelRaceChoice choice, Dataset train, Dataset test)
    {
        Choice = choice;
        _test = test.Take(Math.Min(choice.Examples, test.Count));
        Data = train.Take(Math.Min(choice.Examples, train.Count));
        ulong seed = (ulong)choice.Seed;
        var options = new TrainingOptions { Epochs = choice.Epochs, BatchSize = 10, Optimizer = new Sgd(0.1), Seed = seed, Threads = 1 };
        _true = new Learner(ShuffledLabelsExperiment.TaskOf(Data, choice.Hidden, options, seed));
        _shuffled = new Learner(ShuffledLabelsExperiment.TaskOf(ShuffledLabelsExperiment.Shuffled(Data, seed), choice.Hidden, options, seed));
        Look();
    }

    public LabelRaceChoice Choice { get; }

    public Dataset Data { get; }

    public bool IsOver { get; private set; }

    public double Done => IsOver ? 1 : (double)_true.Trainer.Step / ((long)Choice.Epochs * _true.Trainer.StepsPerEpoch);

    public void Advance(Slice slice)
    {
        while (!IsOver && !slice.IsOver)
        {
            // One that has diverged has no more steps; then there is nothing left to compare.
            bool goesOn = _true.Next() & _shuffled.Next();
            if (goesOn && _true.Trainer.Step % _true.Trainer.StepsPerEpoch != 0) continue;
            IsOver = !goesOn || !Look() || _true.Trainer.Step >= (long)Choice.Epochs * _true.Trainer.StepsPerEpoch;
        }
    }

    /// <summary>What there is to see beyond the moments that are known.</summary>
    public LabelRaceView View(int known) => new(
        Done, Choice.Epochs, Data.Count, [.. _true.Points.Skip(known)], [.. _shuffled.Points.Skip(known)], IsOver ? Result().Report().Findings : []);

    public ShuffledLabelsResult Result() => new(Target, Data.Classes, Run($"true labels", _true), Run($"shuffled labels", _shuffled));

    /// <summary>False where a cost is no finite number any more.</summary>
    private bool Look()
    {
        LearningPoint a = _true.Look(_test), b = _shuffled.Look(_test);
        if (!double.IsFinite(a.TrainCost + a.TestCost + b.TrainCost + b.TestCost)) return false;
        _true.Points.Add(a);
        _shuffled.Points.Add(b);
        return true;
    }

    private LearningRun Run(Said name, Learner learner) => new(
        name, new LearningCurve(learner.Points),
        [new LearningEnd((ulong)Choice.Seed, learner.Points[^1], learner.Trainer.State == TrainingState.Diverged, learner.Trainer.TrainingTime.TotalSeconds)]);

    private sealed class Learner
    {
        private readonly IEnumerator<BatchReport> _batches;
        private readonly Evaluator _evaluator;

        public Learner(LearningTask task)
        {
            Trainer = new Trainer(task.Network, task.Data, task.Options);
            _batches = Trainer.BatchesIfAny().GetEnumerator();
            _evaluator = new Evaluator(task.Network, task.Options.Cost);
        }

        public Trainer Trainer { get; }

        public List<LearningPoint> Points { get; } = [];

        public bool Next() => _batches.MoveNext();

        public LearningPoint Look(Dataset test)
        {
            var (onTrain, onTest) = (_evaluator.Run(Trainer.Network, Trainer.Data), _evaluator.Run(Trainer.Network, test));
            return new LearningPoint(
                (double)Trainer.Step / Trainer.StepsPerEpoch, Trainer.Step, onTrain.Cost, onTrain.Accuracy, onTest.Cost, onTest.Accuracy);
        }
    }
}

/// <summary>What a race is made of.</summary>
/// <param name="Examples">Examples to learn, and at most as many to be tested on.</param>
/// <param name="Hidden">Neurons in the hidden layer.</param>
/// <param name="Epochs">How often to go through the examples.</param>
/// <param name="Seed">The seed of the first weights, the order and the shuffling.</param>
internal sealed record LabelRaceChoice(int Examples, int Hidden, int Epochs, int Seed);
