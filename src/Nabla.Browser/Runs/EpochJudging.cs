namespace Nabla.Browser;

/// <summary>The evaluation that follows an epoch, in slices: training, test and validation examples.</summary>
internal sealed class EpochJudging(Trainer trainer, Evaluator evaluator, Dataset test, double seconds)
{
    private readonly Network _network = trainer.Network;
    private readonly List<EvaluationPass> _done = [];
    private EvaluationPass? _pass;

    /// <summary>Goes on until all is judged or the time is up.</summary>
    public bool Advance(Slice slice)
    {
        while (Next is { } data)
        {
            if (slice.IsOver) return false;
            _pass ??= evaluator.Begin(_network, data);
            _pass.Next([]);
            if (!_pass.IsDone) continue;
            _done.Add(_pass);
            _pass = null;
        }

        return true;
    }

    public JudgedEpoch Result()
    {
        Evaluation train = _done[0].Result(), tested = _done[1].Result();
        int epoch = (int)(trainer.Step / trainer.StepsPerEpoch);
        return new JudgedEpoch(
            new EpochPoint(epoch, trainer.Step, Finite(train.Cost), train.Accuracy, Finite(tested.Cost), tested.Accuracy, seconds, trainer.Data.Count / Math.Max(seconds, 1e-9)),
            train.Cost,
            _done.Count > 2 ? _done[2].Result().Cost : null);
    }

    private Dataset? Next => _done.Count switch { 0 => trainer.Data, 1 => test, 2 => trainer.Validation, _ => null };

    private static double? Finite(double x) => double.IsFinite(x) ? x : null;
}

/// <summary>What an epoch's evaluation found.</summary>
/// <param name="Point">To be shown.</param>
/// <param name="TrainCost">Decides with the next whether training goes on.</param>
/// <param name="ValidationCost">Null without validation examples.</param>
internal sealed record JudgedEpoch(EpochPoint Point, double TrainCost, double? ValidationCost);
