using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>What the laboratory answers is what the library says of the same network and example.</summary>
public class LaboratoryQueryTests
{
    private static readonly ExampleRef Example = new(ExampleSet.Test, 4);
    private static readonly ExampleRef Drawing = new(ExampleSet.Drawing, 0);
    private static readonly Network Network = LaboratoryFixture.NetworkAt(LaboratoryFixture.Name, 25);
    private static readonly Explainer Explainer = new(Network, LaboratoryFixture.Digits.Test[4], Cost.Quadratic);

    private readonly Laboratory _laboratory = LaboratoryFixture.Started();

    public LaboratoryQueryTests() => _laboratory.Advance(25);

    [Fact]
    public void An_explanation_is_the_explainer_s()
    {
        var explanation = _laboratory.Explain(Example);
        Assert.Equal(Explainer.Value, explanation.Cost);
        Assert.Equal(LaboratoryFixture.Digits.Test.Label(4), explanation.Label);
        foreach (var (view, layer) in explanation.Layers.Zip(Explainer.Layers()))
        {
            Assert.Equal(layer.Z, view.Z);
            Assert.Equal(layer.A, view.A);
            Assert.Equal(layer.Slope, view.Slope);
            Assert.Equal(layer.DCdA, view.DCdA);
            Assert.Equal(layer.Delta, view.Delta);
        }

        Assert.Equal(explanation.Layers[^1].A.Max(), explanation.Layers[^1].A[explanation.Prediction]);
    }

    [Fact]
    public void The_numbers_of_a_neuron_s_equation_add_up()
    {
        var neuron = _laboratory.Neuron(Example, 1, 3);
        Assert.Equal(784, neuron.Contributions.Count);
        Assert.Equal(neuron.Contributions.Sum(c => c.Weight * c.Activation) + neuron.Bias, neuron.Z, 1e-12);
        Assert.Equal(neuron.Contributions.OrderByDescending(c => Math.Abs(c.Product)).Select(c => c.Input), neuron.Contributions.Select(c => c.Input));
        Assert.Equal(1 / (1 + Math.Exp(-neuron.Z)), neuron.A, 1e-12);
        Assert.All(neuron.Curve, point => Assert.Equal(1 / (1 + Math.Exp(-point.Z)), point.A, 1e-12));
        Assert.True(neuron.Curve[0].Z < neuron.Z && neuron.Z < neuron.Curve[^1].Z);
        Assert.Equal(Network.Layers[0].Weights.ToArray(), _laboratory.Weights(1));
        Assert.Equal(Network.Layers[2].Biases.ToArray(), _laboratory.Biases(3));
    }

    [Fact]
    public void The_parts_of_a_cost_add_up()
    {
        var cost = _laboratory.Cost(Example);
        Assert.Equal(cost.Cost, cost.Outputs.Sum(output => (output.Activation - output.Target) * (output.Activation - output.Target)), 1e-12);
        Assert.Equal(Enumerable.Range(0, 10), cost.Outputs.Select(output => output.Output));
        Assert.All(cost.Outputs, output => Assert.Equal(output.Square, output.Part, 1e-15));
    }

    [Theory]
    [InlineData(ExampleSet.Train)]
    [InlineData(ExampleSet.Test)]
    internal void A_review_is_the_evaluator_s(ExampleSet set)
    {
        var data = set == ExampleSet.Train ? LaboratoryFixture.Digits.Train : LaboratoryFixture.Digits.Test;
        var review = LaboratoryFixture.Finish(() => _laboratory.Review(set, 1));
        var evaluation = Evaluator.Evaluate(Network, data, Cost.Quadratic);
        Assert.Equal(evaluation.Cost, review.Cost, 1e-6);
        Assert.Equal(evaluation.Correct, review.Correct);
        Assert.Equal(evaluation.Confusion.Cast<int>(), review.Confusion.SelectMany(row => row));
        Assert.Equal(data.Count, review.Histogram.Sum(bin => bin.Count));

        var misread = _laboratory.Misread(set, null, null, 0, 1000);
        Assert.Equal(data.Count - evaluation.Correct, misread.Total);
        Assert.Equal(evaluation.Mistakes(data), misread.Examples.Select(example => example.Index));
        var (label, prediction, count) = evaluation.WorstConfusion!.Value;
        Assert.Equal(count, _laboratory.Misread(set, label, prediction, 0, 1).Total);
        Assert.Equal(_laboratory.Misread(set, label, prediction, 0, 1000).Examples, _laboratory.TakenFor(set, label, prediction, 0, 1000).Examples);
        Assert.Equal(evaluation.Confusion[4, 4], _laboratory.TakenFor(set, 4, 4, 0, 1).Total);

        var costliest = _laboratory.Costliest(set, 0, 1000).Examples;
        Assert.Equal(review.LargestCost, costliest[0].Cost);
        Assert.All(costliest, example => Assert.Equal(
            Backpropagation.Trace(Network, data[example.Index], Cost.Quadratic).Cost, example.Cost, 1e-5));
        Assert.Equal(costliest.Skip(5).Take(3), _laboratory.Costliest(set, 5, 3).Examples);
    }

    [Fact]
    public void A_review_that_has_begun_is_finished_though_training_goes_on()
    {
        Assert.Null(_laboratory.Review(ExampleSet.Train, 0).Result);
        _laboratory.Advance(30);
        var review = LaboratoryFixture.Finish(() => _laboratory.Review(ExampleSet.Train, 1000));
        Assert.Equal(25, review.Step);
        Assert.Equal(Evaluator.Evaluate(Network, LaboratoryFixture.Digits.Train, Cost.Quadratic).Cost, review.Cost, 1e-6);
        Assert.Equal(30, LaboratoryFixture.Finish(() => _laboratory.Review(ExampleSet.Train, 1000)).Step);
    }

    [Fact]
    public void Nudges_and_chains_are_the_explainer_s()
    {
        Assert.Equal(Explainer.DesiredChanges(), _laboratory.DesiredChanges(Example));
        Assert.Equivalent(Explainer.Avenues(2, 3), _laboratory.Avenues(Example, 2, 3), strict: true);
        Assert.Equivalent(Explainer.Wishes(3), _laboratory.Wishes(Example, 3), strict: true);
        Assert.All(_laboratory.Wishes(Example, 1), wish => Assert.Empty(wish.Shares));
        Assert.Equivalent(Explainer.Wishes(1)[300], _laboratory.Wish(Example, 1, 300), strict: true);
        Assert.Equivalent(Explainer.Chain(1, 2, 300), _laboratory.Chain(Example, 1, 2, 300), strict: true);
    }

    [Fact]
    public void Terms_too_long_for_an_equation_come_by_themselves()
    {
        var equations = _laboratory.Equations(Example, 1);
        var all = Explainer.Equations().Where(equation => equation.Layer == 1).ToList();
        Assert.Equal(all.Select(equation => equation.Name), equations.Select(equation => equation.Name));
        Assert.Empty(equations.Single(equation => equation.Name == "BP4").Terms[0].Values);
        Assert.Equal(all.Single(equation => equation.Name == "BP4").Terms[0].Values.SelectMany(row => row).Select(x => x!.Value), _laboratory.EquationTerm(Example, 1, "BP4", 0));
        Assert.Equivalent(all[0], equations[0], strict: true);
    }

    [Theory]
    [InlineData(1, 4, 380)]
    [InlineData(2, 0, null)]
    [InlineData(3, 9, 15)]
    public void A_derivative_is_the_trace_s_and_agrees_with_its_measurement(int layer, int neuron, int? input)
    {
        var check = _laboratory.CheckDerivative(Example, layer, neuron, input);
        var gradient = Backpropagation.Gradient<double>(Network, [LaboratoryFixture.Digits.Test[4]], Cost.Quadratic);
        Assert.Equal(gradient[new Parameter(layer, neuron, input)], check.Computed);
        Assert.True(check.Agrees, $"{check}");
        Assert.Equal(check.Computed, check.Measured, 1e-7);
    }

    [Fact]
    public void The_table_s_mean_is_the_gradient_and_the_full_one_is_the_data_s()
    {
        var batch = _laboratory.Batch(25).Examples;
        var asked = new Parameter(1, 5, 300);
        var table = LaboratoryFixture.Finish(() => _laboratory.Averaging(batch, 4, [asked], 1));
        var own = AveragingTable.Of(Network, LaboratoryFixture.Digits.Train, batch, Cost.Quadratic, 4);
        Assert.Equal(asked, table.Rows[0].Parameter);
        Assert.Equal(own.Rows.Select(row => row.Parameter), table.Rows.Skip(1).Select(row => row.Parameter));
        Assert.Equal(own.Rows.SelectMany(row => row.Derivatives), table.Rows.Skip(1).SelectMany(row => row.Derivatives));
        Assert.Equal((own.Length, own.FullLength, own.Cosine), (table.Length, table.FullLength, table.Cosine));
        Assert.All(table.Rows, row => Assert.Equal(row.Mean, row.Gradient, 1e-6));

        var gradient = _laboratory.BatchGradient();
        Assert.Equal(table.Length, gradient.Length, 1e-5);
        Assert.Equal(1, gradient.Layers.Sum(layer => layer.Share), 1e-12);
        Assert.Equal(gradient.Length * gradient.Length, gradient.Layers.Sum(layer => layer.Length * layer.Length), 1e-9);
    }

    [Fact]
    public void A_drawing_is_an_example_and_has_a_cost_once_it_has_a_label()
    {
        byte[] pixels = new byte[56 * 56];
        for (int y = 8; y < 48; y++) pixels.AsSpan(y * 56 + 26, 4).Fill(255);
        byte[] normal = new byte[784];
        ImageNormalizer.Normalize(pixels, 56, 56, normal);
        var drawing = _laboratory.Draw(pixels, 56, 56, normalise: true, label: null);
        Assert.Equal(normal.Select(pixel => (int)pixel), drawing.Pixels);
        Assert.Equal(new Predictor(Network).Outputs(normal).ToArray().Select(a => (double)a), drawing.Outputs, (x, y) => Math.Abs(x - y) < 1e-5);
        var explanation = _laboratory.Explain(Drawing);
        Assert.Null(explanation.Cost);
        Assert.Null(explanation.Target);
        Assert.All(explanation.Layers, layer => Assert.Null(layer.Delta));
        Assert.Contains("Say which digit", Assert.Throws<InvalidOperationException>(() => _laboratory.DesiredChanges(Drawing)).Message, StringComparison.Ordinal);

        var raw = _laboratory.Draw(pixels, 56, 56, normalise: false, label: 1);
        Assert.NotEqual(drawing.Pixels, raw.Pixels);
        Assert.Equal(255, raw.Pixels[14 * 28 + 13]);
        Assert.Equal(1, _laboratory.Explain(Drawing).Target![1]);
        Assert.NotEmpty(_laboratory.DesiredChanges(Drawing));
        Assert.True(_laboratory.Draw(new byte[4], 2, 2, normalise: true, label: null).Blank);
    }

    [Fact]
    public void A_photograph_is_an_example_whatever_its_paper()
    {
        // A green stroke of half the strength on yellow paper, and on dark paper a light one; where nothing covers it, paper is white.
        foreach (var (paper, ink) in new (byte[] Paper, byte[] Ink)[]
        {
            ([240, 230, 150, 255], [40, 90, 40, 255]), ([30, 30, 40, 255], [200, 210, 220, 255]), ([0, 0, 0, 0], [0, 0, 0, 255]),
        })
        {
            byte[] rgba = new byte[120 * 90 * 4];
            for (int i = 0; i < 120 * 90; i++) (i % 120 is >= 55 and < 65 && i / 120 is >= 20 and < 70 ? ink : paper).CopyTo(rgba, 4 * i);
            byte[] shades = [.. Enumerable.Range(0, 120 * 90).Select(i =>
                (byte)Math.Round((0.299 * rgba[4 * i] + 0.587 * rgba[4 * i + 1] + 0.114 * rgba[4 * i + 2]) * rgba[4 * i + 3] / 255 + 255 - rgba[4 * i + 3]))];
            var photo = _laboratory.Photograph(rgba, 120, 90, which: 0, label: 1);
            Assert.Equal(ImageNormalizer.Normalize(new GrayImage(120, 90, shades)).Pixels.Select(pixel => (int)pixel), photo.Pixels);
            Assert.False(photo.Blank);
            Assert.Equal(255, photo.Pixels[14 * 28 + 14]);
            Assert.Equal(photo.Outputs, _laboratory.Explain(Drawing).Layers[^1].A);
            Assert.Equal(1, _laboratory.Explain(Drawing).Target![1]);
        }

        Assert.True(_laboratory.Photograph([9, 9, 9, 255], 1, 1, which: 0, label: null).Blank);
        Assert.Throws<ArgumentException>(() => _laboratory.Photograph(new byte[784], 28, 28, which: 0, label: null));
    }

    [Fact]
    public void A_photograph_of_several_digits_is_read_as_predict_reads_it()
    {
        var page = new ComposedPage(400, 200);
        for (int i = 0; i < 3; i++) page.Digit(LaboratoryFixture.Digits.Test.Image(i), 20 + 120 * i, 40, 80, 0.8);
        var picture = page.ToImage();
        var found = ImageNormalizer.FindDigits(picture);
        Assert.Equal(3, found.Count);

        var second = _laboratory.Photograph(Opaque(picture), 400, 200, which: 1, label: null);
        var reading = _laboratory.ReadPhoto();

        Assert.Equal(found.Select(digit => (digit.X, digit.Y, digit.Width, digit.Height)), reading.Digits.Select(digit => (digit.X, digit.Y, digit.Width, digit.Height)));
        Assert.Equal(found.Select(digit => digit.Image.Pixels.Select(pixel => (int)pixel)), reading.Digits.Select(digit => digit.Pixels));
        Assert.Equal(reading.Digits[1].Pixels, second.Pixels);
        Assert.Equal(second.Prediction, reading.Digits[1].Prediction);
        Assert.Equal(second.Outputs.Max(), reading.Digits[1].Output, 6);
        Assert.False(reading.AreTouching);
        Assert.Equal("There is no example 3; they are 0 to 2.", Assert.Throws<ArgumentException>(() => _laboratory.Photograph(Opaque(picture), 400, 200, 3, null)).Message);

        // What cannot be told apart is said, and the largest piece is shown.
        page.Line(60, 100, 340, 100, 8, 0.8);
        Assert.False(_laboratory.Photograph(Opaque(page.ToImage()), 400, 200, which: 0, label: null).Blank);
        Assert.True(_laboratory.ReadPhoto() is { AreTouching: true, Digits.Count: 1 });
    }

    private static byte[] Opaque(GrayImage picture) => [.. picture.Pixels.SelectMany(shade => new byte[] { shade, shade, shade, 255 })];

    [Fact]
    public void A_chain_of_single_neurons_and_a_formula_are_the_library_s()
    {
        var chain = Laboratory.OneNeuronChain(new OneNeuronNetwork(0.5, 1, "quadratic", "sigmoid", [1, 2], [0, -1]));
        Assert.Equivalent(OneNeuronChain.Run(0.5, 1, Cost.Quadratic, Activation.Sigmoid, [(1, 0), (2, -1)]), chain, strict: true);
        Assert.True(Laboratory.CheckFormula("a' · σ'(z) · 2(a−y)", "w", "quadratic", "sigmoid").Check!.Holds);
        Assert.False(Laboratory.CheckFormula("a' · σ'(z) · (a−y)", "w", "quadratic", "sigmoid").Check!.Holds);
    }
}
