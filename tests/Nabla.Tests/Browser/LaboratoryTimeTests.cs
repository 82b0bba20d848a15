using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>Training, replay and scrubbing give the bits of the library's own trainer.</summary>
public class LaboratoryTimeTests
{
    private const string Momentum = "nabla:1/data=digits/train-examples=200/test-examples=100/hidden=12/optimizer=momentum/"
        + "learning-rate=0.1/schedule=plateau/plateau-patience=1/validation-split=0.1/epochs=6/batch-size=7/seed=3";

    [Theory]
    [InlineData(LaboratoryFixture.Name)]
    [InlineData(Momentum)]
    public void A_run_in_slices_is_the_library_s_run(string name)
    {
        var laboratory = LaboratoryFixture.Started(name);
        var slices = new List<Progress>();
        while (slices.Count == 0 || !slices[^1].Arrived) slices.Add(laboratory.Advance(long.MaxValue, milliseconds: 1));

        var trainer = RunName.Parse(name).CreateTrainer(LaboratoryFixture.Digits.Train);
        var reports = trainer.Epochs(LaboratoryFixture.Digits.Test).ToList();
        Assert.Equal(TestNetworks.Parameters(trainer.Network), Parameters(laboratory));
        var epochs = slices.SelectMany(slice => slice.Epochs).ToList();
        Assert.Equal(reports.Select(report => report.Train.Cost), epochs.Select(epoch => epoch.TrainCost!.Value));
        Assert.Equal(reports.Select(report => report.Test!.Cost), epochs.Select(epoch => epoch.TestCost!.Value));
        Assert.Equal(reports.Select(report => report.Test!.Accuracy), epochs.Select(epoch => epoch.TestAccuracy));
        Assert.Equal(reports.Select(report => report.Step), epochs.Select(epoch => epoch.Step));
        Assert.Equal(TrainingState.Finished, laboratory.Moment().State);
        Assert.Equal(trainer.Step, laboratory.Moment().End);
    }

    [Fact]
    public void The_cost_curve_is_the_mean_of_the_library_s_steps_however_it_is_sliced_and_scrubbed()
    {
        var laboratory = LaboratoryFixture.Started();
        laboratory.Advance(11);
        laboratory.Seek(3);
        laboratory.Advance(30);
        laboratory.Seek(60);
        var trainer = RunName.Parse(LaboratoryFixture.Name).CreateTrainer(LaboratoryFixture.Digits.Train);
        Assert.Equal(trainer.Batches().Select(batch => new CostPoint(batch.Step, batch.Cost)), laboratory.History().Costs);
    }

    [Theory]
    [InlineData("learning-rate=1e-7/epochs=4", "learning-rate")]
    [InlineData("initializer=constant:0/epochs=4", "initializer")]
    [InlineData("learning-rate=1000/epochs=4", "learning-rate")]
    [InlineData("learning-rate=3/epochs=10", null)]
    public void A_run_that_has_learned_nothing_is_told_so_once_that_can_be_said(string settings, string? remedy)
    {
        string name = $"nabla:1/data=digits/train-examples=200/test-examples=100/hidden=12/seed=3/{settings}";
        var laboratory = LaboratoryFixture.Started(name);
        Assert.Null(laboratory.Diagnose());
        laboratory.Advance(20);
        Assert.Null(laboratory.Diagnose());
        laboratory.Advance(long.MaxValue);

        var dead = laboratory.Diagnose();

        Assert.Equal(remedy, dead?.Try.Keys.Single());
        if (dead is null) return;
        Assert.StartsWith("The network has learned nothing: ", dead.Sentence.ToString(), StringComparison.Ordinal);
        var check = laboratory.Choose(name, dead.Try);
        Assert.Empty(check.Problems);
        Assert.Equal(dead.Try[remedy!], check.Settings[remedy!]);
    }

    [Theory]
    [InlineData(LaboratoryFixture.Name)]
    [InlineData(Momentum)]
    public void Scrubbing_shows_every_step_to_the_bit_and_leaves_no_trace(string name)
    {
        var scrubbed = LaboratoryFixture.Started(name);
        var straight = LaboratoryFixture.Started(name);
        long end = scrubbed.Advance(long.MaxValue).Moment.Step;
        var history = scrubbed.History();
        foreach (long step in new long[] { 45, 44, 0, 1, 20, 21, end, 13 })
        {
            var progress = scrubbed.Seek(step);
            Assert.Equal(step, progress.Moment.Step);
            Assert.Equal(end, progress.Moment.Reached);
            Assert.Empty(progress.Costs);
            Assert.Empty(progress.Epochs);
            var other = LaboratoryFixture.Started(name);
            other.Advance(step);
            Assert.Equal(Parameters(other), Parameters(scrubbed));
        }

        scrubbed.Advance(long.MaxValue);
        straight.Advance(long.MaxValue);
        Assert.Equal(Parameters(straight), Parameters(scrubbed));
        Assert.Equal(history.Epochs, scrubbed.History().Epochs);
    }

    [Fact]
    public void Restoring_the_best_network_and_stopping_early_are_replayed()
    {
        const string Name = "nabla:1/data=digits/train-examples=200/test-examples=100/learning-rate=30/epochs=40/patience=2/restore-best=true/seed=1";
        var trainer = RunName.Parse(Name).CreateTrainer(LaboratoryFixture.Digits.Train);
        foreach (var _ in trainer.Epochs(LaboratoryFixture.Digits.Test))
        {
        }

        var laboratory = LaboratoryFixture.Started(Name);
        var end = laboratory.Advance(long.MaxValue).Moment;
        Assert.Equal(TrainingState.StoppedEarly, end.State);
        Assert.Equal(trainer.Step, end.Step);
        Assert.Equal(TestNetworks.Parameters(trainer.Network), Parameters(laboratory));
        laboratory.Seek(5);
        Assert.Equal(end.Step, laboratory.Seek(long.MaxValue).Moment.Step);
        Assert.Equal(TestNetworks.Parameters(trainer.Network), Parameters(laboratory));
    }

    [Theory]
    [InlineData("activation=identity/output-activation=identity/learning-rate=1")]
    [InlineData("hidden=30/output-activation=identity/learning-rate=5")]
    [InlineData("activation=relu/output-activation=identity/learning-rate=0.6/optimizer=momentum/batch-size=1")]
    // Every step ends an epoch, so that judging it finds the cost first.
    [InlineData("activation=identity/output-activation=identity/learning-rate=1/batch-size=200/epochs=100")]
    public void A_run_that_diverges_ends_with_the_last_network_that_made_sense(string settings)
    {
        string name = $"nabla:1/data=digits/train-examples=200/test-examples=100/{settings}/seed=1";
        long last = RunName.Parse(name).CreateTrainer(LaboratoryFixture.Digits.Train).Batches().Last().Step - 1;
        Assert.True(last > 0);
        float[] expected = TestNetworks.Parameters(LaboratoryFixture.NetworkAt(name, last));

        var laboratory = LaboratoryFixture.Started(name);
        var end = laboratory.Advance(long.MaxValue).Moment;
        Assert.Equal((TrainingState.Diverged, last, last, last), (end.State, end.Step, end.End, end.Reached));
        Assert.Equal(expected, Parameters(laboratory));
        Assert.All(expected, x => Assert.True(float.IsFinite(x)));
        Assert.True(double.IsFinite(laboratory.Explain(new ExampleRef(ExampleSet.Test, 7)).Cost!.Value));

        // There and back, by any way, it is the same; and a link to that step, which knows nothing of the end, shows it too.
        Assert.Equal(TrainingState.Running, laboratory.Seek(0).Moment.State);
        Assert.Equal((TrainingState.Diverged, last), (laboratory.Advance(long.MaxValue).Moment.State, laboratory.Moment().Step));
        Assert.Equal(TrainingState.Running, laboratory.Seek(last - 1).Moment.State);
        Assert.Equal((TrainingState.Diverged, last), (laboratory.Seek(long.MaxValue).Moment.State, laboratory.Moment().Step));
        Assert.Equal(expected, Parameters(laboratory));
        var linked = LaboratoryFixture.Started(name);
        linked.Seek(last);
        Assert.Equal(expected, Parameters(linked));
        Assert.Equal((TrainingState.Diverged, last), (linked.Advance(long.MaxValue).Moment.State, linked.Moment().Step));
        Assert.Equal(expected, Parameters(linked));
    }

    [Fact]
    public void A_run_that_diverges_at_once_stays_where_it_began()
    {
        const string Name = "nabla:1/data=digits/train-examples=200/test-examples=100/output-activation=identity/initializer=constant:1e38/seed=1";
        var laboratory = LaboratoryFixture.Started(Name);
        var end = laboratory.Advance(long.MaxValue).Moment;
        Assert.Equal((TrainingState.Diverged, 0L, 0L), (end.State, end.Step, end.End));
        Assert.Equal(TestNetworks.Parameters(LaboratoryFixture.NetworkAt(Name, 0)), Parameters(laboratory));
    }

    [Fact]
    public void Training_stops_at_the_accuracy_that_was_asked_for()
    {
        var laboratory = LaboratoryFixture.Started(LaboratoryFixture.Name.Replace("epochs=3", "epochs=30", StringComparison.Ordinal) + "/until-accuracy=0.3");
        var end = laboratory.Advance(long.MaxValue).Moment;
        Assert.Equal(TrainingState.ReachedAccuracy, end.State);
        var accuracies = laboratory.History().Epochs.Select(epoch => epoch.TestAccuracy).ToList();
        Assert.True(accuracies[^1] >= 0.3);
        Assert.All(accuracies.SkipLast(1), accuracy => Assert.True(accuracy < 0.3));
    }

    [Fact]
    public void The_mini_batch_of_a_step_is_the_one_that_the_trainer_takes()
    {
        var laboratory = LaboratoryFixture.Started();
        var trainer = RunName.Parse(LaboratoryFixture.Name).CreateTrainer(LaboratoryFixture.Digits.Train);
        var looked = trainer.Examples().ToList();
        for (int step = 0; step < 60; step++)
        {
            var batch = laboratory.Batch(step);
            Assert.Equal(looked.Skip(10 * step).Take(10).Select(report => report.Index), batch.Examples);
            Assert.Equal(looked.Skip(10 * step).Take(10).Select(report => report.Label), batch.Labels);
            Assert.Equal((step / 20 + 1, step % 20), (batch.Epoch, batch.StepInEpoch));
        }
    }

    [Fact]
    public void An_edit_changes_what_is_shown_and_not_what_is_learned()
    {
        var laboratory = LaboratoryFixture.Started();
        laboratory.Advance(10);
        float[] before = Parameters(laboratory);
        var edit = Assert.Single(laboratory.Edit(2, 3, 5, 1.5).Edits);
        Assert.Equal((1.5, (double)before[784 * 16 + 16 + 3 * 16 + 5]), (edit.Value, edit.Original));
        Assert.Equal(1.5f, laboratory.Weights(2)[3 * 16 + 5]);
        Assert.Empty(laboratory.UndoEdits().Edits);
        Assert.Equal(before, Parameters(laboratory));

        laboratory.Edit(1, 0, null, 9);
        Assert.Empty(laboratory.Advance(20).Moment.Edits);
        Assert.Equal(TestNetworks.Parameters(LaboratoryFixture.NetworkAt(LaboratoryFixture.Name, 20)), Parameters(laboratory));
    }

    [Fact]
    public void A_trained_network_from_a_file_is_shown_until_training_goes_on()
    {
        var trained = LaboratoryFixture.NetworkAt(LaboratoryFixture.Name, 60);
        var laboratory = LaboratoryFixture.Started();
        laboratory.Advance(10);
        laboratory.Edit(1, 0, null, 9);
        var moment = laboratory.ShowModel("mine", Saved(trained));
        Assert.Equal("mine", moment.Model);
        Assert.Empty(moment.Edits);
        Assert.Equal(TestNetworks.Parameters(trained), Parameters(laboratory));

        Assert.Equal(trained.Layers[1].Weights[0], Assert.Single(laboratory.Edit(2, 0, 0, 1).Edits).Original);
        Assert.Null(laboratory.HideModel().Model);
        Assert.Equal(TestNetworks.Parameters(LaboratoryFixture.NetworkAt(LaboratoryFixture.Name, 10)), Parameters(laboratory));

        laboratory.ShowModel("mine", Saved(trained));
        Assert.Null(laboratory.Advance(20).Moment.Model);
        Assert.Equal(TestNetworks.Parameters(LaboratoryFixture.NetworkAt(LaboratoryFixture.Name, 20)), Parameters(laboratory));
    }

    [Fact]
    public void A_trained_network_that_does_not_fit_the_run_is_refused_in_words()
    {
        var laboratory = LaboratoryFixture.Started();
        var other = Network.Create(784, 1, new Dense(30, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
        Assert.Contains("784-30-10", Assert.Throws<ArgumentException>(() => laboratory.ShowModel("other", Saved(other))).Message, StringComparison.Ordinal);
        Assert.Contains("'cut' is not a model", Assert.Throws<InvalidDataException>(() => laboratory.ShowModel("cut", Saved(other)[..500])).Message, StringComparison.Ordinal);
        Assert.Null(laboratory.Moment().Model);
    }

    private static byte[] Saved(Network network)
    {
        using var folder = new TempFolder();
        network.Save(folder["model.safetensors"]);
        return File.ReadAllBytes(folder["model.safetensors"]);
    }

    [Fact]
    public void Keyframes_stay_few_and_near()
    {
        var network = Network.Create(784, 1, new Dense(100, Activation.Sigmoid), new Dense(50, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
        var state = new Trainer(network, LaboratoryFixture.Digits.Train).Capture();
        var keyframes = new MemoryKeyframes(6000);
        keyframes.Add(state);
        for (long step = keyframes.After(0); step < 100_000; step = keyframes.After(step))
        {
            if (keyframes.Wants(step, isEnd: false)) keyframes.Add(state with { Step = step });
        }

        Assert.InRange(keyframes.Count, 40, 110);
        Assert.Equal(0, keyframes.Before(0)!.Step);
        Assert.Equal(1, keyframes.Before(1)!.Step);
        for (long step = 0; step < 100_000; step += 777) Assert.InRange(step - keyframes.Before(step)!.Step, 0, 2048);
    }

    private static float[] Parameters(Laboratory laboratory) =>
        [.. Enumerable.Range(1, laboratory.Explain(new ExampleRef(ExampleSet.Test, 0)).Layers.Count)
            .SelectMany(layer => laboratory.Weights(layer).Concat(laboratory.Biases(layer)))];
}
