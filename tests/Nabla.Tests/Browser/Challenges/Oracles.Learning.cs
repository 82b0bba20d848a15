namespace Nabla.Tests.Browser.Challenges;

/// <summary>Those about learning: by networks that the tests train themselves, from what the questions say.</summary>
internal static partial class Oracles
{
    private static readonly RunConfiguration Settings = RunName.Parse(LaboratoryFixture.Name);

    private static Oracle[] Learning() =>
    [
        Oracle.Number("pixels-undivided", asked => Flat(asked, scale: 255), new() { ["scale-is-all-the-same"] = asked => Flat(asked, scale: 1) }) with { Tolerance = 1e-6 },
        Oracle.Number("step-downhill", asked => asked["w"] + asked["rate"] * -asked["slope"], new()
        {
            ["flipped-sign"] = asked => asked["w"] + asked["rate"] * asked["slope"],
            ["without-rate"] = asked => asked["w"] - asked["slope"],
            ["step-for-weight"] = asked => -asked["rate"] * asked["slope"],
        }),
        new("descent-curve", asked => Walk(asked, x => 2 * asked["a"] * x))
        {
            Slips = new()
            {
                ["wrong-side"] = asked => Walk(asked, x => 2 * asked["a"] * x, crosses: 2 * asked["a"] * asked["rate"] < 1),
                ["steps-of-one-length"] = asked => Evenly(asked),
            },
        },
        Oracle.Number("learning-rate-limit", asked => Limit(asked["a"]), new()
        {
            ["without-factor-two"] = asked => 2 / asked["a"],
            ["bottom-for-limit"] = asked => 1 / (2 * asked["a"]),
        }) with { Tolerance = 1e-4 },
        Oracle.Number("momentum", asked => 1 / (1 - asked["mu"]), new()
        {
            ["momentum-added-once"] = asked => 1 + asked["mu"],
            ["momentum-as-factor"] = asked => asked["mu"],
        }),
        Oracle.Number("which-way", asked => Math.Abs(asked["x"] / asked["y"]), new()
        {
            ["ratio-upside-down"] = asked => Math.Abs(asked["y"] / asked["x"]),
            ["difference-for-ratio"] = asked => Math.Abs(asked["x"]) - Math.Abs(asked["y"]),
            ["squared-ratio"] = asked => Math.Pow(asked["x"] / asked["y"], 2),
        }),
        OneOf("local-minimum", Spread, new() { ["seed-decides-all"] = "most" }),
        Exact("xor-seeds", Found, new() { ["every-seed-arrives"] = asked => asked["seeds"] }),
        Exact("updates-in-epoch", asked => Enumerable.Range(0, asked.Train.Count).Select(i => i / asked.Index("batch")).Distinct().Count(), new()
        {
            ["step-for-each-example"] = asked => asked.Train.Count,
            ["epoch-is-one-step"] = _ => 1,
            ["rest-forgotten"] = asked => Math.Floor(asked.Train.Count / asked["batch"]),
        }),
        Oracle.Number("sum-or-mean", asked => Length(asked, asked.Index("times")) / Length(asked, 1), new()
        {
            ["sum-for-mean"] = asked => asked["times"],
            ["divided-without-adding"] = asked => 1 / asked["times"],
        }) with { Tolerance = 1e-4 },
        OneOf("batch-times-ten", LargeBatch, new() { ["same-examples-same-learning"] = "same", ["less-noise-more-learning"] = "higher" }),
        Exact("cost-every-step", Raised, new() { ["down-at-every-step"] = _ => 0 }),
        OneOf("cost-and-accuracy", BothRise, new() { ["cost-is-accuracy"] = "never" }),
        Exact("equal-weights", asked => Different(asked, constant: asked["weight"]), new() { ["training-tells-apart"] = asked => asked["neurons"] }),
        Exact("zero-biases", asked => Different(asked, constant: null), new() { ["equal-biases-equal-neurons"] = _ => 1 }),
        OneOf("flipped-sign", Climbed, new() { ["down-either-way"] = "lower" }),
        Exact("gradients-not-zeroed", asked => Enumerable.Repeat(1, asked.Index("step")).Sum(), new()
        {
            ["each-step-alone"] = _ => 1,
            ["path-for-step"] = asked => asked["step"] * (asked["step"] + 1) / 2,
        }),
        OneOf("six-mistakes", Mistake, []),
        OneOf("early-layers", asked => Early(asked) switch
        {
            > 2 => "more",
            > 1 / 2.0 => "alike",
            > 1 / 50.0 => "tens",
            > 1 / 700.0 => "hundreds",
            _ => "thousands",
        }, new() { ["layers-learn-alike"] = "alike", ["nearest-input-most"] = "more" }),
        OneOf("layers-without-bends", Boundary, new() { ["layers-add-bends"] = "bends", ["boundary-follows-points"] = "ring" }),
    ];

    private static Oracle Exact(string challenge, Func<Asked, double> right, Dictionary<string, Func<Asked, double>> slips) =>
        Oracle.Number(challenge, right, slips) with { IsExact = true };

    private static Oracle OneOf(string challenge, Func<Asked, string> right, Dictionary<string, string> slips) => Exact(
        challenge, asked => Place(asked, right(asked)), slips.ToDictionary(slip => slip.Key, slip => (Func<Asked, double>)(asked => Place(asked, slip.Value))));

    private static double Place(Asked asked, string option)
    {
        int place = asked.Question.Options.ToList().IndexOf(option);
        Assert.InRange(place, 0, int.MaxValue);
        return place;
    }

    private static Network NetworkOf(Asked asked, double seed, IEnumerable<int>? hidden = null) => Network.Create(
        asked.Train.Inputs, (ulong)seed,
        [.. (hidden ?? Settings.Hidden).Select(neurons => new Dense(neurons, Settings.Activation)), new Dense(asked.Train.Outputs, Settings.OutputActivation)]);

    private static TrainingOptions Options(double seed, double epochs, double? batch = null) => new()
    {
        Cost = Settings.Training.Cost, Optimizer = Settings.Training.Optimizer, BatchSize = (int)(batch ?? Settings.Training.BatchSize), Epochs = (int)epochs,
        Seed = (ulong)seed, Threads = 1,
    };

    private static Network Trained(Network network, Dataset data, TrainingOptions options)
    {
        var trainer = new Trainer(network, data, options);
        foreach (var _ in trainer.Batches())
        {
        }

        return trainer.Network;
    }

    private static double CostOf(Network network, Dataset data) => Evaluator.Evaluate(network, data, Settings.Training.Cost).Cost;

    private static double AccuracyOf(Network network, Dataset data) => 100 * Evaluator.Evaluate(network, data, Settings.Training.Cost).Accuracy;

    /// <summary>How many of 100 neurons of the first layer have a sigmoid flatter than 0.01: e⁻ᶻ/(1 + e⁻ᶻ)².</summary>
    private static double Flat(Asked asked, double scale)
    {
        var layer = NetworkOf(asked, asked["seed"]).Layers[0];
        int flat = 0, all = 0;
        for (int i = 0; i < asked.Index("examples"); i++)
        {
            float[] input = asked.Train[i].Input;
            for (int j = 0; j < layer.Outputs; j++)
            {
                double z = layer.Biases[j];
                for (int k = 0; k < layer.Inputs; k++) z += (double)layer[j, k] * input[k] * scale;
                double e = Math.Exp(-Math.Abs(z));
                if (e / ((1 + e) * (1 + e)) < 0.01) flat++;
                all++;
            }
        }

        return 100.0 * flat / all;
    }

    private static double[] Walk(Asked asked, Func<double, double> slope, bool? crosses = null)
    {
        double[] x = new double[asked.Index("steps") + 1];
        x[0] = asked["start"];
        for (int t = 1; t < x.Length; t++) x[t] = x[t - 1] - asked["rate"] * slope(x[t - 1]);
        return crosses is not { } does ? x : [.. x.Select((at, t) => does && t % 2 == 1 ? -Math.Abs(at) : Math.Abs(at))];
    }

    /// <summary>Steps as long as the first: down to the bottom, or to and fro about it.</summary>
    private static double[] Evenly(Asked asked)
    {
        double start = asked["start"], length = asked["rate"] * 2 * asked["a"] * start;
        return [.. Enumerable.Range(0, asked.Index("steps") + 1).Select(t => length > start ? (t % 2 == 0 ? start : start - length) : Math.Max(0, start - t * length))];
    }

    /// <summary>The learning rate between those that come nearer to the bottom of a·x² and those that go away from it.</summary>
    private static double Limit(double a)
    {
        double low = 0, high = 100;
        for (int i = 0; i < 60; i++)
        {
            double rate = (low + high) / 2, x = 1;
            for (int step = 0; step < 3; step++) x -= rate * 2 * a * x;
            if (Math.Abs(x) < 1) low = rate;
            else high = rate;
        }

        return low;
    }

    private static string Spread(Asked asked)
    {
        double[] accuracies = [.. Enumerable.Range(asked.Index("first"), asked.Index("seeds")).Select(seed => AccuracyOf(
            Trained(NetworkOf(asked, seed), asked.Train.Take(asked.Index("examples")), Options(seed, asked["epochs"])), asked.Test))];
        return (accuracies.Max() - accuracies.Min()) switch { < 2 => "least", < 20 => "less", < 50 => "more", _ => "most" };
    }

    private static double Found(Asked asked) => Enumerable.Range(asked.Index("first"), asked.Index("seeds")).Count(seed =>
    {
        (float X, float Y)[] corners = [(0, 0), (0, 1), (1, 0), (1, 1)];
        var data = Dataset.FromRows(corners.Select(at => (new[] { at.X, at.Y }, new[] { at.X == at.Y ? 0f : 1 })));
        var network = Trained(
            Network.Create(2, (ulong)seed, new Dense(2, Activation.Tanh), new Dense(1, Activation.Sigmoid)), data,
            new TrainingOptions { Optimizer = new Sgd(asked["rate"]), BatchSize = 4, Epochs = asked.Index("epochs"), Seed = (ulong)seed, Threads = 1 });
        return corners.All(at => new ReferenceNetwork<double>(network).Output([at.X, at.Y])[0] > 0.5 == (at.X != at.Y));
    });

    private static double Length(Asked asked, int times)
    {
        Example[] batch = [.. Enumerable.Range(asked.Index("first"), asked.Index("count")).Select(i => asked.Train[i])];
        var gradient = Backpropagation.Gradient<double>(asked.Network, [.. Enumerable.Repeat(batch, times).SelectMany(part => part)], asked.Cost);
        return Math.Sqrt(gradient.Weights.Sum(layer => layer.Cast<double>().Sum(x => x * x)) + gradient.Biases.Sum(layer => layer.Sum(x => x * x)));
    }

    private static string LargeBatch(Asked asked)
    {
        double[] accuracies = [.. new[] { asked["batch"], asked["large"] }.Select(batch => AccuracyOf(
            Trained(NetworkOf(asked, asked["seed"]), asked.Train, Options(asked["seed"], asked["epochs"], batch)), asked.Test))];
        Assert.Equal(10 * asked["batch"], asked["large"]);
        return (accuracies[1] - accuracies[0]) switch { < -2 => "lower", <= 2 => "same", _ => "higher" };
    }

    private static double Raised(Asked asked)
    {
        var costs = new List<double> { CostOf(asked.Network, asked.Train) };
        var trainer = new Trainer(asked.Network.Clone(), asked.Train, Options(asked["seed"], 1000));
        foreach (var _ in trainer.Batches().Take(asked.Index("steps"))) costs.Add(CostOf(trainer.Network, asked.Train));
        return costs.Zip(costs.Skip(1)).Count(pair => pair.Second > pair.First);
    }

    private static string BothRise(Asked asked)
    {
        var trainer = new Trainer(asked.Network.Clone(), asked.Train.Take(asked.Index("examples")), Options(asked["seed"], asked["epochs"]));
        List<(double Cost, double Accuracy)> seen =
            [(CostOf(asked.Network, asked.Test), AccuracyOf(asked.Network, asked.Test)),
                .. trainer.Epochs(asked.Test).Select(report => (report.Test!.Cost, 100 * report.Test.Accuracy))];
        int both = seen.Zip(seen.Skip(1)).Count(pair => pair.Second.Cost > pair.First.Cost && pair.Second.Accuracy > pair.First.Accuracy);
        return both == 0 ? "never" : both <= asked["epochs"] / 2 ? "sometimes" : "mostly";
    }

    private static double Different(Asked asked, double? constant)
    {
        var network = NetworkOf(asked, asked["seed"]);
        foreach (var layer in network.Layers)
        {
            if (constant is not { } value) continue;
            layer.Weights.Fill((float)value);
            layer.Biases.Fill((float)value);
        }

        var learned = Trained(network, asked.Train, Options(asked["seed"], 1)).Layers[asked.Index("layer") - 1];
        return Enumerable.Range(0, learned.Outputs).Select(j => string.Join(' ', learned.Row(j).ToArray().Append(learned.Biases[j]))).Distinct().Count();
    }

    /// <summary>A step the wrong way is one the right way, seen in a mirror.</summary>
    private static string Climbed(Asked asked)
    {
        var network = asked.Network.Clone();
        double before = CostOf(network, asked.Train), after = before;
        Assert.Equal(before, asked["before"], Math.Abs(before) / 100);
        for (int step = 0; step < asked["steps"] && double.IsFinite(after); step++)
        {
            int[] batch = [.. Enumerable.Range(0, asked.Index("batch")).Select(i => (step * asked.Index("batch") + i) % asked.Train.Count)];
            var there = Trained(network.Clone(), asked.Train.Select(batch), Options(1, 1, batch.Length));
            foreach (var (layer, other) in network.Layers.Zip(there.Layers))
            {
                for (int i = 0; i < layer.Weights.Length; i++) layer.Weights[i] = 2 * layer.Weights[i] - other.Weights[i];
                for (int i = 0; i < layer.Biases.Length; i++) layer.Biases[i] = 2 * layer.Biases[i] - other.Biases[i];
            }

            after = CostOf(network, asked.Train);
        }

        return !double.IsFinite(after) ? "endless" : (after / before) switch { < 0.95 => "lower", <= 1.05 => "same", <= 2 => "doubled", _ => "more" };
    }

    /// <summary>By the signs alone, as who is asked does it.</summary>
    private static string Mistake(Asked asked)
    {
        if (asked["largest"] > 1) return "pixels-undivided";
        if (asked["different"] < 2) return "equal-weights";
        if (asked["saturated"] > 50) return "rate-too-large";
        if (asked["after"] > asked["before"] * 1.1) return "flipped-sign";
        return asked["after"] < asked["before"] * 0.9 ? "labels-shuffled" : "rate-too-small";
    }

    private static double Early(Asked asked)
    {
        var network = NetworkOf(asked, asked["seed"], Enumerable.Repeat(asked.Index("neurons"), asked.Index("hidden")));
        var gradient = Backpropagation.Gradient<double>(network, [.. Enumerable.Range(0, asked.Index("examples")).Select(i => asked.Train[i])], asked.Cost);
        return Mean(gradient.Weights[0]) / Mean(gradient.Weights[^1]);

        static double Mean(double[,] slopes) => slopes.Cast<double>().Average(Math.Abs);
    }

    /// <summary>A trained network without bends is as high half-way between two places as on average at both, wherever they are.</summary>
    private static string Boundary(Asked asked)
    {
        int neurons = asked.Index("neurons");
        var rng = new Rng((ulong)asked["seed"]);
        (float[] Input, float[] Target)[] points = [.. Enumerable.Range(0, 200).Select(_ =>
        {
            float x = (float)rng.NextDouble(-5, 5), y = (float)rng.NextDouble(-5, 5);
            return (new[] { x, y }, new[] { x * x + y * y < 6 ? 1f : -1 });
        })];
        var network = Trained(
            Network.Create(2, (ulong)asked["seed"], [.. Enumerable.Repeat(new Dense(neurons, Activation.Identity), asked.Index("layers")), new Dense(1, Activation.Tanh)]),
            Dataset.FromRows(points), new TrainingOptions { Optimizer = new Sgd(0.01), Epochs = 5, Threads = 1 });
        var reference = new ReferenceNetwork<double>(network);
        double bend = Enumerable.Range(0, 100).Max(_ =>
        {
            double[] a = [rng.NextDouble(-6, 6), rng.NextDouble(-6, 6)], b = [rng.NextDouble(-6, 6), rng.NextDouble(-6, 6)];
            return Math.Abs(Height(a) + Height(b) - 2 * Height([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]));
        });
        return bend < 1e-6 ? "line" : "bends";

        double Height(double[] at) => Math.Atanh(reference.Output(at)[0]);
    }
}
