namespace Nabla.Tests;

public class ExplainerTests
{
    private static readonly Example Example = TestNetworks.Data(1)[0];

    [Theory]
    [MemberData(nameof(TestNetworks.All), MemberType = typeof(TestNetworks))]
    public void Parts_of_the_cost_add_up_to_it(string hidden, string output, string cost, int depth)
    {
        var explainer = Make(hidden, output, cost, depth);

        var changes = explainer.DesiredChanges();

        Assert.Equal(new Naive(TestNetworks.Make(hidden, output, depth), Example, Cost.Parse(cost)).Value(), explainer.Value, 1e-12);
        Assert.Equal(explainer.Value, changes.Sum(change => change.CostPart), 1e-12);
        Assert.Equal(Enumerable.Range(0, 5), changes.Select(change => change.Output).Order());
    }

    [Fact]
    public void Each_output_wants_to_move_by_its_error_the_worst_first()
    {
        var changes = Make("sigmoid", "sigmoid", "quadratic", 3).DesiredChanges();

        Assert.All(changes, change => Assert.Equal(2 * (change.Target - change.Activation), change.Change!.Value, 1e-15));
        Assert.Equal(changes.OrderByDescending(change => Math.Abs(change.Target - change.Activation)), changes);
        Assert.Equal(Example.Label, Assert.Single(changes, change => change.Change > 0).Output);
    }

    [Fact]
    public void With_softmax_and_cross_entropy_every_sum_wants_to_move_by_its_error()
    {
        var changes = Make("sigmoid", "softmax", "cross-entropy", 2).DesiredChanges();

        Assert.All(changes, change => Assert.Equal(change.Target - change.Activation, change.SumChange, 1e-15));
        Assert.Equal(changes.OrderByDescending(change => Math.Abs(change.SumChange)), changes);
        Assert.All(changes, change => Assert.Equal(change.Target / change.Activation, change.Change!.Value, 1e-12));
    }

    [Theory]
    [MemberData(nameof(TestNetworks.All), MemberType = typeof(TestNetworks))]
    public void Three_avenues_together_reproduce_the_change_of_the_cost(string hidden, string output, string cost, int depth)
    {
        var network = TestNetworks.Make(hidden, output, depth);
        var explainer = new Explainer(network, Example, Cost.Parse(cost));
        for (int layer = 1; layer <= depth; layer++)
        {
            var avenues = explainer.Avenues(layer, 2);
            double all = avenues.Bias.SquaredLength + avenues.Weights.SquaredLength + avenues.Activations.SquaredLength;
            Assert.Equal(1, avenues.Bias.Share + avenues.Weights.Share + avenues.Activations.Share, 1e-12);
            foreach (var step in avenues.Steps)
            {
                var naive = new Naive(network, Example, Cost.Parse(cost));
                double before = naive.Value(), epsilon = step.Size;
                naive.B[layer - 1][2] -= epsilon * avenues.Bias.Nudges[0].Derivative;
                foreach (var nudge in avenues.Weights.Nudges) naive.W[layer - 1][2, nudge.Input!.Value] -= epsilon * nudge.Derivative;
                double[] wish = new double[network.Layers[layer - 1].Inputs];
                foreach (var nudge in avenues.Activations.Nudges) wish[nudge.Input!.Value] = epsilon * nudge.Derivative;

                Assert.Equal(-epsilon * all, step.Promised, 1e-15);
                Assert.Equal(-epsilon * avenues.Bias.SquaredLength, step.PromisedBias, 1e-15);
                Assert.Equal(-epsilon * avenues.Weights.SquaredLength, step.PromisedWeights, 1e-15);
                Assert.Equal(-epsilon * avenues.Activations.SquaredLength, step.PromisedActivations, 1e-15);
                Assert.Equal(naive.Value(layer - 1, (j, k) => j == 2 ? -wish[k] : 0) - before, step.Measured, 1e-13);
            }

            // To first order: what is left shrinks with the square of the step.
            var last = avenues.Steps[^1];
            Assert.Equal(last.Promised, last.Measured, Math.Abs(last.Promised) * 1e-3 + 1e-14);
            Assert.Equal(last.Measured, last.Bias + last.Weights + last.Activations, Math.Abs(last.Promised) * 1e-3 + 1e-14);
        }
    }

    [Fact]
    public void Every_avenue_leads_with_its_strongest_nudge_and_its_factor()
    {
        var network = TestNetworks.Make("tanh", "sigmoid", 2);
        var trace = Backpropagation.Trace(network, Example, Cost.Quadratic);

        var avenues = new Explainer(network, Example, Cost.Quadratic).Avenues(1, 4);

        Assert.Equal(trace.Layers[0].DCdB[4], Assert.Single(avenues.Bias.Nudges).Derivative);
        foreach (var avenue in new[] { avenues.Weights, avenues.Activations })
        {
            Assert.Equal(avenue.Nudges.OrderByDescending(nudge => Math.Abs(nudge.Derivative)), avenue.Nudges);
            Assert.Equal(avenue.Nudges.Sum(nudge => nudge.Derivative * nudge.Derivative), avenue.SquaredLength, 1e-12);
        }

        Assert.All(avenues.Weights.Nudges, nudge => Assert.Equal(trace.Layers[0].DCdW[4, nudge.Input!.Value], nudge.Derivative, 1e-15));
        Assert.All(avenues.Activations.Nudges, nudge => Assert.Equal(network.Layers[0][4, nudge.Input!.Value], nudge.Factor));
        Assert.Equal(Example.Input.Count(x => x == 0), avenues.Brightest.Dark);
        Assert.Equal(avenues.Weights.Nudges.Take(2).Select(nudge => nudge.Input!.Value), avenues.Brightest.Inputs);
        double[] sizes = [.. avenues.Weights.Nudges.Select(nudge => Math.Abs(nudge.Derivative))];
        Assert.Equal((sizes[0] + sizes[1]) / sizes.Sum(), avenues.Brightest.Share, 1e-12);
    }

    [Theory]
    [MemberData(nameof(TestNetworks.All), MemberType = typeof(TestNetworks))]
    public void Wishes_add_up_to_what_an_activation_means_to_the_cost(string hidden, string output, string cost, int depth)
    {
        var naive = new Naive(TestNetworks.Make(hidden, output, depth), Example, Cost.Parse(cost));
        var explainer = Make(hidden, output, cost, depth);
        for (int layer = 1; layer <= depth; layer++)
        {
            foreach (var wish in explainer.Wishes(layer))
            {
                double measured = Naive.Slope(h => naive.Value(layer - 1, (_, k) => k == wish.Neuron ? h : 0));
                Assert.Equal(measured, wish.Derivative, 1e-8);
                Assert.Equal(wish.Derivative, wish.Shares.Sum(), 1e-13);
                Assert.Equal(layer - 1, wish.Layer);
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestNetworks.All), MemberType = typeof(TestNetworks))]
    public void Chain_of_factors_is_the_ratio_of_nudges(string hidden, string output, string cost, int depth)
    {
        var network = TestNetworks.Make(hidden, output, depth);
        var explainer = new Explainer(network, Example, Cost.Parse(cost));
        var naive = new Naive(network, Example, Cost.Parse(cost));
        for (int layer = 1; layer <= depth; layer++)
        {
            int input = layer == 1 ? Array.FindIndex(Example.Input, x => x != 0) : 3;

            var chain = explainer.Chain(layer, 1, input);

            ref double weight = ref naive.W[layer - 1][1, input];
            double original = weight, before = naive.Value();
            Assert.Equal(original, chain.Weight);
            Assert.Equal(chain.Product, chain.DZdW * chain.DCdZ, 1e-14);
            if (chain.DAdZ is not null) Assert.Equal(chain.Product, (chain.DZdW * chain.DAdZ * chain.DCdA)!.Value, 1e-14);
            if (layer < depth) Assert.Equal(chain.DCdA!.Value, chain.Paths.Sum(path => path.Share), 1e-13);
            foreach (var nudge in chain.Nudges)
            {
                weight = original + nudge.Size;
                Assert.Equal(naive.Value() - before, nudge.DeltaC, 1e-13);
                Assert.Equal(nudge.Size * chain.DZdW, nudge.DeltaZ, 1e-13);
            }

            Assert.Equal(chain.Product, chain.Nudges[^1].Ratio, 1e-5);
            weight = original;

            var bias = explainer.Chain(layer, 1, null);
            Assert.Equal((1, naive.B[layer - 1][1]), (bias.DZdW, bias.Weight));
            Assert.Equal(bias.DCdZ, bias.Nudges[^1].Ratio, 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(TestNetworks.All), MemberType = typeof(TestNetworks))]
    public void Forward_input_times_backward_output_is_the_derivative_by_a_weight(string hidden, string output, string cost, int depth)
    {
        var network = TestNetworks.Make(hidden, output, depth);
        var trace = Backpropagation.Trace(network, Example, Cost.Parse(cost));

        var backward = new Explainer(network, Example, Cost.Parse(cost)).Backward();

        Assert.Equal(Enumerable.Range(1, depth).Reverse(), backward.Layers.Select(layer => layer.Layer));
        foreach (var layer in backward.Layers)
        {
            var forward = trace.Layers[layer.Layer - 1];
            for (int j = 0; j < layer.Outgoing.Count; j++)
            {
                if (layer.Gains is not null) Assert.Equal(layer.Outgoing[j], layer.Gains[j] * layer.Incoming![j]);
                for (int k = 0; k < forward.Input.Length; k++) Assert.Equal(forward.DCdW[j, k], forward.Input[k] * layer.Outgoing[j], 1e-14);
            }

            if (layer.Weights is null) continue;
            Assert.Equal(network.Layers[layer.Layer - 1][1, 3], layer.Weights[3][1]);
            Assert.Equal(network.Layers[layer.Layer - 1].Inputs, layer.Weights.Count);
        }
    }

    [Fact]
    public void Equations_hold_for_the_numbers_they_show()
    {
        var explainer = Make("sigmoid", "sigmoid", "quadratic", 3);

        var equations = explainer.Equations();

        Assert.Equal(["BP1", "BP3", "BP4", "BP2", "BP3", "BP4", "BP2", "BP3", "BP4"], equations.Select(equation => equation.Name));
        foreach (var equation in equations)
        {
            var terms = equation.Terms;
            Assert.All(terms, term => Assert.Equal((term.Rows, term.Columns), (term.Values.Count, term.Values[0].Count)));
            for (int i = 0; i < terms[0].Rows; i++)
            {
                for (int j = 0; j < terms[0].Columns; j++)
                {
                    double expected = equation.Name switch
                    {
                        "BP1" => At(terms[1], i) * At(terms[2], i),
                        "BP2" => Enumerable.Range(0, terms[1].Columns).Sum(n => terms[1].Values[i][n]!.Value * At(terms[2], n)) * At(terms[3], i),
                        "BP3" => At(terms[1], i),
                        _ => At(terms[1], i) * terms[2].Values[0][j]!.Value,
                    };
                    Assert.Equal(expected, terms[0].Values[i][j]!.Value, 1e-14);
                }
            }
        }

        static double At(EquationTerm column, int row) => column.Values[row][0]!.Value;
    }

    [Theory]
    [InlineData("quadratic", "softmax", 2)]
    [InlineData("cross-entropy", "softmax", 3)]
    [InlineData("binary-cross-entropy", "sigmoid", 3)]
    public void First_equation_is_written_as_it_is_computed(string cost, string output, int terms) =>
        Assert.Equal(terms, Make("tanh", output, cost, 2).Equations()[0].Terms.Count);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(3, 0, 0)]
    [InlineData(1, 9, 0)]
    [InlineData(1, -1, 0)]
    [InlineData(2, 0, 9)]
    public void What_is_not_in_the_network_is_refused(int layer, int neuron, int input) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Make("sigmoid", "sigmoid", "quadratic", 2).Chain(layer, neuron, input));

    private static Explainer Make(string hidden, string output, string cost, int depth) =>
        new(TestNetworks.Make(hidden, output, depth), Example, Cost.Parse(cost));
}
