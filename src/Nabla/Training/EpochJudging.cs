namespace Nabla;

/// <summary>
/// What follows an epoch's last step, all at once or in slices: the network is evaluated on the training, test and validation examples, and
/// their costs decide what becomes of training; where it goes back to an earlier epoch's network, that is evaluated as well.
/// </summary>
/// <param name="trainer">The trainer, after the last step of an epoch.</param>
/// <param name="evaluator">Evaluates its network.</param>
/// <param name="test">The test examples; null without any.</param>
/// <param name="trainingTime">What the epoch's steps took.</param>
internal sealed class EpochJudging(Trainer trainer, Evaluator evaluator, Dataset? test, TimeSpan trainingTime)
{
    private IEnumerator<bool>? _work;

    /// <summary>What was found, once all is judged; null where training diverged.</summary>
    public EpochReport? Report { get; private set; }

    /// <summary>Goes on until all is judged or the time is up.</summary>
    /// <param name="isOver">Whether it is.</param>
    /// <returns>Whether all is judged.</returns>
    public bool Advance(Func<bool> isOver)
    {
        _work ??= Work().GetEnumerator();
        while (!isOver())
        {
            if (!_work.MoveNext()) return true;
        }

        return false;
    }

    private IEnumerable<bool> Work()
    {
        int epoch = (int)(trainer.Step / trainer.StepsPerEpoch);
        var found = new Evaluation?[3];
        foreach (bool part in Evaluate(found)) yield return part;
        trainer.EndEpoch(found[0]!.Cost, found[2]?.Cost);
        if (trainer.State == TrainingState.Diverged) yield break;
        var report = new EpochReport(epoch, trainer.Step, found[0]!, found[1], trainingTime) { Validation = found[2] };
        if (trainer.EpochsBack is > 0 and var back)
        {
            var restored = new Evaluation?[3];
            foreach (bool part in Evaluate(restored)) yield return part;
            report = report with
            {
                Restored = new EpochReport(epoch - back, trainer.Step - (long)back * trainer.StepsPerEpoch, restored[0]!, restored[1], TimeSpan.Zero)
                {
                    Validation = restored[2],
                },
            };
        }

        Report = report;
    }

    private IEnumerable<bool> Evaluate(Evaluation?[] found)
    {
        (Dataset? Data, string Split)[] sets = [(trainer.Data, "train"), (test, "test"), (trainer.Validation, "validation")];
        for (int s = 0; s < sets.Length; s++)
        {
            if (sets[s].Data is not { } data) continue;
            using var activity = NablaTelemetry.StartEvaluation(sets[s].Split);
            var pass = evaluator.Begin(trainer.Network, data);
            for (; !pass.IsDone; pass.Next([])) yield return true;
            found[s] = pass.Result();

            // Nothing can be said of such a network.
            if (!double.IsFinite(found[s]!.Cost) && s == 0) yield break;
        }
    }
}
