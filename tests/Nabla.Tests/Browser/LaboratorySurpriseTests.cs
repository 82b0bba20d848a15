using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>What is surprising about how an example is read is true: each number is what a plain forward pass gives of the picture that is shown.</summary>
public class LaboratorySurpriseTests
{
    private const int Side = 28;

    private static readonly Network Network = LaboratoryFixture.NetworkAt(LaboratoryFixture.Name, 60);
    private static readonly ReferenceNetwork<double> Reference = new(Network);

    private readonly Laboratory _laboratory = LaboratoryFixture.Started();

    public LaboratorySurpriseTests() => _laboratory.Advance(60);

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_is_said_is_true(int index)
    {
        double[] input = [.. LaboratoryFixture.Digits.Test[index].Input.ToArray().Select(x => (double)x)];
        var surprise = Of(index);
        double[] outputs = Reference.Output(input), others = Reference.Output([.. surprise.Picture]);
        int prediction = Strongest(outputs);
        Assert.Equal((prediction, outputs[prediction]), (surprise.Prediction, surprise.Value));
        Assert.Equal(Strongest(others), surprise.Other);
        Assert.Equal(surprise.Kind == SurpriseKind.Strongest ? others[prediction] : others.Max(), surprise.OtherValue);

        int[] changed = [.. Enumerable.Range(0, input.Length).Where(pixel => input[pixel] != surprise.Picture[pixel])];
        switch (surprise.Kind)
        {
            case SurpriseKind.Pixel:
                Assert.Equal([surprise.Pixel!.Value], changed);
                Assert.NotEqual(prediction, surprise.Other);
                break;
            case SurpriseKind.Moved:
                Assert.InRange(Math.Max(Math.Abs(surprise.Across), Math.Abs(surprise.Down)), 1, 3);
                Assert.Equal(input.Sum(), surprise.Picture.Sum(), 1e-9);
                Assert.All(Enumerable.Range(0, input.Length).Where(pixel => input[pixel] > 0),
                    pixel => Assert.Equal(input[pixel], surprise.Picture[pixel + (Side * surprise.Down) + surprise.Across]));
                Assert.NotEqual(prediction, surprise.Other);
                break;
            case SurpriseKind.Noise:
                // The chapter Inside shows the same picture as its last.
                Assert.Equal(_laboratory.Noise(NoiseKind.Uniform, 1, surprise.Draws).Picture, surprise.Picture.Select(x => (int)Math.Round(255 * x)));
                Assert.True(surprise.OtherValue >= surprise.Value);
                break;
            case SurpriseKind.Erased:
                Assert.All(changed, pixel => Assert.Equal(0, surprise.Picture[pixel]));
                Assert.Equal(1 - (surprise.Picture.Sum() / input.Sum()), surprise.Part, 1e-9);
                Assert.InRange(surprise.Part, 0.5, 1);
                Assert.Equal(prediction, surprise.Other);
                break;
            default:
                Assert.Equal([surprise.Pixel!.Value], changed);
                break;
        }
    }

    [Fact]
    public void The_neuron_that_changes_most_is_named()
    {
        var surprise = Of(3);
        var layer = Reference.Layers[0];
        double[] before = layer.Activations(layer.WeightedSums([.. LaboratoryFixture.Digits.Test[3].Input.ToArray().Select(x => (double)x)]));
        double[] after = layer.Activations(layer.WeightedSums([.. surprise.Picture]));
        Assert.Equal(before.Zip(after, (a, b) => Math.Abs(a - b)).Max(), Math.Abs(after[surprise.Neuron] - before[surprise.Neuron]));
    }

    [Fact]
    public void Different_digits_have_different_surprises() =>
        Assert.True(Enumerable.Range(0, 20).Select(index => Of(index).Kind).Distinct().Count() > 1);

    [Fact]
    public void A_drawing_without_a_target_has_one_too()
    {
        byte[] pixels = new byte[Side * Side];
        for (int row = 6; row < 22; row++) pixels[(row * Side) + 14] = 255;
        _laboratory.Draw(pixels, Side, Side, true, null);
        var surprise = LaboratoryFixture.Finish(() => _laboratory.Surprise(new ExampleRef(ExampleSet.Drawing, 0), 1000));
        Assert.Equal(_laboratory.Explain(new ExampleRef(ExampleSet.Drawing, 0)).Prediction, surprise.Prediction);
    }

    private Surprise Of(int index) => LaboratoryFixture.Finish(() => _laboratory.Surprise(new ExampleRef(ExampleSet.Test, index), 1000));

    private static int Strongest(double[] outputs) => Array.IndexOf(outputs, outputs.Max());
}
