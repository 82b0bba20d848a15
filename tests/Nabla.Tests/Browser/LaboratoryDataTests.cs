using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>Data come in slices and from files, and what is wrong is said in words.</summary>
public class LaboratoryDataTests
{
    [Fact]
    public void Digits_drawn_in_slices_are_the_library_s_and_more_of_them_begin_with_the_same()
    {
        var laboratory = new Laboratory();
        LaboratoryFixture.Finish(() => laboratory.MakeDigits(60, 30, 1));
        var info = LaboratoryFixture.Finish(() => laboratory.MakeDigits(200, 100, 1));
        Assert.Equal([new DataSetInfo("digits", 200, 100, 28, 28, 10)], info.Sets);
        laboratory.Start(LaboratoryFixture.Name);
        Assert.Equal(LaboratoryFixture.Digits.Train.Pixels.ToArray(), laboratory.Pixels(ExampleSet.Train, 0, 200));
        Assert.Equal(LaboratoryFixture.Digits.Test.Pixels[^784..].ToArray(), laboratory.Pixels(ExampleSet.Test, 99, 1));
        Assert.Equal(LaboratoryFixture.Digits.Train.Labels.ToArray(), laboratory.Labels(ExampleSet.Train));
        Assert.Single(LaboratoryFixture.Finish(() => laboratory.MakeDigits(10, 10, 1)).Sets, set => set is { Train: 200, Test: 100 });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Published_sets_come_from_their_files(bool gzip)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Idx.SaveFolder(folder, LaboratoryFixture.Digits.Train, LaboratoryFixture.Digits.Test, gzip);
            byte[][] files = [.. new[] { "train-images", "train-labels", "t10k-images", "t10k-labels" }
                .Select(part => File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder, part + "*"))))];
            var laboratory = new Laboratory();
            laboratory.SetImages("mnist", files[0], files[1], files[2], files[3]);
            var run = laboratory.Start("nabla:1/data=auto/seed=1");
            Assert.Equal("nabla:1/data=mnist/seed=1", run.Name);
            Assert.Equal((200, 100), (run.TrainExamples, run.TestExamples));
            Assert.Equal(LaboratoryFixture.Digits.Train.Pixels.ToArray(), laboratory.Pixels(ExampleSet.Train, 0, 200));

            Says("mixed up", () => laboratory.SetImages("mnist", files[1], files[0], files[2], files[3]));
            Says("do not belong together", () => laboratory.SetImages("mnist", files[0], files[3], files[2], files[1]));
            Says("train-images", () => laboratory.SetImages("mnist", files[0][..^900], files[1], files[2], files[3]));
            Says("There is no data set 'iris'", () => laboratory.SetImages("iris", files[0], files[1], files[2], files[3]));
            Assert.Single(laboratory.SetImages("mnist", files[0], files[1], files[2], files[3]).Sets);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_run_s_name_is_checked_before_it_is_started()
    {
        var laboratory = LaboratoryFixture.WithDigits();
        var good = laboratory.Check(LaboratoryFixture.Name);
        Assert.Empty(good.Problems);
        Assert.True(good.DataIsHere);
        Assert.Equal((200, 100), (good.TrainExamples, good.TestExamples));

        var more = laboratory.Check("nabla:1/data=digits/seed=1");
        Assert.Equal((60_000, 10_000, false), (more.TrainExamples!.Value, more.TestExamples!.Value, more.DataIsHere));
        Says("not here yet", () => laboratory.Start("nabla:1/data=digits/seed=1"));

        Assert.Null(laboratory.Check("hello").Name);
        Assert.Contains("no name of a run", Assert.Single(laboratory.Check("hello").Problems).ToString(), StringComparison.Ordinal);
        Assert.Contains("cannot get the data 'wine.csv'", Assert.Single(laboratory.Check("nabla:1/data=wine.csv/seed=1").Problems).ToString(), StringComparison.Ordinal);
        var misfit = laboratory.Check("nabla:1/data=digits/cost=cross-entropy/output-activation=sigmoid/seed=1");
        Assert.Contains("needs softmax", Assert.Single(misfit.Problems).ToString(), StringComparison.Ordinal);
        Assert.Contains("smaller", Assert.Single(laboratory.Check("nabla:1/data=digits/hidden=100000/seed=1").Problems).ToString(), StringComparison.Ordinal);
        Assert.Contains("learning-rate", Assert.Single(laboratory.Check(LaboratoryFixture.Name + "/learning-rate=0").Problems).ToString(), StringComparison.Ordinal);
        Says("no name of a run", () => laboratory.Start("hello"));
    }

    [Fact]
    public void What_is_chosen_brings_along_what_follows_from_it()
    {
        var laboratory = LaboratoryFixture.WithDigits();
        RunCheck Choose(string name, params (string Name, string Value)[] chosen) => laboratory.Choose(name, chosen.ToDictionary(one => one.Name, one => one.Value));

        var relu = Choose(LaboratoryFixture.Name, ("activation", "relu"));
        Assert.Equal("he", relu.Settings["initializer"]);
        Assert.Equal("he", RunName.Parse(relu.Name!).Initializer.Name);
        var adam = Choose(relu.Name!, ("optimizer", "adam"), ("cost", "cross-entropy"));
        Assert.Equal(("0.001", "softmax"), (adam.Settings["learning-rate"], adam.Settings["output-activation"]));
        Assert.Equal(["beta1", "beta2", "epsilon"], adam.Fields.Except(relu.Fields));
        Assert.DoesNotContain("target", adam.Fields);

        // What may be left empty is not set then; what may not is refused.
        var patient = Choose(adam.Name!, ("patience", "3"), ("clip", "2"));
        Assert.Equal(("3", "2"), (patient.Settings["patience"], patient.Settings["clip"]));
        Assert.DoesNotContain("clip", Choose(patient.Name!, ("clip", "")).Settings.Keys);
        Assert.Contains("'epochs' is ''", Assert.Single(Choose(adam.Name!, ("epochs", "")).Problems).ToString(), StringComparison.Ordinal);
        Assert.Null(Choose(adam.Name!, ("momentum", "0.5")).Name);

        var about = Laboratory.Describe();
        Assert.Superset(adam.Fields.ToHashSet(), about.Settings.Select(setting => setting.Name).ToHashSet());
        Assert.Equal(about.Data, about.Settings.Single(setting => setting.Name == "data").Choices);
    }

    [Fact]
    public void Every_preset_can_be_started_and_has_a_key_of_its_own()
    {
        var presets = Laboratory.Describe().Presets;
        Assert.Equal(presets.Count, presets.Select(preset => preset.Key).Distinct().Count());
        Assert.Contains(presets, preset => preset is { Key: "lecture", Works: true });
        var laboratory = LaboratoryFixture.WithDigits();
        foreach (var preset in presets)
        {
            var configuration = RunName.Parse(preset.Name);
            string name = RunName.Of(configuration with { Data = "digits", TrainExamples = Math.Min(200, configuration.TrainExamples ?? 200), TestExamples = 100 });
            Assert.Empty(laboratory.Check(name).Problems);
            Assert.Equal(name, laboratory.Start(name).Name);
        }
    }

    [Fact]
    public void The_sets_from_files_are_those_that_the_library_knows() =>
        Assert.Equal(PublishedDataset.All.Select(set => set.Name), DataShelf.Published);

    [Fact]
    public void What_is_not_there_is_said_in_words()
    {
        Says("There is no run yet", () => new Laboratory().Moment());
        var laboratory = LaboratoryFixture.Started();
        var example = new ExampleRef(ExampleSet.Test, 0);
        Says("There is no example 100; they are 0 to 99", () => laboratory.Explain(new ExampleRef(ExampleSet.Test, 100)));
        Says("There is no example -1", () => laboratory.Explain(new ExampleRef(ExampleSet.Train, -1)));
        Says("Nothing is drawn yet", () => laboratory.Explain(new ExampleRef(ExampleSet.Drawing, 0)));
        Says("There is no layer 4; the layers are 1 to 3", () => laboratory.Neuron(example, 4, 0));
        Says("There is no layer 0", () => laboratory.Weights(0));
        Says("no neuron 16", () => laboratory.Avenues(example, 1, 16));
        Says("no input 784", () => laboratory.Chain(example, 1, 0, 784));
        Says("finite", () => laboratory.Edit(1, 0, 0, double.NaN));
        Says("finite", () => laboratory.Edit(1, 0, 0, 1e300));
        Says("no mini-batch after 60 steps", () => laboratory.Batch(60));
        Says("There are no 2 images from 99", () => laboratory.Pixels(ExampleSet.Test, 99, 2));
        Says("a single example", () => laboratory.Review(ExampleSet.Drawing, 1));
        Says("needs as many pixels", () => laboratory.Draw([1, 2, 3], 2, 2, normalise: true, label: null));
        Says("There is no class 10", () => laboratory.Draw([0, 0, 0, 0], 2, 2, normalise: true, label: 10));
        Says("no example 200", () => laboratory.Averaging([200], 1, [], 1));
        Says("milliseconds", () => laboratory.Advance(1, double.NaN));
        Says("digits there can be", () => laboratory.MakeDigits(0, 1, 1));
    }

    private static void Says(string words, Func<object?> call) => Assert.Contains(words, Assert.ThrowsAny<Exception>(call).Message, StringComparison.Ordinal);
}
