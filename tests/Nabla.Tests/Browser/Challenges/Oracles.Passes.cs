namespace Nabla.Tests.Browser.Challenges;

internal static partial class Oracles
{
    private static Oracle[] Passes() =>
    [
        Count("parameter-count", asked => Parameter.All(asked.Network).Count(), new()
        {
            ["without-bias"] = asked => Parameter.All(asked.Network).Count(parameter => parameter.Input is not null),
            ["neurons-for-parameters"] = asked => Parameter.All(asked.Network).Count(parameter => parameter.Input is null),
        }),
        Count("wider-layer", asked => Wider(asked).ParameterCount - asked.Network.ParameterCount, new()
        {
            ["without-bias"] = asked => Wider(asked).Layers.Sum(layer => layer.Weights.Length) - asked.Network.Layers.Sum(layer => layer.Weights.Length),
            ["incoming-alone"] = asked => Wider(asked).Layers[asked.Index("layer") - 1].ParameterCount - asked.Network.Layers[asked.Index("layer") - 1].ParameterCount,
        }),
        Oracle.Number("weighted-sum", asked => Strongest(asked).Sum(term => term.A * term.W) + asked["b"], new()
        {
            ["without-bias"] = asked => Strongest(asked).Sum(term => term.A * term.W),
            ["without-activations"] = asked => Strongest(asked).Sum(term => term.W) + asked["b"],
            ["activation-of-z"] = asked => 1 / (1 + Math.Exp(-Strongest(asked).Sum(term => term.A * term.W) - asked["b"])),
        }),
        Choice("function-of", _ => "parameters", new()
        {
            ["network-for-cost"] = _ => "inputs",
            ["outputs-for-parameters"] = _ => "outputs",
            ["examples-for-parameters"] = _ => "examples",
        }),
        Count("stores-pictures", _ => 0, new() { ["learns-while-used"] = asked => asked.Network.ParameterCount }),
        Oracle.Number("cost-of-example", asked => Differences(asked).Sum(d => d * d), new()
        {
            ["mean-for-sum"] = asked => Differences(asked).Average(d => d * d),
            ["without-square"] = asked => Differences(asked).Sum(Math.Abs),
            ["target-alone"] = asked => Math.Pow(Differences(asked)[asked.Index("target")], 2),
        }),
        Choice("more-wrong-faster", asked => Math.Abs(CostSlope(asked, asked["high"])) > Math.Abs(CostSlope(asked, asked["low"])) ? "high" : "low", new()
        {
            ["more-wrong-is-faster"] = _ => "high",
            ["same-input-same-step"] = _ => "alike",
        }),
        Choice("nudge-and-accuracy", Nudged, new()
        {
            ["accuracy-is-smooth"] = _ => "both",
            ["accuracy-for-cost"] = _ => "answers-alone",
            ["nudge-is-lost"] = _ => "neither",
        }),
        Neuron("which-is-an-edge", asked => Named(asked, 'n').MaxBy(j => EdgeLikeness(asked, j)), new()
        {
            ["strongest-for-edge"] = asked => Named(asked, 'n').MaxBy(j => Math.Sqrt(asked.Network.Layers[0].Row(j).ToArray().Sum(w => (double)w * w))),
        }),
        Oracle.Number("noise-sure", asked => asked.Output(Noise(asked)).Max(), new() { ["noise-shared-out"] = asked => 1.0 / asked.Output(Noise(asked)).Length })
            with { Tolerance = 1e-6 },
        Choice("shifted-digit", OutputOfShifted, new() { ["place-does-not-matter"] = _ => "as-large" }),
        Neuron("strongest-wish", asked => Named(asked, 'n').MaxBy(j => Math.Abs(asked.Layer(asked.Depth).DCdA[j]!.Value)), new()
        {
            ["largest-for-farthest"] = asked => Named(asked, 'n').MaxBy(j => asked.Layer(asked.Depth).A[j]),
        }),
        Neuron("strongest-weight", asked => Named(asked, 'n').MaxBy(k => Math.Abs(asked.Gradient()[new Parameter(asked.Index("next"), asked.Index("output"), k)])), new()
        {
            ["weight-for-activation"] = asked => Named(asked, 'n').MaxBy(k => Math.Abs(asked.Network.Layers[^1][asked.Index("output"), k])),
        }),
        Oracle.Number("bias-over-batch", asked => Errors(asked).Average(), new()
        {
            ["sum-for-mean"] = asked => Errors(asked).Sum(),
            ["without-signs"] = asked => Errors(asked).Average(Math.Abs),
            ["flipped-sign"] = asked => -Errors(asked).Average(),
        }),
        new Oracle("cost-along-weight", asked => Along(asked, 1))
        {
            Slips = new() { ["mirrored"] = asked => Along(asked, -1) },
            Tolerance = 1e-6,
        },
        Oracle.Number("slope-of-activation", asked => asked["a"] - asked["a"] * asked["a"], new()
        {
            ["activation-for-z"] = asked => Math.Exp(-asked["a"]) / Math.Pow(1 + Math.Exp(-asked["a"]), 2),
            ["one-minus"] = asked => 1 - asked["a"],
        }),
        new Oracle("slope-curve", asked => Curve(asked, z => (Sigmoid(z + 1e-5) - Sigmoid(z - 1e-5)) / 2e-5))
        {
            Slips = new()
            {
                ["function-for-slope"] = asked => Curve(asked, Sigmoid),
                ["activation-for-z"] = asked => Curve(asked, z => Sigmoid(Sigmoid(z)) * (1 - Sigmoid(Sigmoid(z)))),
            },
            Tolerance = 1e-8,
        },
        Choice("bias-in-derivative", WithAnotherBias, new()
        {
            ["bias-has-vanished"] = _ => "neither",
            ["bias-in-every-factor"] = _ => "both",
            ["sum-for-cost"] = _ => "sum-alone",
        }),
        Choice("which-quotient", asked => Quotients(asked).MinBy(one => Math.Abs(one.Value - asked.Gradient()[Weight(asked)])).Key, new()
        {
            ["activation-for-cost"] = _ => "activation-by-weight",
            ["by-the-activation"] = _ => "cost-by-activation",
            ["without-dividing"] = _ => "cost",
        }),
        Oracle.Number("paths-add-up", asked => Paths(asked).Sum(), new()
        {
            ["mean-for-sum"] = asked => Paths(asked).Sum() / asked.Network.Layers[asked.Index("next") - 1].Outputs,
            ["largest-alone"] = asked => List(asked, 'p').MaxBy(Math.Abs),
            ["without-signs"] = asked => Paths(asked).Sum(Math.Abs),
        }),
        Oracle.Number("sign-of-error", asked => 2 * Miss(asked) * Slope(asked), new()
        {
            ["flipped-sign"] = asked => -2 * Miss(asked) * Slope(asked),
            ["without-slope"] = asked => 2 * Miss(asked),
            ["without-factor-two"] = asked => Miss(asked) * Slope(asked),
        }),
        Choice("weights-that-carry", WeightsOfDerivative, new()
        {
            ["row-for-column"] = _ => "row",
            ["incoming-for-outgoing"] = _ => "incoming",
        }),
        Oracle.Number("row-or-column", asked => Block(asked, (0, 0), (2, 1)).Sum(), new()
        {
            ["row-for-column"] = asked => Block(asked, (0, 0), (1, 1)).Sum(),
            ["largest-alone"] = asked => Block(asked, (0, 0), (2, 1)).MaxBy(Math.Abs),
        }),
        Choice("old-or-new-weights", WeightsOfGradient, new()
        {
            ["new-for-old"] = _ => "new",
            ["step-does-not-matter"] = _ => "either",
        }),
        Count("backpropagation-alone", _ => 0, new() { ["gradient-for-step"] = asked => asked.Network.ParameterCount }),
    ];

    private static Oracle Count(string challenge, Func<Asked, double> right, Dictionary<string, Func<Asked, double>> slips) =>
        Oracle.Number(challenge, right, slips) with { IsExact = true };

    private static Oracle Neuron(string challenge, Func<Asked, int> right, Dictionary<string, Func<Asked, int>> slips) =>
        Count(challenge, asked => right(asked), slips.ToDictionary(slip => slip.Key, slip => (Func<Asked, double>)(asked => slip.Value(asked))));

    private static Oracle Choice(string challenge, Func<Asked, string> right, Dictionary<string, Func<Asked, string>> slips)
    {
        return Count(challenge, Place(right), slips.ToDictionary(slip => slip.Key, slip => Place(slip.Value)));

        static Func<Asked, double> Place(Func<Asked, string> option) => asked => asked.Question.Options.ToList().IndexOf(option(asked));
    }

    /// <summary>The numbers that the words call d0, d1, …</summary>
    private static double[] List(Asked asked, char name) =>
        [.. asked.Question.Values.Where(value => value.Key[0] == name && int.TryParse(value.Key[1..], out _))
            .OrderBy(value => int.Parse(value.Key[1..])).Select(value => value.Value)];

    private static int[] Named(Asked asked, char name) => [.. List(asked, name).Select(value => (int)value)];

    private static Parameter Weight(Asked asked) => new(asked.Index("layer"), asked.Index("neuron"), asked.Index("input"));

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static Network Wider(Asked asked)
    {
        int[] sizes = [.. asked.Network.Sizes];
        sizes[asked.Index("layer")] += asked.Index("more");
        return Network.Create(sizes[0], 1, [.. sizes.Skip(1).Select(size => new Dense(size, Activation.Sigmoid))]);
    }

    private static (double A, double W)[] Strongest(Asked asked)
    {
        var row = asked.Network.Layers[^1].Row(asked.Index("neuron")).ToArray();
        return
        [
            .. row.Zip(asked.Layer(asked.Depth - 1).A, (w, a) => (A: a, W: (double)w)).OrderByDescending(term => Math.Abs(term.A * term.W))
                .Take(3).Select(term => (Math.Round(term.A, 1), Math.Round(term.W, 1))),
        ];
    }

    /// <summary>Outputs less targets, the outputs as the question gives them, which must be those of the network.</summary>
    private static double[] Differences(Asked asked)
    {
        double[] a = List(asked, 'a');
        Assert.Equal(asked.Layer(asked.Depth).A, a, (one, other) => Math.Abs(one - other) <= 0.05);
        return [.. a.Select((output, j) => j == asked.Index("target") ? output - 1 : output)];
    }

    private static double CostSlope(Asked asked, double a)
    {
        const double h = 1e-6;
        double z = Math.Log(a / (1 - a));
        return (Cost(z + h) - Cost(z - h)) / (2 * h);

        double Cost(double sum) => asked.Cost.Value<double>([sum], [Sigmoid(sum)], [0]);
    }

    private static string Nudged(Asked asked)
    {
        var nudged = asked.Network.Clone();
        Weight(asked).Put(nudged, Weight(asked).In(nudged) + (float)asked["nudge"]);
        int changed = 0;
        double change = 0;
        for (int i = 0; i < asked.Test.Count; i++)
        {
            var one = new Explainer(asked.Network, asked.Test[i], asked.Cost);
            var other = new Explainer(nudged, asked.Test[i], asked.Cost);
            change += other.Value - one.Value;
            if (Largest(one) != Largest(other)) changed++;
        }

        return changed == 0 ? change == 0 ? "neither" : "cost-alone" : change == 0 ? "answers-alone" : "both";

        static int Largest(Explainer of)
        {
            var outputs = of.Layers()[^1].A;
            return Enumerable.Range(0, outputs.Count).MaxBy(j => outputs[j]);
        }
    }

    /// <summary>The largest correlation with an edge, over all places and angles.</summary>
    private static double EdgeLikeness(Asked asked, int neuron)
    {
        double[] weights = [.. asked.Network.Layers[0].Row(neuron).ToArray().Select(w => (double)w)];
        return Edges.Value.Max(edge => Math.Abs(Pearson(weights, edge)));
    }

    private static readonly Lazy<double[][]> Edges = new(() =>
    [
        .. from row in Enumerable.Range(0, 10)
           from column in Enumerable.Range(0, 10)
           from angle in Enumerable.Range(0, 8)
           select (double[])[.. WeightStrokes.Of(28, 28).Picture(new WeightEdge(4 + 2 * row, 4 + 2 * column, 22.5 * angle)).Select(w => (double)w)],
    ]);

    private static double Pearson(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average(), products = 0, squaresX = 0, squaresY = 0;
        for (int i = 0; i < x.Length; i++)
        {
            products += (x[i] - meanX) * (y[i] - meanY);
            squaresX += (x[i] - meanX) * (x[i] - meanX);
            squaresY += (y[i] - meanY) * (y[i] - meanY);
        }

        return products / Math.Sqrt(squaresX * squaresY);
    }

    private static float[] Noise(Asked asked)
    {
        double brightness = NoisePictures.Brightness(asked.Test.Pixels);
        var rng = new Rng((ulong)asked["noise"], RngStream.Noise, (ulong)asked["kind"]);
        var pixel = NoisePictures.Kinds(brightness)[asked.Index("kind")].Pixel;
        return [.. Enumerable.Range(0, asked.Test.Inputs).Select(_ => (byte)Math.Round(255 * pixel(rng)) / 255f)];
    }

    private static float[] Shifted(Asked asked)
    {
        float[] moved = new float[28 * 28];
        for (int row = 0; row < 28 - asked.Index("down"); row++)
        {
            for (int column = 0; column < 28 - asked.Index("right"); column++)
                moved[(row + asked.Index("down")) * 28 + column + asked.Index("right")] = asked.Example.Input[row * 28 + column];
        }

        return moved;
    }

    private static string OutputOfShifted(Asked asked)
    {
        double times = asked.Output(Shifted(asked))[asked.Example.Label] / asked.Output(asked.Example.Input)[asked.Example.Label];
        return times switch { <= 0.5 => "half", < 0.98 => "smaller", <= 1.02 => "as-large", _ => "larger" };
    }

    /// <summary>The errors as the question gives them, which must be those of its examples.</summary>
    private static double[] Errors(Asked asked)
    {
        double[] given = List(asked, 'd'), all = [.. Named(asked, 'e').Select(i => (asked with { Example = asked.Train[i] }).Layer(asked.Depth).Delta[asked.Index("neuron")])];
        double room = all.Max(Math.Abs) / 20;
        Assert.Equal(all, given, (one, other) => Math.Abs(one - other) <= room);
        return given;
    }

    /// <summary>The weights by which the errors of the next layer come to the derivative.</summary>
    private static string WeightsOfDerivative(Asked asked)
    {
        var (next, errors, neuron) = (asked.Network.Layers[asked.Index("next") - 1], asked.Layer(asked.Index("next")).Delta, asked.Index("neuron"));
        double derivative = asked.Layer(asked.Index("layer")).DCdA[neuron]!.Value;
        if (IsIt(j => next[j, neuron])) return "column";
        return IsIt(j => next[neuron, j]) ? "row" : "incoming";

        bool IsIt(Func<int, double> weight) => Math.Abs(errors.Select((error, j) => weight(j) * error).Sum() - derivative) <= 1e-9 * Math.Abs(derivative);
    }

    /// <summary>The change of the cost as the weight goes from one end to the other.</summary>
    private static double[] Along(Asked asked, int direction)
    {
        var (axes, home) = (asked.Question.Axes!, Weight(asked).In(asked.Network));
        double before = new Explainer(asked.Network, asked.Example, asked.Cost).Value;
        var reference = new ReferenceNetwork<double>(asked.Network);
        return [.. Enumerable.Range(0, axes.Points).Select(i => Cost(home + direction * (axes.FromX + (axes.ToX - axes.FromX) * i / (axes.Points - 1) - home)) - before)];

        double Cost(double value)
        {
            reference.Layers[asked.Index("layer") - 1].Weights[asked.Index("neuron"), asked.Index("input")] = value;
            return reference.Trace(asked.Example, asked.Cost).Cost;
        }
    }

    private static double[] Curve(Asked asked, Func<double, double> height)
    {
        var axes = asked.Question.Axes!;
        return [.. Enumerable.Range(0, axes.Points).Select(i => height(axes.FromX + (axes.ToX - axes.FromX) * i / (axes.Points - 1)))];
    }

    private static string WithAnotherBias(Asked asked)
    {
        var nudged = asked.Network.Clone();
        nudged.Layers[asked.Index("layer") - 1].Biases[asked.Index("neuron")] += (float)asked["nudge"];
        double change = (asked with { Network = nudged }).Gradient()[Weight(asked)] - asked.Gradient()[Weight(asked)];
        // z is a straight line in the weight, and its steepness the input, which is before the bias.
        double before = Steepness(asked.Network), after = Steepness(nudged);
        return Math.Abs(before - after) < 1e-5 ? Math.Abs(change) > 1e-9 ? "cost-alone" : "neither" : Math.Abs(change) > 1e-9 ? "both" : "sum-alone";

        double Steepness(Network network)
        {
            var raised = network.Clone();
            Weight(asked).Put(raised, Weight(asked).In(raised) + 1);
            return Sum(raised) - Sum(network);
        }

        double Sum(Network network) => (asked with { Network = network }).Layer(asked.Index("layer")).Z[asked.Index("neuron")];
    }

    private static Dictionary<string, double> Quotients(Asked asked)
    {
        var reference = new ReferenceNetwork<double>(asked.Network);
        var before = reference.Trace(asked.Example, asked.Cost);
        reference.Layers[asked.Index("layer") - 1].Weights[asked.Index("neuron"), asked.Index("input")] += asked["nudge"];
        var after = reference.Trace(asked.Example, asked.Cost);
        double cost = after.Cost - before.Cost, activation = Activation(after) - Activation(before), nudge = asked["nudge"];
        return new() { ["cost-by-weight"] = cost / nudge, ["activation-by-weight"] = activation / nudge, ["cost-by-activation"] = cost / activation, ["cost"] = cost };

        double Activation(Trace<double> of) => of.Layers[asked.Index("layer") - 1].A[asked.Index("neuron")];
    }

    /// <summary>The paths as the question gives them, which must come to the derivative by the activation.</summary>
    private static double[] Paths(Asked asked)
    {
        double[] paths = [.. List(asked, 'p'), asked["rest"]];
        double whole = asked.Layer(asked.Index("layer")).DCdA[asked.Index("neuron")]!.Value;
        Assert.InRange(paths.Sum(), whole - paths.Max(Math.Abs) / 4, whole + paths.Max(Math.Abs) / 4);
        return paths;
    }

    /// <summary>The output less its target, the output as the question gives it, which must be that of the network.</summary>
    private static double Miss(Asked asked)
    {
        Assert.InRange(asked["a"], asked.Layer(asked.Depth).A[asked.Index("neuron")] - 0.005, asked.Layer(asked.Depth).A[asked.Index("neuron")] + 0.005);
        return asked["a"] - (asked.Index("neuron") == asked.Example.Label ? 1 : 0);
    }

    private static double Slope(Asked asked) => asked["a"] - asked["a"] * asked["a"];

    /// <summary>Products of the weights and errors that the question gives, by their places.</summary>
    private static double[] Block(Asked asked, params (int Weight, int Error)[] terms)
    {
        var (weights, errors) = (asked.Network.Layers[asked.Index("next") - 1], asked.Layer(asked.Index("next")).Delta);
        int p = asked.Index("p"), q = asked.Index("q");
        double[] w = [weights[p, p], weights[p, q], weights[q, p], weights[q, q]], d = [errors[p], errors[q]];
        double roomOfWeight = w.Max(Math.Abs) / 20, roomOfError = d.Max(Math.Abs) / 20;
        Assert.Equal(w, List(asked, 'w'), (one, other) => Math.Abs(one - other) <= roomOfWeight);
        Assert.Equal(d, List(asked, 'd'), (one, other) => Math.Abs(one - other) <= roomOfError);
        return [.. terms.Select(term => List(asked, 'w')[term.Weight] * List(asked, 'd')[term.Error])];
    }

    /// <summary>Which of the two errors a nudge of the neuron's bias agrees with.</summary>
    private static string WeightsOfGradient(Asked asked)
    {
        const double h = 1e-5;
        double measured = (Cost(h) - Cost(-h)) / (2 * h);
        return Math.Abs(measured - asked["before"]) < Math.Abs(measured - asked["after"]) ? "old" : "new";

        double Cost(double nudge)
        {
            var reference = new ReferenceNetwork<double>(asked.Network);
            reference.Layers[asked.Index("layer") - 1].Biases[asked.Index("neuron")] += nudge;
            return reference.Trace(asked.Example, asked.Cost).Cost;
        }
    }
}
