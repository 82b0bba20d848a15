using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>What the chapter Inside asks: likeness, noise, labels, pleasing pictures and neighbours, each beside a plain computation.</summary>
public class LaboratoryInsideTests
{
    private static readonly ExampleRef Example = new(ExampleSet.Test, 4);
    private static readonly Network Network = LaboratoryFixture.NetworkAt(LaboratoryFixture.Name, 25);

    private readonly Laboratory _laboratory = LaboratoryFixture.Started();

    public LaboratoryInsideTests() => _laboratory.Advance(25);

    [Fact]
    public void A_neuron_s_likeness_is_its_correlation_with_the_edge_that_is_named()
    {
        var answer = _laboratory.EdgeLikeness(2, 5);
        Assert.Equal([2, 3, 4, 5, 6], answer.Neurons.Select(neuron => neuron.Neuron));
        foreach (var neuron in answer.Neurons)
        {
            float[] edge = _laboratory.EdgePicture(neuron.Row, neuron.Column, neuron.Angle);
            double r = Correlation.Of(Doubles(Network.Layers[0].Row(neuron.Neuron)), Doubles(edge));
            Assert.Equal(r, neuron.Likeness, 1e-5);
        }

        Assert.Equal(_laboratory.EdgeLikeness(0, 100).Neurons.Average(neuron => Math.Abs(neuron.Likeness)), answer.Mean, 1e-12);
        _laboratory.Seek(0);
        Assert.Equal(_laboratory.EdgeLikeness(0, 1).Mean, answer.StartMean, 1e-12);
    }

    [Fact]
    public void The_strokes_that_one_hopes_for_come_with_their_own_likeness() =>
        Assert.Equal([StrokeKind.Lying, StrokeKind.Standing, StrokeKind.Slanting, StrokeKind.UpperLoop, StrokeKind.LowerLoop],
            _laboratory.HopedForStrokes().Select(stroke => stroke.Kind));

    [Theory]
    [InlineData(NoiseKind.Uniform)]
    [InlineData(NoiseKind.Dim)]
    [InlineData(NoiseKind.Salt)]
    internal void Noise_is_counted_picture_by_picture(NoiseKind kind)
    {
        const int Count = 20;
        var (histogram, answers, sure, sum) = (new int[10], new int[10], 0, 0.0);
        for (int n = 1; n <= Count; n++)
        {
            // The pictures before stay the same when one more is drawn.
            var drawn = _laboratory.Noise(kind, 3, n);
            double[] output = new ReferenceNetwork<double>(Network).Output([.. drawn.Picture.Select(pixel => (double)(pixel / 255f))]);
            double top = output.Max();
            Assert.Equal(output, drawn.Outputs);
            histogram[Math.Min(9, (int)(10 * top))]++;
            answers[Array.IndexOf(output, output.Max())]++;
            if (top >= 0.9) sure++;
            sum += top;
        }

        var all = _laboratory.Noise(kind, 3, Count);
        Assert.Equal(histogram, all.Noise.Histogram);
        Assert.Equal(answers, all.Noise.Answers);
        Assert.Equal((Count, sure), (all.Noise.Count, all.Noise.Sure));
        Assert.Equal(sum / Count, all.Noise.Mean, 1e-5);
        double[] tops = [.. Enumerable.Range(0, Count).Select(i => _laboratory.Explain(new ExampleRef(ExampleSet.Test, i)).Layers[^1].A.Max())];
        Assert.Equal(tops.Count(top => top >= 0.9), all.Digits.Sure);
        Assert.Equal(tops.Average(), all.Digits.Mean, 1e-5);
        Assert.Equal(Count, all.Digits.Count);
        if (kind == NoiseKind.Salt) Assert.All(all.Picture, pixel => Assert.True(pixel is 0 or 255));
    }

    [Fact]
    public void There_are_no_more_digits_than_there_are() => Assert.Equal(100, _laboratory.Noise(NoiseKind.Dim, 1, 1000).Digits.Count);

    [Fact]
    public void True_and_shuffled_labels_race_as_the_experiment_does()
    {
        var (train, test) = LaboratoryFixture.Digits;
        Assert.Single(_laboratory.LabelRace(200, 12, 3, 7, 0, 0).True);
        var view = Race(7);
        Assert.Equal(1, view.Done);
        var result = new ShuffledLabelsExperiment().Run(
            new ShuffledLabelsSettings { Examples = 200, TestExamples = 100, Hidden = 12, Epochs = 3, Seeds = [7] }, new ExperimentData(train, test));
        Assert.Equal(result.True.Curve.Points.Where(IsEpoch), view.True);
        Assert.Equal(result.Shuffled.Curve.Points.Where(IsEpoch), view.Shuffled);
        Assert.Equal(2, view.Findings.Count);

        // What is known is not said again; another seed is another race.
        Assert.Single(_laboratory.LabelRace(200, 12, 3, 7, 3, 0).True);
        Assert.NotEqual(view.Shuffled, Race(8).Shuffled);

        static bool IsEpoch(LearningPoint point) => point.Epoch == Math.Floor(point.Epoch);

        LabelRaceView Race(int seed)
        {
            while (_laboratory.LabelRace(200, 12, 3, seed, 0, 5).Done < 1)
            {
            }

            return _laboratory.LabelRace(200, 12, 3, seed, 0, 0);
        }
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(1, 5)]
    public void The_first_step_goes_up_the_slope_that_nudges_of_the_pixels_measure(int layer, int neuron)
    {
        var start = Dream(layer, neuron, 0);
        Assert.All(start.Picture, pixel => Assert.Equal(0.5, pixel));
        Assert.Equal(0, start.NearestLikeness);
        var reference = new ReferenceNetwork<double>(Network);
        double[] slopes = [.. Enumerable.Range(0, 784).Select(p => (Activation(p, 1e-5) - Activation(p, -1e-5)) / 2e-5)];
        double largest = slopes.Max(Math.Abs);
        var first = Dream(layer, neuron, 1);
        for (int p = 0; p < 784; p++) Assert.Equal(0.5 + (0.02 * slopes[p] / largest), first.Picture[p], 1e-5);
        Assert.Equal(Activation(0, 0), first.Activations[0], 1e-12);

        double Activation(int pixel, double nudge)
        {
            double[] a = [.. Enumerable.Repeat(0.5, 784)];
            a[pixel] += nudge;
            for (int l = 0; l < layer; l++) a = reference.Layers[l].Activations(reference.Layers[l].WeightedSums(a));
            return a[neuron];
        }
    }

    [Fact]
    public void A_grown_picture_pleases_and_is_held_against_every_training_digit()
    {
        var dream = Dream(3, 3, 60);
        Assert.Equal(60, dream.Steps);
        Assert.Equal(61, dream.Activations.Count);
        Assert.True(dream.Activations[^1] > dream.Activations[0]);
        double[] output = new ReferenceNetwork<double>(Network).Output([.. dream.Picture]);
        Assert.Equal(output[3], dream.Activations[^1], 1e-12);
        Assert.Equal(dream.Activations[^1], dream.Outputs[3], 1e-12);
        Assert.Equal(Array.IndexOf(output, output.Max()), dream.Prediction);

        double[] likenesses = Likenesses([.. dream.Picture]);
        Assert.Equal(likenesses.Max(), dream.NearestLikeness, 1e-6);
        Assert.Equal(Array.IndexOf(likenesses, likenesses.Max()), dream.Nearest);
        Assert.Equal(LaboratoryFixture.Digits.Train.Label(dream.Nearest), dream.NearestLabel);
        Assert.Equal(Likenesses(Doubles(LaboratoryFixture.Digits.Test[4].Input)).Max(), dream.ExampleLikeness, 1e-6);

        // Looking back at an earlier step shows what stood there.
        Assert.Equal(dream.Activations.Take(11), Dream(3, 3, 10).Activations);

        static double[] Likenesses(double[] picture) =>
            [.. Enumerable.Range(0, 200).Select(i => Correlation.Of(picture, Doubles(LaboratoryFixture.Digits.Train[i].Input)))];
    }

    [Fact]
    public void Neighbours_are_the_nearest_in_every_layer()
    {
        var answer = LaboratoryFixture.Finish(() => _laboratory.Neighbours(Example, 6, 5));
        Assert.Equal(100, answer.Digits);
        Assert.Equal([0, 1, 2, 3], answer.Layers.Select(layer => layer.Layer));
        var seen = Enumerable.Range(0, 100).Select(i => _laboratory.Explain(new ExampleRef(ExampleSet.Test, i))).ToList();
        foreach (var layer in answer.Layers)
        {
            var at = seen.ConvertAll(explained => layer.Layer == 0 ? explained.Input : explained.Layers[layer.Layer - 1].A);
            var expected = Enumerable.Range(0, 100).Where(i => i != 4).Select(i => (Index: i, Distance: Math.Sqrt(at[i].Zip(at[4], (a, b) => (a - b) * (a - b)).Sum())))
                .OrderBy(one => one.Distance).Take(6).ToList();
            Assert.Equal(expected.Select(one => one.Index), layer.Nearest.Select(one => one.Index));
            Assert.Equal(expected.Select(one => one.Distance), layer.Nearest.Select(one => one.Distance), (a, b) => Math.Abs(a - b) < 1e-9);
            Assert.All(layer.Nearest, one => Assert.Equal(LaboratoryFixture.Digits.Test.Label(one.Index), one.Label));
        }
    }

    [Fact]
    public void What_makes_no_sense_is_refused_in_words()
    {
        Refuses("Draw 1 to 1,000 pictures of noise, not 0.", () => _laboratory.Noise(NoiseKind.Dim, 1, 0));
        Refuses(
            "The race has 10 to 5,000 examples, 1 to 200 hidden neurons, 1 to 500 epochs, and a seed that is not below 0.",
            () => _laboratory.LabelRace(5, 12, 3, 1, 0, 1));
        Refuses("A picture grows for 0 to 1,000 steps, not 1001.", () => _laboratory.Dream(Example, 1, 1, DreamStart.Grey, 1001, 1));
        Refuses("An example has 1 to 50 neighbours, not 51.", () => _laboratory.Neighbours(Example, 51, 1));
        Refuses("A seed is not below 0; -1 is.", () => _laboratory.Noise(NoiseKind.Dim, -1, 1));

        static void Refuses(string words, Func<object> ask) => Assert.Equal(words, Assert.Throws<ArgumentException>(ask).Message);
    }

    private DreamView Dream(int layer, int neuron, int steps) =>
        LaboratoryFixture.Finish(() => _laboratory.Dream(Example, layer, neuron, DreamStart.Grey, steps, 1000));

    private static double[] Doubles(ReadOnlySpan<float> values) => Array.ConvertAll(values.ToArray(), value => (double)value);
}
